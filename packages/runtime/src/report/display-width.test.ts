import { expect, it } from 'vitest';
import { displayWidth, pad, printable, truncate, wrap } from './display-width.js';

it.each([
  ['abc', 3],
  ['▁▂█·✓✗▲○', 8],
  ['体温', 4],
  ['한국', 4],
  ['e\u0301', 1],
  ['👩‍⚕️', 2],
  ['⚠️', 2],
  ['ﾊﾝｶｸ', 4],
])('%s takes %d columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it('cuts and pads by columns, not by characters', () => {
  expect(truncate('体温体温', 5)).toBe('体温…');
  expect(truncate('abc', 3)).toBe('abc');
  expect(pad('体温', 6, 'left')).toBe('体温  ');
  expect(pad('体温', 6, 'right')).toBe('  体温');
});

it('wraps at spaces and leaves a long word whole', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('a verylongword b', 6)).toEqual(['a', 'verylongword', 'b']);
});

it('shows what could rewrite a terminal line', () => {
  expect(printable('a\u001b[2Kb\u202ec\r')).toBe('a⟨U+001B⟩[2Kb⟨U+202E⟩c⟨U+000D⟩');
});
