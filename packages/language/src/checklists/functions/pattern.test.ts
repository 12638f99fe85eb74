import { describe, expect, it } from 'vitest';
import { compilePattern } from './pattern.js';

function matches(pattern: string, text: string): boolean | string {
  const compiled = compilePattern(pattern);
  return 'problem' in compiled ? compiled.problem : compiled.matches(text);
}

describe('agrees with the regular expressions of JavaScript', () => {
  const texts = [
    '',
    'a',
    'ab',
    'aab',
    'abab',
    '9.2.i',
    '9x2xi',
    'GDPR 9.2.(j)',
    'a\nb',
    'ÄÖ',
    '😀b',
    'x-y_z',
    '2026-11-20',
    '   ',
  ];
  it.each([
    'a',
    '^a$',
    'a*b',
    '^(ab)+$',
    '^(?:ab){2}$',
    '^a{1,2}b?$',
    '9\\.2\\.[a-j]',
    '[^a-z]',
    'a|^$',
    '^\\d{4}-\\d{2}-\\d{2}$',
    '\\w-\\w',
    '^\\s+$',
    '^.$',
    '[]a]',
    '^(a|ab)(c|bcd)?$',
    'x[-y]',
    '(a*)*b',
    '\\.',
  ])('%s', (pattern) => {
    const expected = texts.map((text) => new RegExp(pattern.replace('[]a]', '[\\]a]'), 'u').test(text));
    expect(texts.map((text) => matches(pattern, text))).toEqual(expected);
  });
});

it('takes time linear in the text for patterns that take others forever', () => {
  expect(matches('^(a+)+$', `${'a'.repeat(2_000)}b`)).toBe(false);
  expect(matches('^(a|a)*$', `${'a'.repeat(2_000)}b`)).toBe(false);
  expect(matches('^(a?){50}a{50}$', 'a'.repeat(50))).toBe(true);
});

it.each([
  ['(a', 'a ( is not closed'],
  ['a)', 'a ) has no ('],
  ['[a', 'a [ is not closed'],
  ['*a', 'nothing stands before *'],
  ['a{2', 'a { is not closed'],
  ['a{3,2}', 'a repetition ends before it begins'],
  ['(?=a)', 'only plain groups and (?: are known'],
  ['\\1', '\\1 is not known'],
  ['a\\', 'it ends with \\'],
  ['((a{99}){99}){99}', 'it repeats too much'],
  ['a'.repeat(201), 'it is longer than 200 characters'],
])('refuses %s', (pattern, problem) => {
  expect(matches(pattern, 'a')).toBe(problem);
});
