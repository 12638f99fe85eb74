import { expect, it } from 'vitest';
import { MemoryBytes } from '../testing/memory-bytes.js';
import { SAMPLE_BYTES } from '../text-sample.js';
import { csvColumns } from './read-csv.js';

/** Columns as 'name: type', with '?' where a missing value was seen; or the problem. */
async function read(content: string | Uint8Array): Promise<string> {
  const outcome = await csvColumns(new MemoryBytes(content));
  if ('problem' in outcome) return outcome.problem;
  const columns = outcome.columns.map(({ name, type, nullable }) => `${name}: ${type}${nullable ? '?' : ''}`);
  return `${columns.join(', ')} (${outcome.rows ?? 'some'} rows)`;
}
const long = (line: string): string => line.repeat(Math.ceil(SAMPLE_BYTES / line.length) + 1);

it.each([
  ['one row', 'a,b\n1,x\n', 'a: integer, b: text (1 rows)'],
  ['no line end after the last row', 'a,b\n1,x', 'a: integer, b: text (1 rows)'],
  ['header alone', 'a,b', 'a: unknown, b: unknown (0 rows)'],
  ['CRLF', 'a,b\r\n1,x\r\n2,y\r\n', 'a: integer, b: text (2 rows)'],
  ['CR alone', 'a,b\r1,x\r2,y\r', 'a: integer, b: text (2 rows)'],
  ['byte order mark', '\uFEFFa,b\n1,x\n', 'a: integer, b: text (1 rows)'],
  ['byte order mark before a quote', '\uFEFF"a;1",b\n1,x\n', 'a;1: integer, b: text (1 rows)'],
  ['missing values', 'a,b,c\n1,,\n,"",\n', 'a: integer?, b: unknown?, c: unknown? (2 rows)'],
  ['last field empty at the end of the file', 'a,b\n1,', 'a: integer, b: unknown? (1 rows)'],
  ['doubled quotes', '"a ""x""",b\n1,2\n', 'a "x": integer, b: integer (1 rows)'],
  [
    'line breaks and commas in quotes',
    '"a,\nb",c\n1,"x\r\n,y"\n'.replace('\nb', ' b'),
    'a, b: integer, c: text (1 rows)',
  ],
  ['a quote inside a plain field', 'a,b\n5" tube,2\n', 'a: text, b: integer (1 rows)'],
  ['blank lines', 'a,b\n\n1,x\n\n\n', 'a: integer, b: text (1 rows)'],
  ['one column, where a blank line is a missing value', 'a\n1\n\n', 'a: integer? (2 rows)'],
  ['a quoted name with a semicolon', '"a;b"\n1\n', 'a;b: integer (1 rows)'],
  ['more rows than the sample', `a,b\n${long('1,x\n')}`, 'a: integer, b: text (some rows)'],
  ['a number beyond the sample', `a\n${long('1\n')}x\n`, 'a: integer (some rows)'],
  ['a quote left open beyond the sample', `a,b\n1,"${long('x')}`, 'a: unknown, b: unknown (some rows)'],
])('%s', async (_, content, expected) => {
  expect(await read(content)).toBe(expected);
});

it('a character cut in two by the end of the sample is no fault', async () => {
  const start = 'a,b\n1,';
  // The last byte of the sample is the first of two.
  const content = `${start}${'x'.repeat(SAMPLE_BYTES - start.length - 1)}ü\n2,y\n`;
  expect(await read(content)).toBe('a: unknown, b: unknown (some rows)');
});

it.each([
  ['nothing', '', 'The file is empty.'],
  ['a byte order mark alone', '\uFEFF', 'The file is empty.'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'The file is text in UTF-16; save it as UTF-8.'],
  ['Latin-1', new Uint8Array([0x61, 0xe4, 0x0a]), 'The file is not text in UTF-8; save it as UTF-8.'],
  ['binary', new Uint8Array([0x50, 0x4b, 0, 4]), 'The file holds binary data, not text in UTF-8.'],
  [
    'semicolons',
    'a;b\n1;2\n',
    'The header is divided by semicolons; only commas are read. Save the file with commas.',
  ],
  [
    'quoted, with semicolons',
    '"a";"b"\n',
    'The header is divided by semicolons; only commas are read. Save the file with commas.',
  ],
  ['tabs', 'a\tb\n1\t2\n', 'The header is divided by tabs; only commas are read. Save the file with commas.'],
  ['no name', 'a,,c\n', 'Column 2 has no name in the header. Give it one.'],
  [
    'the same name',
    'a,b,A\n',
    'Columns 1 and 3 have the same name (upper and lower case count as the same). Rename one.',
  ],
  [
    'no header',
    'Jane,1944-02-03\nJohn,1950-03-04\n',
    'Column 2 has a value where the header should name it. Add a first line with the names of the columns.',
  ],
  [
    'a name with a text-direction mark',
    'a,b\u202Ec\n',
    'The name of column 2 is longer than 255 bytes or holds control or text-direction characters. Rename it.',
  ],
  [
    'too long a name',
    `${'a'.repeat(256)},b\n`,
    'The name of column 1 is longer than 255 bytes or holds control or text-direction characters. Rename it.',
  ],
  [
    'too few fields',
    'a,b\n"x\ny",2\nJane\n',
    'Line 4 has 1 fields, the header 2. Put text with commas or line breaks in double quotes.',
  ],
  [
    'too many fields',
    'a,b\n1,2,3\n',
    'Line 2 has 3 fields, the header 2. Put text with commas or line breaks in double quotes.',
  ],
  [
    'an open quote',
    'a,b\n1,2\n1,"Jane\n',
    'In the record that starts on line 3, a quote is opened and never closed. Write a double quote inside a quoted field twice.',
  ],
  [
    'text after a quote',
    'a,b\n"Jane"Doe,2\n',
    'In the record that starts on line 2, text follows a closing quote. Write a double quote inside a quoted field twice.',
  ],
  ['an endless header', long('a,'), 'The header does not end within the first 64 kB.'],
  ['a header of one endless quote', `"${long('a')}`, 'The header does not end within the first 64 kB.'],
  [
    'too many columns',
    Array.from({ length: 2001 }, (_, index) => `c${index}`).join(','),
    'The file has 2001 columns, counting what nested ones hold; at most 2000 are read. Keep only the columns that are monitored.',
  ],
])('%s is a problem', async (_, content, expected) => {
  expect(await read(content)).toBe(expected);
});
