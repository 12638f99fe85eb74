import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csv, header, rows, spec } from '../bad-input/small-log.js';
import { folder, vigil } from '../vigil.js';

/** Every cell of every row holds a mark of its own: none may appear in any output, whatever goes wrong. */
const mark = (row: number, column: string) => `zq${column}${row}qz`;

/** Spoils each text column, and the type of each other column, with marks. */
function marked(columns: readonly string[]): string {
  const names = header.split(',');
  return csv(
    rows().map((r, i) => r.map((cell, c) => (columns.includes(names[c]!) ? mark(i, names[c]!) : cell))),
  );
}
/** All files below a folder, as text. */
function contents(at: string): string {
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => readFileSync(join(e.parentPath, e.name), 'latin1'))
    .join('\n');
}

const columns = header.split(',');
const ways: readonly (readonly string[])[] = [
  ['id'],
  ['sex'],
  ...columns.map((c) => ['id', 'sex', c]),
  columns,
];

for (const spoilt of ways)
  for (const format of ['text', 'json', 'markdown'])
    it(`no cell appears in ${format} output when ${spoilt.join(', ')} hold marks`, () => {
      const temporary = folder();
      const at = folder({
        'spec.vigil': spec(),
        'log.csv': marked(spoilt),
        'reference.csv': marked(['id', 'sex']),
      });
      const out = join(folder(), 'out');
      const { stdout, stderr } = vigil(['run', 'spec.vigil', '--format', format, '--out', out], {
        cwd: at,
        env: { TMPDIR: temporary },
      });
      expect(stdout.length + stderr.length).toBeGreaterThan(0);
      expect(stdout + stderr).not.toMatch(/zq[a-z]+\d+qz/);
      expect(contents(join(out, '..'))).not.toMatch(/zq[a-z]+\d+qz/);
      // Nothing is left behind in the temporary folder either.
      expect(contents(temporary)).not.toMatch(/zq[a-z]+\d+qz/);
    });

it('the marks are really there to be found', () => {
  expect(marked(['sex'])).toMatch(/zqsex0qz/);
  expect(tmpdir().length).toBeGreaterThan(0);
});
