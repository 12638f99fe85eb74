import {
  blockSchema,
  clauseSchemas,
  type DeclarationSchema,
  declarationSchemas,
  statementsIn,
} from '../schema/index.js';
import { fieldSection } from './fields.js';
import { itemSection } from './items.js';
import { code, fenced, link, type Page, paragraphs, plain } from './markdown.js';
import { clauseTable, example, statementSection } from './statements.js';

/** The page of one kind of declaration. */
export function declarationPage(schema: DeclarationSchema): Page {
  const { kind, title, documentation, syntax, fields, blocks } = schema;
  const statements = statementsIn(kind);
  const clauses = clauseSchemas.filter((clause) => fields.some(({ name }) => clause.in.includes(name)));
  const names = [
    ...statements.map(({ keyword }) => keyword),
    'name',
    'title',
    'version',
    ...fields.map(({ name }) => name),
  ];
  const text = paragraphs([
    `# ${title}`,
    plain(documentation),
    fenced(syntax),
    'For example:',
    example(schema.snippet),
    schema.open ? 'Other fields may stand here too; they are kept as written.' : '',
    statements.length === 0 ? '' : '## Statements',
    ...statements.flatMap(statementSection),
    kind === 'checklist' ? '## What an item says' : '',
    ...(kind === 'checklist' ? statementsIn('item').flatMap(statementSection) : []),
    '## Fields',
    ...fieldSection(fields),
    clauses.length === 0 ? '' : 'Some fields may be written with more:',
    clauses.length === 0 ? '' : clauseTable(clauses),
    ...blocks.flatMap(({ name }) => blockSection(kind, name)),
    ...itemSection(kind, [...new Set(names)]),
    footer(kind),
  ]);
  return { file: `${kind}.md`, text };
}

/** A block is described where it can stand first, and linked from elsewhere. */
function blockSection(kind: string, name: string): string[] {
  const block = blockSchema(kind, name);
  if (block === undefined) return [];
  const heading = `## Block ${code(name)}`;
  const home = declarationSchemas.find(({ blocks }) => blocks.some((each) => each.name === name))?.kind;
  if (home !== undefined && home !== kind) {
    return [
      heading,
      `${plain(block.title)} It has ${link(`the same fields as in ${code(home)}`, `${home}.md#block-${name.toLowerCase()}`)}.`,
    ];
  }
  return [
    heading,
    plain(block.title),
    example(block.snippet),
    ...fieldSection(block.fields),
    ...itemSection(
      name,
      block.fields.map((field) => field.name),
    ).map((part) => (part === '## Items served' ? `### Items served by ${code(name)}` : part)),
  ];
}

function footer(kind: string): string {
  const others = declarationSchemas.map((schema) => schema.kind);
  const at = others.indexOf(kind);
  const beside = [others[at - 1], others[at + 1]].flatMap((other) => (other === undefined ? [] : [other]));
  return [
    link('All declarations', 'README.md'),
    ...beside.map((other) => link(code(other), `${other}.md`)),
  ].join(' · ');
}
