import type { MessageName } from '../../diagnostics/message-table.js';
import { addReference, addTarget, addThreshold } from './fixes/add-clause.js';
import { addField } from './fixes/add-field.js';
import {
  addChartMethod,
  addFinalLook,
  addRequirement,
  addStatement,
  addStep,
  addStoppingRule,
} from './fixes/add-statement.js';
import { addUnit } from './fixes/add-unit.js';
import { answerMonitor } from './fixes/answer-monitor.js';
import { removeAllHidden } from './fixes/hidden-characters.js';
import { hideSecret } from './fixes/hide-secret.js';
import { remove } from './fixes/remove.js';
import { replace } from './fixes/replace.js';
import { turnLimit } from './fixes/turn-limit.js';
import { declareName, importName } from './fixes/unknown-name.js';
import { waiveItems } from './fixes/waive-items.js';
import { measurePerformance, watchInputs } from './fixes/watch-model.js';
import { writeFact } from './fixes/write-fact.js';
import type { QuickFix } from './quick-fix.js';

/** What can mend a message, besides the replacement that the check itself proposes. */
const fixes: Partial<Record<MessageName, readonly QuickFix[]>> = {
  advised: [writeFact, waiveItems],
  askedFor: [writeFact, waiveItems],
  chartWithoutMethod: [addChartMethod],
  duplicateField: [remove('field')],
  duplicateLimit: [remove('limit')],
  duplicateStatement: [remove('statement')],
  emptyRunbook: [addStep],
  hiddenCharacter: [removeAllHidden],
  lookWithoutRule: [addStoppingRule],
  missingField: [addField],
  missingReference: [addReference],
  missingStatement: [addStatement],
  missingTarget: [addTarget],
  missingThreshold: [addThreshold],
  missingUnit: [addUnit],
  noFinalLook: [addFinalLook],
  reactionNeverHappens: [remove('reaction')],
  secretInClear: [hideSecret],
  suggested: [writeFact, waiveItems],
  unansweredMonitor: [answerMonitor],
  unknownName: [importName, declareName],
  unmeasuredPerformance: [measurePerformance],
  unmonitoredInputs: [watchInputs],
  unreachableItem: [addRequirement],
  wrongDirection: [turnLimit],
};

/** All ways to mend a message, the check's own proposal first. */
export function quickFixes(message: MessageName | undefined): readonly QuickFix[] {
  return message === undefined ? [] : [replace, ...(fixes[message] ?? [])];
}
