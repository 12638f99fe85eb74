import { expect, it } from 'vitest';
import { markdownText } from './markdown-escape.js';

it.each([
  ['a|b', 'a\\|b'],
  ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
  ['https://e.org www.e.org', 'https\\://e.org www\\.e.org'],
  ['@team', '`@`team'],
  ['line\n\n# title', 'line \\# title'],
  ['time_in_hospital _x_', 'time_in_hospital \\_x\\_'],
  ['&lt;', '\\&lt;'],
  ['safe\u202egnp.exe', 'safe⟨U+202E⟩gnp.exe'],
  ['- item', '\\- item'],
  ['$x$', '&#36;x&#36;'],
])('writes %j as %j', (text, expected) => {
  expect(markdownText(text)).toBe(expected);
});
