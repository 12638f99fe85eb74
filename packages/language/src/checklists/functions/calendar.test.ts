import { expect, it } from 'vitest';
import { monthsAfter } from './calendar.js';

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-12-15', 12, '2026-12-15'],
  ['2026-11-20', 24, '2028-11-20'],
  ['2026-10-31', 1, '2026-11-30'],
  ['1999-12-31', 2, '2000-02-29'],
  ['2099-12-31', 2, '2100-02-28'],
])('%s and %d months is %s', (day, months, expected) => {
  expect(monthsAfter(day, months)).toBe(expected);
});
