import { expect, it } from 'vitest';
import type { DataColumnType } from './column.js';
import { TypeGuess, typeOfText } from './guessed-type.js';

it.each<[DataColumnType, readonly string[]]>([
  ['integer', ['0', '7', '-7', ' 7 ', '123456789012345678']],
  ['number', ['0.5', '-0.5', '.5', '5.', '1e5', '1.5E-7', '-0.0']],
  ['boolean', ['true', 'FALSE', 'True']],
  [
    'timestamp',
    [
      '2024-01-31',
      '2024-02-29',
      '2024-01-31T00:04:29Z',
      '2024-01-31 00:04:29',
      '2024-01-31 00:04',
      '2024-01-31T00:04:29.123456+02:00',
      '2024-01-31 00:04:29.25+02',
    ],
  ],
  [
    'text',
    [
      'female',
      ' ',
      '?',
      '007',
      '-08',
      '00.5',
      '1234567890123456789',
      '1,5',
      '1 000',
      '+5',
      '0x1F',
      'NaN',
      'Infinity',
      'yes',
      'NULL',
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-01-00',
      '2024-01-31 24:00',
      '2024-01-31 10:60',
      '31.01.2024',
      '01/31/2024',
      '2024-01',
      '10:30',
    ],
  ],
])('%s: %j', (type, texts) => {
  expect(texts.map((text) => [text, typeOfText(text)])).toEqual(texts.map((text) => [text, type]));
});

it.each<[readonly DataColumnType[], DataColumnType | 'unknown']>([
  [[], 'unknown'],
  [['integer', 'integer'], 'integer'],
  [['integer', 'number'], 'number'],
  [['number', 'integer'], 'number'],
  [['integer', 'text'], 'text'],
  [['integer', 'boolean'], 'text'],
  [['timestamp', 'integer'], 'text'],
  [['timestamp', 'timestamp'], 'timestamp'],
])('%j together are %s', (types, expected) => {
  const guess = new TypeGuess();
  for (const type of types) guess.add(type);
  expect([guess.type, guess.nullable]).toEqual([expected, undefined]);
  guess.addMissing();
  expect([guess.type, guess.nullable]).toEqual([expected, true]);
});
