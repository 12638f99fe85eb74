import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnosticsPage, languageSection, languageSectionOf } from './diagnostics-page.js';
import { messageTable } from './message-table.js';

const page = readFileSync(new URL('../../../../docs/diagnostics.md', import.meta.url), 'utf8');

it('docs/diagnostics.md says what the table says (else: node packages/language/scripts/diagnostics-page.mjs)', () => {
  expect(languageSectionOf(page)).toBe(languageSection());
});

it('every code has one section', () => {
  for (const { code } of Object.values(messageTable)) {
    expect(
      page.split('\n').filter((line) => line === `#### ${code}`),
      code,
    ).toHaveLength(1);
  }
});

it('codes of the runtime stand in a section of their own, in order', () => {
  const row = { title: 'T', meaning: 'M.', mend: 'D.' };
  const text = diagnosticsPage([
    { code: 'VGR0002', ...row },
    { code: 'VGR0001', ...row },
  ]);
  expect(text.indexOf('#### VGR0001')).toBeGreaterThan(text.indexOf('## Data, models and engines'));
  expect(text.indexOf('#### VGR0002')).toBeGreaterThan(text.indexOf('#### VGR0001'));
});
