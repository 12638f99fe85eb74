import { expect, it } from 'vitest';
import { rowsPerWindow, windowFor, windowForOutcomes } from './volume.js';

it.each([
  // 5,000 rows a month.
  [{ rows: 40_000, days: 245 }, 'month'],
  [{ rows: 3_000_000, days: 365 }, 'day'],
  [{ rows: 150_000, days: 365 }, 'week'],
  // Never plenty: the longest of which there are three.
  [{ rows: 3000, days: 183 }, 'month'],
  [{ rows: 900, days: 365 }, 'quarter'],
  // Too short for three windows.
  [{ rows: 300, days: 30 }, 'month'],
  [{ rows: 5000, days: 0.5 }, 'day'],
  [{ rows: 1, days: 0 }, 'month'],
] as const)('%j has windows of a %s', (volume, unit) => expect(windowFor(volume)).toBe(unit));

it('counts the rows of a window, all of them where the log is shorter', () => {
  expect(rowsPerWindow({ rows: 700, days: 70 }, 'week')).toBe(70);
  expect(rowsPerWindow({ rows: 700, days: 5 }, 'week')).toBe(700);
});

it('lengthens windows until rare outcomes are enough', () => {
  // 10 outcomes a week, 43 a month, 130 a quarter.
  expect(windowForOutcomes({ rows: 10_400, days: 728 }, 'week', 0.1)).toBe('quarter');
  expect(windowForOutcomes({ rows: 10_400, days: 728 }, 'week', 0.9)).toBe('quarter');
  expect(windowForOutcomes({ rows: 10_400, days: 728 }, 'week', 0)).toBe('week');
});
