import { InvalidArgumentError } from 'commander';
import { expect, it } from 'vitest';
import { instant, repeated } from './options.js';

// Epoch seconds: `date -u -d … +%s` of GNU coreutils.
it.each([
  ['1970-01-01', 0],
  ['2024-12-31', 1_735_603_200],
  ['2024-02-29T12:34:56Z', 1_709_210_096],
  ['2024-02-29t12:34:56z', 1_709_210_096],
  ['2024-02-29 12:34:56Z', 1_709_210_096],
  ['2024-02-29T12:34:56+02:00', 1_709_202_896],
  ['2024-02-29T12:34:56-05:30', 1_709_229_896],
  ['1969-12-31T23:59:59Z', -1],
])('instant(%s) is %i s', (text, seconds) => {
  expect(instant(text)).toBe(seconds * 1_000_000);
});

it('keeps microseconds', () => {
  expect(instant('1970-01-01T00:00:01.000001Z')).toBe(1_000_001);
  expect(instant('1970-01-01T00:00:01.5Z')).toBe(1_500_000);
});

it.each([
  '',
  'yesterday',
  '2024-02-30',
  '2023-02-29',
  '2024-13-01',
  '2024-01-01T24:00:00Z',
  '2024-01-01T10:00:00',
  '2024-01-01T10:00Z',
  '2024-01-01T10:00:00+25:00',
  '2024-1-1',
  '31/12/2024',
  '20241231',
  '2024-12-31Z',
])('instant(%j) is refused', (text) => {
  expect(() => instant(text)).toThrow(InvalidArgumentError);
});

it('repeated options add up', () => {
  expect(repeated('b', repeated('a', undefined))).toEqual(['a', 'b']);
});
