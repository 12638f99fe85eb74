import { expect, it } from 'vitest';
import { MemoryBytes } from '../testing/memory-bytes.js';
import { SAMPLE_BYTES } from '../text-sample.js';
import { jsonlColumns } from './read-jsonl.js';

/** Columns as 'name: type', with '?' where a missing value was seen, nested ones as 'name{fields}'; or the problem. */
async function read(content: string): Promise<string> {
  const outcome = await jsonlColumns(new MemoryBytes(content));
  if ('problem' in outcome) return outcome.problem;
  const columns = outcome.columns.map(({ name, type, nullable }) => `${name}: ${type}${nullable ? '?' : ''}`);
  const nested = outcome.nested.map(({ name, fields }) => `${name}{${fields.join(' ')}}`);
  return `${[...columns, ...nested].join(', ')} (${outcome.rows ?? 'some'} rows)`;
}
const deep = (levels: number): string => `${'{"k":'.repeat(levels)}1${'}'.repeat(levels)}`;

it.each([
  [
    'keys in the order they are first seen',
    '{"b":1,"a":"x"}\n{"c":true,"a":"y"}\n',
    'b: integer?, a: text, c: boolean? (2 rows)',
  ],
  ['null', '{"a":null,"b":1}\n{"a":null,"b":null}\n', 'a: unknown?, b: integer? (2 rows)'],
  [
    'numbers',
    '{"a":1,"b":1.5,"c":1}\n{"a":2,"b":2,"c":1e300}\n',
    'a: integer, b: number, c: integer (2 rows)',
  ],
  ['text in digits stays text', '{"a":"1"}\n', 'a: text (1 rows)'],
  ['time', '{"a":"2024-01-31T00:04:29Z","b":"31.01.2024"}\n', 'a: timestamp, b: text (1 rows)'],
  ['a mixture', '{"a":1}\n{"a":"x"}\n', 'a: text (2 rows)'],
  ['CRLF, blank lines, byte order mark', '\uFEFF{"a":1}\r\n\r\n{"a":2}', 'a: integer (2 rows)'],
  [
    'lists and records',
    '{"a":[1],"b":{"x":1,"y":{"z":null}},"c":1}\n{"b":{"w":2}}\n',
    'c: integer?, a{}, b{b.x b.y.z b.w} (2 rows)',
  ],
  ['nested once is nested', '{"a":1}\n{"a":{"x":1}}\n', 'a{a.x} (2 rows)'],
  ['records looked into eight deep', `${deep(12)}\n`, 'k{k.k.k.k.k.k.k.k.k} (1 rows)'],
  ['keys no spec can name', '{"":1,"a\\u202eb":1,"c\\n":1,"d":1}\n', 'd: integer (1 rows)'],
  [
    'keys of the prototype',
    '{"__proto__":1,"constructor":"x"}\n',
    '__proto__: integer, constructor: text (1 rows)',
  ],
  ['an object without keys', '{}\n', ' (1 rows)'],
  ['more lines than the sample', '{"a":1}\n'.repeat(SAMPLE_BYTES), 'a: integer (some rows)'],
  [
    'a line cut by the end of the sample',
    `{"a":1}\n{"a":"${'x'.repeat(SAMPLE_BYTES)}"}\n`,
    'a: integer (some rows)',
  ],
])('%s', async (_, content, expected) => {
  expect(await read(content)).toBe(expected);
});

it.each([
  ['nothing', '', 'The file is empty.'],
  ['blank lines alone', '\n \n', 'The file holds no JSON object; one is expected on each line.'],
  [
    'a list',
    '[{"a":1}]\n',
    'Line 1 is a list, not an object. Write one object on each line, without a list around them.',
  ],
  [
    'a single value',
    '{"a":1}\n"Jane"\n',
    'Line 2 is a single value, not an object. Write one object on each line, without a list around them.',
  ],
  [
    'null',
    'null\n',
    'Line 1 is a single value, not an object. Write one object on each line, without a list around them.',
  ],
  [
    'JSON over many lines',
    '{\n  "a": 1\n}\n',
    'Line 1 is not a complete JSON object; this is one JSON text over many lines, or no JSON. Write one object on each line, without a list around them.',
  ],
  [
    'a half line',
    '{"a":1}\n{"a":"Jane\n',
    'Line 2 is not a complete JSON object. Write one object on each line, without a list around them.',
  ],
  [
    'nesting without end',
    '['.repeat(SAMPLE_BYTES - 1),
    'Line 1 is not a complete JSON object; this is one JSON text over many lines, or no JSON. Write one object on each line, without a list around them.',
  ],
  [
    'an endless line',
    `{"a":"${'x'.repeat(SAMPLE_BYTES)}"}`,
    'The first line does not end within the first 64 kB.',
  ],
  [
    'too many keys',
    `{${Array.from({ length: 2001 }, (_, index) => `"c${index}":1`).join(',')}}`,
    'The file has 2001 columns, counting what nested ones hold; at most 2000 are read. Keep only the columns that are monitored.',
  ],
])('%s is a problem', async (_, content, expected) => {
  expect(await read(content)).toBe(expected);
});
