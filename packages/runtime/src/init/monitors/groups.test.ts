import { expect, it } from 'vitest';
import type { FeatureDraft } from '../draft.js';
import type { ColumnProfile } from '../profile/column-profile.js';
import { profile } from '../testing/profile.js';
import { findGroups } from './groups.js';

const context = (name: string, more: Partial<FeatureDraft>): FeatureDraft => ({
  direction: 'context',
  name,
  type: 'category',
  range: null,
  values: null,
  unit: null,
  optional: false,
  missing: null,
  ...more,
});
/** 1,000 rows a month. */
const volume = { rows: 12_000, days: 365.25 };
const groups = (features: readonly FeatureDraft[], profiles: readonly ColumnProfile[], needed = 50) =>
  findGroups({
    features,
    profiles: new Map(profiles.map((one) => [one.name, one])),
    volume,
    from: 'month',
    needed,
  });

it('divides by the values of a demographic column that are frequent enough', () => {
  const race = context('race', { values: ['White', 'Black', 'Asian'] });
  const found = groups([race], [profile('race', { White: 9000, Black: 2960, Asian: 40 })]);
  expect(found.groups).toEqual([
    { name: 'race', column: 'race', rule: { kind: 'values', values: ['White', 'Black'] } },
  ]);
});

it('joins bands of age that are too small', () => {
  const age = context('age', { type: 'integer', unit: 'a' });
  // 10 years old: 120, 30: 5880, 50: 3000, 70: 2940, 90: 60 rows; a month has a twelfth.
  const found = groups(
    [age],
    [profile('age', { '10': 60, '30': 5940, '50': 3000, '68': 1000, '70': 1900, '90': 50, '17': 50 })],
  );
  expect(found.groups).toEqual([{ name: 'age', column: 'age', rule: { kind: 'cut', cuts: [40, 65] } }]);
});

it('lengthens the window, to a quarter at most, so that groups are large enough', () => {
  const sex = context('sex', { values: ['f', 'm', 'x'] });
  const found = groups([sex], [profile('sex', { f: 6000, m: 5100, x: 900 })], 100);
  expect(found.every).toBe('quarter');
  expect(found.groups[0]?.rule).toEqual({ kind: 'values', values: ['f', 'm', 'x'] });
});

it('takes one column a trait, and none with a single group', () => {
  const features = [
    context('age_band', { values: ['a', 'b', 'c'] }),
    context('age_group', { values: ['x', 'y'] }),
    context('sex', { values: ['f'] }),
  ];
  const found = groups(features, [
    profile('age_band', { a: 4000, b: 4000, c: 4000 }),
    profile('age_group', { x: 6000, y: 6000 }),
    profile('sex', { f: 12_000 }),
  ]);
  expect(found.groups.map(({ column }) => column)).toEqual(['age_group']);
});
