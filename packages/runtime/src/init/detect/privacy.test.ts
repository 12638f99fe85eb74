import { expect, it } from 'vitest';
import { profile } from '../testing/profile.js';
import { namedValues } from './privacy.js';

it('names values of 11 rows and more, the frequent ones first', () => {
  expect(namedValues(profile('race', { rare: 10, some: 11, most: 400 }))).toEqual(['most', 'some']);
});

it.each([
  'patient_name',
  'mrn',
  'notes',
  'zip',
  'patientId',
  'E-Mail',
])('names no value of %s, however often it occurs', (column) =>
  expect(namedValues(profile(column, { a: 500, b: 500 }))).toBeNull());

it('names nothing of a column with many values', () => {
  const counts = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`v${index}`, 100]));
  expect(namedValues(profile('ward', counts))).toBeNull();
});

it('names no sentence, and nothing with control or direction characters', () => {
  const counts = { ['x'.repeat(61)]: 50, 'a\u202eb': 50, 'c\u0007': 50, fine: 50 };
  expect(namedValues(profile('ward', counts))).toEqual(['fine']);
});
