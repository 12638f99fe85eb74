import { expect, it } from 'vitest';
import { hiddenCharacters, withoutHidden } from './hidden-characters.js';

it.each<[string, string, string[]]>([
  ['an override in a comment', '// safe \u202Eefas', ['8 U+202E RIGHT-TO-LEFT OVERRIDE']],
  [
    'isolates in a comment, also balanced',
    '/* \u2066a\u2069 */',
    ['3 U+2066 LEFT-TO-RIGHT ISOLATE', '5 U+2069 POP DIRECTIONAL ISOLATE'],
  ],
  ['an embedding in a text', 'role A "x\u202A"', ['9 U+202A LEFT-TO-RIGHT EMBEDDING']],
  ['marks in a long text', '"""\n\u200F\u200E"""', ['4 U+200F RIGHT-TO-LEFT MARK']],
  ['a zero width space in a name', 'ro\u200Ble A', ['2 U+200B ZERO WIDTH SPACE']],
  ['a joiner in a column', '`Heart\u200D Rate`', ['6 U+200D ZERO WIDTH JOINER']],
  ['a joiner between Latin letters of a text', '"Fema\u200Dle"', ['5 U+200D ZERO WIDTH JOINER']],
  ['a joiner of an emoji', 'role A "👩\u200D⚕️"', []],
  ['a non-joiner of Persian', '"می\u200Cخواهم"', []],
  ['a joiner between names', '"a" \u200D "b"', ['4 U+200D ZERO WIDTH JOINER']],
  ['a soft hyphen in a text', '"Wieder\u00ADaufnahme"', []],
  ['a soft hyphen in a name', 'Wieder\u00ADaufnahme', ['6 U+00AD SOFT HYPHEN']],
  ['zero width in a comment', '// a\u200Bb', []],
  ['a byte order mark at the start', '\uFEFFrole A', []],
  ['a byte order mark elsewhere', 'role\uFEFF A', ['4 U+FEFF ZERO WIDTH NO-BREAK SPACE']],
  ['tags', '"a\u{E0041}\u{E0042}"', ['2 U+E0041 TAG CHARACTER']],
  ['Arabic and Hebrew by themselves', '"نص עברית" // נכון', []],
  ['an unclosed comment', '/* \u202E', ['3 U+202E RIGHT-TO-LEFT OVERRIDE']],
  ['nothing hidden', 'role A "Ä 🩺" // ok', []],
])('%s', (_, text, expected) => {
  expect(hiddenCharacters(text).map(({ offset, name }) => `${offset} ${name}`)).toEqual(expected);
  expect(hiddenCharacters(withoutHidden(text))).toEqual([]);
});

it('a text full of them is reported up to a limit', () => {
  expect(hiddenCharacters('a\u200B'.repeat(10_000))).toHaveLength(500);
});
