export { conceptNames, conceptOf, conceptsOf, type WayToSay, waysToSay } from './concepts.js';
export { type Construct, constructs } from './constructs.js';
export {
  blockSchema,
  declarationSchema,
  declarationSchemas,
  fieldsOf,
  type Theme,
  themes,
} from './declarations.js';
export type { BlockSchema, DeclarationSchema, FieldSchema, FieldType, TextFormat } from './field-type.js';
export { type Framework, frameworkNamed, frameworkOf } from './frameworks.js';
export {
  type FrameworkItem,
  itemsOf,
  itemsOfFramework,
  itemsServing,
  type ServedItem,
} from './items-served.js';
export { sortedByManual } from './manual-order.js';
export {
  adjustments,
  chartRules,
  lookPurposes,
  type Method,
  signatureMeanings,
  spendingFunctions,
} from './methods.js';
export { fieldSnippet, snippetText } from './snippet.js';
export {
  clauseSchemas,
  type StatementSchema,
  statementSchemas,
  statementsIn,
  topLevel,
} from './statements.js';
export { alternatives, typePhrase, typeWords } from './type-words.js';
export { unitsOfMeasure } from './units-of-measure.js';
