// Writes the tables into docs/regulations.md, each between two comments with its name; with --check it only says
// whether they are stale. Needs a build: `npm run build`.
import { readFileSync, writeFileSync } from 'node:fs';
import { regulationsTables } from '../dist/checklists/regulations-tables.js';

const page = new URL('../../../docs/regulations.md', import.meta.url);
const before = readFileSync(page, 'utf8');
let wanted = before;
for (const [name, table] of Object.entries(regulationsTables())) {
  const mark = `<!-- ${name} -->\n`;
  const [head, , ...rest] = wanted.split(mark);
  if (rest.length !== 1) throw new Error(`docs/regulations.md must have the comment ${name} twice`);
  wanted = [head, `${table}\n`, rest[0]].join(mark);
}
if (!process.argv.includes('--check')) writeFileSync(page, wanted);
else if (wanted !== before) {
  console.error('docs/regulations.md is stale: node packages/language/scripts/regulations-page.mjs');
  process.exitCode = 1;
}
