// Writes src/checklists/library/*.vigil from the checklists collected beside the repository (../shared/regulations); with
// --check it only says which are stale. Without them it skips. Needs a build: `npm run build`.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { EmptyFileSystem } from 'langium';
import { formatSpec } from '../dist/editor/formatting/format-spec.js';
import { createVigilServices } from '../dist/services.js';
import { readYaml } from './regulations/read-yaml.mjs';
import { checklistText } from './regulations/vigil-text.mjs';

const collected = new URL('../../../../shared/regulations/', import.meta.url);
const library = new URL('../src/checklists/library/', import.meta.url);

if (!existsSync(collected)) console.log('skipped: ../shared/regulations is not there');
else {
  const { vigil } = createVigilServices(EmptyFileSystem);
  mkdirSync(library, { recursive: true });
  const names = readdirSync(collected).filter((name) => name.endsWith('.yaml') && !name.startsWith('_'));
  for (const name of names.sort()) {
    const written = checklistText(readYaml(readFileSync(new URL(name, collected), 'utf8')));
    const formatted = formatSpec(written, vigil);
    if ('problem' in formatted) {
      const { line, column, message } = formatted.problem;
      throw new Error(`${name}: ${message} at ${line}:${column}: ${written.split('\n')[line - 1]}`);
    }
    const file = new URL(name.replace(/yaml$/, 'vigil'), library);
    if (!process.argv.includes('--check')) writeFileSync(file, formatted.text);
    else if (!existsSync(file) || readFileSync(file, 'utf8') !== formatted.text) {
      console.error(`${file.pathname.split('/').at(-1)} is not what was collected`);
      process.exitCode = 1;
    }
  }
}
