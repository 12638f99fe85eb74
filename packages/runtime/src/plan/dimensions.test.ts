import type { Model, Protocol } from '@vigil/language';
import { expect, it } from 'vitest';
import { bandLabels, crossOf, groupsOf, isPooled } from './dimensions.js';

const model = {
  features: [
    { name: 'race', type: 'category', values: ['Asian', 'Other'] },
    { name: 'icu', type: 'boolean', values: [] },
  ],
} as unknown as Model;
const protocol = {
  subgroups: [
    {
      minimumSize: 50,
      dimensions: [
        { name: 'sex', column: 'gender', rule: { kind: 'values', values: ['Female', 'Male'] } },
        { name: 'race', column: 'race', rule: { kind: 'values', values: null } },
      ],
    },
    {
      minimumSize: 80,
      dimensions: [
        { name: 'age', column: 'age_mid', rule: { kind: 'cut', cuts: [40, 60] } },
        { name: 'icu', column: 'icu', rule: { kind: 'values', values: null } },
      ],
    },
  ],
} as unknown as Protocol;

function groups(...names: string[]): string[] {
  const cross = crossOf(names, protocol, model);
  if ('unknown' in cross) throw new Error(cross.unknown);
  return groupsOf(cross.dimensions).map((group) => group.join(' · '));
}

it.each([
  { names: ['sex'], labels: ['Female', 'Male'] },
  { names: ['race'], labels: ['Asian', 'Other', '(other)', '(missing)'] },
  { names: ['age'], labels: ['<40', '40-60', '>=60', '(missing)'] },
  { names: ['icu'], labels: ['false', 'true', '(other)', '(missing)'] },
  {
    names: ['sex', 'age'],
    labels: [
      ...['Female · <40', 'Female · 40-60', 'Female · >=60', 'Female · (missing)'],
      ...['Male · <40', 'Male · 40-60', 'Male · >=60', 'Male · (missing)'],
    ],
  },
])('groups of $names are declared values first, pooled ones last', ({ names, labels }) => {
  expect(groups(...names)).toEqual(labels);
});

it('a cross is judged by the larger minimum size of its parts', () => {
  expect(crossOf(['sex', 'age'], protocol, model)).toMatchObject({ minimumSize: 80 });
});

it('names the subgroup nobody declares', () => {
  expect(crossOf(['sex', 'site'], protocol, model)).toEqual({ unknown: 'site' });
});

it.each([
  { cuts: [65], labels: ['<65', '>=65'] },
  { cuts: [-1, 0.5, 2], labels: ['<-1', '-1 to 0.5', '0.5 to 2', '>=2'] },
])('bands of $cuts', ({ cuts, labels }) => {
  expect(bandLabels(cuts)).toEqual(labels);
});

it('knows the pooled groups', () => {
  expect(isPooled(['Female', '(missing)'])).toBe(true);
  expect(isPooled(['Female', 'Asian'])).toBe(false);
});
