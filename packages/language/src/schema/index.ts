import { changePlanDeclarations } from './declarations/change-plan.schema.js';
import { dataDeclarations } from './declarations/data.schema.js';
import { monitoringDeclarations } from './declarations/monitoring.schema.js';
import { peopleDeclarations } from './declarations/people.schema.js';
import { policyDeclarations } from './declarations/policy.schema.js';
import { product } from './declarations/product.schema.js';
import { trialDeclarations } from './declarations/trial.schema.js';
import type { BlockSchema, DeclarationSchema, FieldSchema } from './field-type.js';

export type { BlockSchema, DeclarationSchema, FieldSchema, FieldType, TextFormat } from './field-type.js';
export {
  clauseSchemas,
  type StatementSchema,
  statementSchemas,
  statementsIn,
  topLevel,
} from './statements.js';

/** Every kind of declaration whose fields Vigil knows, in the order of the reference manual. */
export const declarationSchemas: readonly DeclarationSchema[] = [
  product,
  ...peopleDeclarations,
  ...dataDeclarations,
  ...monitoringDeclarations,
  ...changePlanDeclarations,
  ...trialDeclarations,
  ...policyDeclarations,
];

const byKind: ReadonlyMap<string, DeclarationSchema> = new Map(
  declarationSchemas.map((schema) => [schema.kind, schema]),
);

/** The schema of a kind of declaration (`product`, `model`, `channel`, `retentionPolicy` …), if there is one. */
export function declarationSchema(kind: string): DeclarationSchema | undefined {
  return byKind.get(kind);
}

/** The fields that can stand in a declaration of this kind; none for an unknown kind. */
export function fieldsOf(kind: string): readonly FieldSchema[] {
  return byKind.get(kind)?.fields ?? [];
}

/** The schema of a block such as `intendedUse` inside a declaration of this kind. */
export function blockSchema(kind: string, block: string): BlockSchema | undefined {
  return byKind.get(kind)?.blocks.find(({ name }) => name === block);
}
