import { describe, expect, it } from 'vitest';
import { MemoryBytes } from '../testing/memory-bytes.js';
import { type ElementToWrite, framed, parquetBytes } from '../testing/parquet-bytes.js';
import { MOST_FOOTER_BYTES, parquetColumns } from './read-parquet.js';

const read = (bytes: Uint8Array) => parquetColumns(new MemoryBytes(bytes));
const file = (...elements: ElementToWrite[]) =>
  parquetBytes({ name: 'root', children: elements.length }, elements, 7);
const problem = (found: string) => ({ problem: expect.stringContaining(found) });

describe('types as parquet.thrift numbers them', () => {
  it.each([
    ['BOOLEAN', { physical: 0 }, 'boolean'],
    ['INT32', { physical: 1 }, 'integer'],
    ['INT32, converted UINT_8', { physical: 1, converted: 11 }, 'integer'],
    ['INT32, logical INTEGER', { physical: 1, logical: 10 }, 'integer'],
    ['INT32, converted DATE', { physical: 1, converted: 6 }, 'timestamp'],
    ['INT32, logical DATE', { physical: 1, logical: 6 }, 'timestamp'],
    ['INT32, converted TIME_MILLIS', { physical: 1, converted: 7 }, 'text'],
    ['INT32, converted DECIMAL', { physical: 1, converted: 5 }, 'number'],
    ['INT32, logical UNKNOWN', { physical: 1, logical: 11 }, 'unknown'],
    ['INT64', { physical: 2 }, 'integer'],
    ['INT64, converted TIMESTAMP_MILLIS', { physical: 2, converted: 9 }, 'timestamp'],
    ['INT64, converted TIMESTAMP_MICROS', { physical: 2, converted: 10 }, 'timestamp'],
    ['INT64, logical TIMESTAMP', { physical: 2, logical: 8 }, 'timestamp'],
    ['INT64, logical TIME', { physical: 2, logical: 7 }, 'text'],
    ['INT96', { physical: 3 }, 'timestamp'],
    ['FLOAT', { physical: 4 }, 'number'],
    ['DOUBLE', { physical: 5 }, 'number'],
    ['BYTE_ARRAY', { physical: 6 }, 'text'],
    ['BYTE_ARRAY, converted UTF8', { physical: 6, converted: 0 }, 'text'],
    ['BYTE_ARRAY, converted DECIMAL', { physical: 6, converted: 5 }, 'number'],
    ['BYTE_ARRAY, logical ENUM', { physical: 6, logical: 4 }, 'text'],
    ['FIXED_LEN_BYTE_ARRAY, logical UUID', { physical: 7, logical: 14 }, 'text'],
    ['FIXED_LEN_BYTE_ARRAY, logical FLOAT16', { physical: 7, logical: 15 }, 'number'],
    ['FIXED_LEN_BYTE_ARRAY, converted INTERVAL', { physical: 7, converted: 21 }, 'text'],
    ['a physical type yet to come', { physical: 8 }, 'text'],
  ])('%s', async (_, element, type) => {
    expect(
      await read(file({ name: 'a', repetition: 0, ...element }, { name: 'b', repetition: 1, ...element })),
    ).toEqual({
      columns: [
        { name: 'a', type, nullable: false },
        { name: 'b', type, nullable: true },
      ],
      nested: [],
      rows: 7,
    });
  });
});

it('a repeated column and columns inside groups are nested; names no spec can write are left out', async () => {
  const elements = [
    { name: 'marks', physical: 1, repetition: 2 },
    { name: 'a', physical: 1, repetition: 1 },
    { name: 'group', children: 2, repetition: 1 },
    { name: 'x', physical: 1, repetition: 1 },
    { name: 'inner', children: 2, repetition: 1 },
    { name: 'y', physical: 1, repetition: 1 },
    { name: 'z\n', physical: 1, repetition: 1 },
    { name: '', physical: 1, repetition: 1 },
    { name: 'b\u202E', physical: 1, repetition: 1 },
  ];
  expect(await read(parquetBytes({ name: 'root', children: 5 }, elements))).toEqual({
    columns: [{ name: 'a', type: 'integer', nullable: true }],
    nested: [
      { name: 'marks', fields: [] },
      { name: 'group', fields: ['group.x', 'group.inner.y'] },
    ],
    rows: 0,
  });
});

const column = { name: 'a', physical: 1, repetition: 1 };
const nestedIn = (levels: number): ElementToWrite[] => [
  ...Array.from({ length: levels }, () => ({ name: 'g', children: 1, repetition: 1 })),
  column,
];
const bits = [...parquetBytes({ name: 'root', children: 1 }, [column])];

it.each([
  ['nothing', new Uint8Array(), 'The file is empty.'],
  ['less than the shortest file', new Uint8Array(11), 'does not end as a Parquet file does'],
  ['another format', new TextEncoder().encode('a,b\n1,2\n3,4\n'), 'does not end as a Parquet file does'],
  ['a copy cut short', new Uint8Array(bits.slice(0, -3)), 'does not end as a Parquet file does'],
  [
    'an encrypted footer',
    framed([1, 2, 3], 'PARE'),
    'is encrypted. Write the file with a footer in plain text.',
  ],
  ['a footer of no length', framed([]), 'its length does not fit'],
  ['a footer longer than the file', framed([0], 'PAR1', 2), 'its length does not fit'],
  ['a footer of 4 GB', framed([0], 'PAR1', 0xffffffff), 'its length does not fit'],
  ['a footer without fields', framed([0]), 'it has no schema'],
  ['a schema without number of rows', framed([0x29, 0x0c, 0]), 'it has no number of rows'],
  [
    'a negative number of rows',
    parquetBytes({ name: 'root', children: 1 }, [column], -1),
    'it has no number of rows',
  ],
  ['a schema that is no list', framed([0x25, 2, 0]), 'another type than it should'],
  ['a schema without root', framed([0x29, 0x0c, 0x16, 0, 0]), 'a record lacks fields'],
  [
    'a list of 2^31 elements',
    framed([0x29, 0xfc, 0x80, 0x80, 0x80, 0x80, 0x08, 0]),
    'The file has 2147483648 columns',
  ],
  ['a number without end', framed([0x15, ...new Array<number>(30).fill(0xff), 0]), 'it ends too early'],
  [
    'a number padded without end',
    framed([0x36, ...new Array<number>(30).fill(0x80), 0]),
    'a number is too long',
  ],
  ['a number too large', framed([0x36, ...new Array<number>(9).fill(0xff), 1, 0]), 'a number is too large'],
  ['a text longer than the footer', framed([0x29, 0x1c, 0x48, 0x7f, 0x61]), 'it ends too early'],
  ['a name that is not UTF-8', framed([0x29, 0x1c, 0x48, 1, 0xff, 0]), 'a text is not UTF-8'],
  ['an element without name', framed([0x29, 0x1c, 0x15, 2, 0]), 'a column has no name'],
  ['structures without end', framed(new Array<number>(5000).fill(0x1c)), 'structures are nested too deeply'],
  [
    'fewer elements than children',
    parquetBytes({ name: 'root', children: 2 }, [column]),
    'a record lacks fields',
  ],
  [
    'more elements than children',
    parquetBytes({ name: 'root', children: 0 }, [column]),
    'columns belong to no record',
  ],
  ['2^30 children', parquetBytes({ name: 'root', children: 2 ** 30 }, [column]), 'a record lacks fields'],
  ['a negative number of children', file({ name: 'a', children: -1 }), 'a negative number of fields'],
  ['a column of no type', file({ name: 'a', repetition: 1 }), 'a column has no type'],
  [
    'groups without end',
    parquetBytes({ name: 'root', children: 1 }, nestedIn(100)),
    'columns are nested too deeply',
  ],
  [
    'two columns of one name',
    file(column, { ...column, name: 'A' }),
    'Two columns of the Parquet file have the same name',
  ],
  [
    'too many columns',
    file(...Array.from({ length: 2001 }, (_, index) => ({ ...column, name: `c${index}` }))),
    'The file has 2001 columns',
  ],
  [
    'too many elements',
    file(...Array.from({ length: 20_000 }, (_, index) => ({ ...column, name: `c${index}` }))),
    'The file has 20001 columns',
  ],
])('%s is a problem', async (_, bytes, found) => {
  expect(await read(bytes)).toEqual(problem(found));
});

it('records sixteen lists deep are read', async () => {
  const outcome = await read(parquetBytes({ name: 'root', children: 1 }, nestedIn(31)));
  expect(outcome).toMatchObject({ nested: [{ name: 'g', fields: [`${'g.'.repeat(31)}a`] }] });
});

it('a schema at the beginning of a footer longer than is read is found', async () => {
  const short = parquetBytes({ name: 'root', children: 1 }, [column], 7);
  const footer = new Uint8Array(MOST_FOOTER_BYTES * 2);
  footer.set(short.subarray(4, -8));
  const bytes = new MemoryBytes(framed(footer));
  expect(await parquetColumns(bytes)).toEqual({
    columns: [{ name: 'a', type: 'integer', nullable: true }],
    nested: [],
    rows: 7,
  });
  expect(bytes.bytesRead).toBe(MOST_FOOTER_BYTES + 8);
});

it('a schema beyond what is read of a footer is told', async () => {
  // Field 5, a binary of 4 MB, before everything else.
  const footer = new Uint8Array(MOST_FOOTER_BYTES * 2);
  footer.set([0x58, 0x80, 0x80, 0x80, 0x02]);
  expect(await read(framed(footer))).toEqual(problem('or its schema is longer than 4 MB'));
});

it('a file that became shorter is a problem', async () => {
  const bytes = new MemoryBytes(file(column));
  for (const offset of [0, 1])
    expect(
      await parquetColumns({
        size: bytes.size,
        read: async (start, length) =>
          (await bytes.read(start, length)).subarray(
            0,
            start >= bytes.size - 8 ? length - offset : length - 1,
          ),
      }),
    ).toEqual(problem('became shorter'));
});
