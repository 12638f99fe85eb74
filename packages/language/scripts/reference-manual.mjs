// Writes docs/reference/ from the table of declarations and the catalogue of metrics; with --check it only says which
// pages are stale. Needs a build: `npm run build`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { referenceManual } from '../dist/manual/reference-manual.js';

const folder = new URL('../../../docs/reference/', import.meta.url);
const pages = referenceManual();
mkdirSync(folder, { recursive: true });
const obsolete = readdirSync(folder).filter((name) => !pages.some(({ file }) => file === name));
if (process.argv.includes('--check')) {
  const current = ({ file, text }) => {
    const page = new URL(file, folder);
    return existsSync(page) && readFileSync(page, 'utf8') === text;
  };
  const stale = [...pages.filter((page) => !current(page)).map(({ file }) => file), ...obsolete];
  if (stale.length > 0) {
    console.error(
      `docs/reference is stale (${stale.join(', ')}): node packages/language/scripts/reference-manual.mjs`,
    );
    process.exitCode = 1;
  }
} else {
  for (const name of obsolete) rmSync(new URL(name, folder));
  for (const { file, text } of pages) writeFileSync(new URL(file, folder), text);
}
