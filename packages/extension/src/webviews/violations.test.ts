import { expect, it } from 'vitest';
import { Violations } from './violations.js';

it('says each directive once, and nothing that a page may have put in its place', () => {
  const lines: string[] = [];
  const violations = new Violations('dashboard', (line) => lines.push(line));
  violations.report('script-src-elem');
  violations.report('script-src-elem');
  violations.report('img-src');
  violations.report('patient 4711, sepsis');
  violations.report('x'.repeat(5_000));
  expect(lines).toEqual([
    'The dashboard page broke its content security policy (script-src-elem). What it tried was refused.',
    'The dashboard page broke its content security policy (img-src). What it tried was refused.',
    'The dashboard page broke its content security policy (one it does not name). What it tried was refused.',
  ]);
});
