// Writes docs/diagnostics.md from the tables of messages; with --check it only says whether the page is stale.
// Needs a build: `npm run build`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { diagnosticsPage } from '../dist/diagnostics/diagnostics-page.js';

const page = new URL('../../../docs/diagnostics.md', import.meta.url);
const runtimeTable = new URL('../../runtime/dist/problem-codes.js', import.meta.url);
// The runtime stands to the right of the language: its table is read only here, where the page is made.
const runtime = existsSync(runtimeTable) ? await import(runtimeTable.href) : { problemCodes: [] };
const wanted = diagnosticsPage(runtime.problemCodes);
if (process.argv.includes('--check')) {
  const stale = !existsSync(page) || readFileSync(page, 'utf8') !== wanted;
  if (stale)
    console.error('docs/diagnostics.md is stale: node packages/language/scripts/diagnostics-page.mjs');
  process.exitCode = stale ? 1 : 0;
} else {
  writeFileSync(page, wanted);
}
