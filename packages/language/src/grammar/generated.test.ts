import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

it('the committed parser is what the grammar generates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-generate-'));
  try {
    const config = JSON.parse(readFileSync(join(root, 'langium-config.json'), 'utf8'));
    const [language] = config.languages;
    const { out, textMate } = { out: config.out, textMate: language.textMate };
    language.grammar = relative(folder, join(root, language.grammar));
    writeFileSync(
      join(folder, 'langium-config.json'),
      JSON.stringify({
        ...config,
        out: 'generated',
        languages: [{ ...language, textMate: { out: 'vigil.json' } }],
      }),
    );
    execFileSync(
      process.execPath,
      [
        ...['--import', join(root, 'packages/language/scripts/object-group-by.mjs')],
        ...[
          join(root, 'node_modules/langium-cli/bin/langium.js'),
          'generate',
          '-f',
          join(folder, 'langium-config.json'),
        ],
      ],
      { cwd: folder, stdio: 'pipe' },
    );
    for (const file of ['ast.ts', 'grammar.ts', 'module.ts']) {
      expect(readFileSync(join(folder, 'generated', file), 'utf8'), file).toBe(
        readFileSync(join(root, out, file), 'utf8'),
      );
    }
    expect(readFileSync(join(folder, 'vigil.json'), 'utf8')).toBe(
      readFileSync(join(root, textMate.out), 'utf8'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
