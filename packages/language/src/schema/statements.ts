import type { StatementSchema } from './statement-type.js';
import { changePlanStatements } from './statements/change-plan.statements.js';
import { checklistStatements } from './statements/checklist.statements.js';
import { monitoringStatements } from './statements/monitoring.statements.js';
import { systemStatements } from './statements/system.statements.js';
import { trialStatements } from './statements/trial.statements.js';

export { type StatementSchema, topLevel } from './statement-type.js';
export { clauseSchemas } from './statements/clauses.js';

/** Every statement with syntax of its own, in the order of the reference manual. */
export const statementSchemas: readonly StatementSchema[] = [
  ...systemStatements,
  ...monitoringStatements,
  ...changePlanStatements,
  ...trialStatements,
  ...checklistStatements,
];

/** The statements that can stand in a declaration of this kind (in an `item`: its clauses; in `file`: imports and waivers). */
export function statementsIn(kind: string): readonly StatementSchema[] {
  return statementSchemas.filter((statement) => statement.in.includes(kind));
}
