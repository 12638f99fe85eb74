import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { sectionOf } from './documentation-section.js';

const page = `# Diagnostics

## Specs

### VGL0001

One.

\`\`\`
### no heading
\`\`\`

#### More

### VGL0002

Two.
`;

it('is a heading with what is below it', () => {
  expect(sectionOf(page, 'vgl0001')).toBe('### VGL0001\n\nOne.\n\n```\n### no heading\n```\n\n#### More\n');
  expect(sectionOf(page, 'vgl0002')).toBe('### VGL0002\n\nTwo.\n');
});

it('is the page where no heading has the name', () => {
  expect(sectionOf(page, 'vgl9999')).toBe(page);
  expect(sectionOf(page, '')).toBe(page);
});

it('of the shipped page is about one code', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../../docs/diagnostics.md'), 'utf8');
  const codes = [...text.matchAll(/^#{3,4} (VG[LR]\d{4})$/gm)].map(([, code]) => code!);
  expect(codes.length).toBeGreaterThan(100);
  for (const code of codes) {
    const section = sectionOf(text, code.toLowerCase());
    expect(section).toContain('*Mend:*');
    expect([...section.matchAll(/^#{3,4} (VG[LR]\d{4})$/gm)].map(([, each]) => each)).toEqual([code]);
  }
});
