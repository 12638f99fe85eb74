import { declarationSchemas, statementsIn, themes, topLevel } from '../schema/index.js';
import { code, link, type Page, paragraphs, plain, table } from './markdown.js';
import { statementSection } from './statements.js';

/** The first page: every declaration by theme, values, what belongs to no declaration, and the other pages. */
export function indexPage(metrics: number, items: number): Page {
  const fields = declarationSchemas.reduce(
    (sum, schema) =>
      sum + schema.fields.length + schema.blocks.reduce((all, block) => all + block.fields.length, 0),
    0,
  );
  const text = paragraphs([
    '# Reference',
    `${declarationSchemas.length} declarations with ${fields} fields, ${metrics} metrics. These pages are generated from the table that checks, completion and hovers use: \`npm run build && node packages/language/scripts/reference-manual.mjs\`.`,
    ...themes.flatMap(({ title, declarations }) => [
      `## ${title}`,
      table(
        ['Declaration', 'Says'],
        declarations.map(({ kind, documentation }) => [link(code(kind), `${kind}.md`), plain(documentation)]),
      ),
    ]),
    '## Metrics',
    `${link('Every metric', 'metrics.md')} with its formula, range, arguments and source.`,
    '## Values',
    table(['Value', 'Written'], values),
    '## Outside of declarations',
    ...statementsIn(topLevel).flatMap(statementSection),
    '## Checklists',
    `Pages of declarations list the items of checklists that depend on each field; ${link('the overview', 'coverage.md')} counts ${items} items, concept by concept. Severity and mapping are our choice; not legal advice.`,
  ]);
  return { file: 'README.md', text };
}

const values: readonly (readonly [string, string])[] = [
  ['text', `${code('"one line"')}, or ${code('"""several lines, Markdown"""')}`],
  ['number', `${code('0.15')}, ${code('42')}, ${code('-1')}`],
  ['share', `${code('5%')}, which is ${code('0.05')}`],
  ['duration', `${code('30 days')}, ${code('4 hours')}, ${code('1 quarter')}`],
  ['date', code('2026-11-20')],
  ['truth', `${code('true')}, ${code('false')}, perhaps with ${code('because "…"')}`],
  ['word', `${code('locked')}: one of those a field lists, perhaps with ${code('because "…"')}`],
  ['name', `${code('Training')}: of a declaration in this file or an imported one`],
  ['column', `${code('age')}, or ${code('`Heart Rate`')} where it is no single word`],
  ['list', code('["a", "b"]')],
  ['record', code('{ name: "DSMB", chair: ClinicalLead }')],
  ['secret', `${code('env "SLACK_WEBHOOK_URL"')}: the name of an environment variable, never the secret`],
];
