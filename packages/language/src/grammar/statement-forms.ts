import {
  clauseSchemas,
  fieldsOf,
  type StatementSchema,
  statementSchemas,
  topLevel,
} from '../schema/index.js';

/** Columns and sources of logs that begin a statement nobody would take for another one. */
const columns: ReadonlySet<string> = new Set(['source', 'outcomes', 'time', 'prediction', 'label', 'shadow']);

const columnForms = fieldsOf('log')
  .filter(({ name }) => columns.has(name))
  .map(({ name, example }) => [name, oneOf([`${name}: ${example}`, ...clausesAfter(name)])] as const);
// Words such as `of` and `by` say little by themselves.
const clauseForms = clauseSchemas.filter(({ keyword }) => firstWord(keyword).length > 3).map(form);
// What an item says begins with words that are fields elsewhere; what stands in no declaration has a form below.
const ownForms = statementSchemas
  .filter((statement) => !statement.in.includes('item') && !statement.in.includes(topLevel))
  .filter(({ keyword }) => !keyword.startsWith('<'))
  .map(form);

/** How statements read, by the word they begin with: shown when what follows the word cannot be read. */
export const statementForms: Readonly<Record<string, string>> = Object.fromEntries([
  ...columnForms,
  ...clauseForms,
  ...ownForms,
]);

function clausesAfter(column: string): readonly string[] {
  return clauseSchemas.map(({ example }) => example).filter((example) => example.startsWith(`${column}:`));
}

function form({ keyword, example, otherwise = [] }: StatementSchema): readonly [string, string] {
  return [firstWord(keyword), oneOf([example, ...otherwise])];
}

function firstWord(keyword: string): string {
  return keyword.split(' ')[0] ?? keyword;
}

function oneOf(examples: readonly string[]): string {
  const forms = examples.map((example) => `\`${example}\``);
  return forms.length < 2 ? forms.join('') : `${forms.slice(0, -1).join(', ')} or ${forms.at(-1)}`;
}

/** How declarations read, by the word they begin with. */
export const declarationForms: Readonly<Record<string, string>> = {
  import: '`import "./cohorts.vigil"`',
  product: '`product Name "Title" { … }`',
  role: '`role Name "Title"`',
  channel: '`channel Name: slack { … }`',
  pipeline: '`pipeline Name: github { … }`',
  dataset: '`dataset Name { source: "file.parquet" }`',
  model: '`model Name "Title" version "1.0.0" { … }`',
  log: '`log Name of Model { source: "file.parquet" time: column … }`',
  subgroups: '`subgroups Name { sex = column in ["F", "M"] }`',
  monitor: '`monitor Name on Log { every 1 month … }`',
  runbook: '`runbook Name { step "…" }`',
  hazard: '`hazard Name "Title" { … }`',
  changePlan: '`changePlan Name for Model { modification … }`',
  trial: '`trial Name "Title" { arm … endpoint … }`',
  scenario: '`scenario Name { from Dataset … expect … }`',
  waive: '`waive Checklist.item because "…" approved by Role until 2027-06-30`',
  checklist: '`checklist Name "Title" { item … }`',
};
