import { expect, it } from 'vitest';
import { code, emphasis, link, notStated, strong, words } from '../content/inline.js';
import { inlineMarkdown } from './inline-markdown.js';

const headings = new Set(['Monitor Inputs', 'Metric out_of_range']);

it.each([
  [words`${strong('a*b')} and ${emphasis('x_')} ${0.05}`, '**a\\*b** and *x\\_* 0.05'],
  [words`from ${'[x]'}${'(y)'}`, 'from \\[x\\](y)'],
  [code('time_in_hospital'), '`time_in_hospital`'],
  // Nothing can be escaped inside a code span.
  [code('Heart` Rate|'), '“Heart\\` Rate\\|”'],
  [[code('a'), code('b')], '`a` `b`'],
  [link('Inputs', 'Monitor Inputs'), '[Inputs](#monitor-inputs)'],
  [link('Range', 'Metric out_of_range'), '[Range](#metric-out_of_range)'],
  [link('Elsewhere', 'Monitor Gone'), 'Elsewhere'],
  [notStated('intendedUse.users'), '*Not stated*: write `intendedUse.users`'],
])('%j is %s', (inline, markdown) => {
  expect(inlineMarkdown(inline, headings)).toBe(markdown);
});
