import { describe, expect, it } from 'vitest';
import { traitOf } from './demographics.js';
import { roundest } from './operating-point.js';
import { unitOf } from './units.js';

describe('traits', () => {
  it.each([
    ['sex', 'sex'],
    ['PatientGender', 'sex'],
    ['Race', 'race'],
    ['ethnic_group', 'ethnicity'],
    ['ageAtAdmission', 'age'],
    ['age_mid', 'age'],
    ['payer_code', 'insurance'],
    ['preferred language', 'language'],
    ['marital_status', 'maritalStatus'],
  ])('%s speaks of %s', (column, trait) => expect(traitOf(column)).toBe(trait));

  it.each([
    'dosage',
    'stage',
    'trace',
    'sexagesimal',
    'languages_spoken',
    'terrace',
  ])('%s speaks of none', (column) => expect(traitOf(column)).toBeNull());
});

describe('units', () => {
  it.each([
    ['weight_kg', 'kg'],
    ['sbp_mmHg', 'mm[Hg]'],
    ['creatinine_mg_dl', 'mg/dL'],
    ['Heart Rate (bpm)', '/min'],
    ['stay_days', 'd'],
  ])('%s is in %s', (column, unit) => expect(unitOf(column)).toBe(unit));

  it.each(['g', 'weight', 'days', 'programs', 'time_in_hospital'])('%s says none', (column) =>
    expect(unitOf(column)).toBeNull());
});

describe('the roundest number above one and up to another', () => {
  it.each([
    [0.1499, 0.1501, 0.15],
    [0.149, 0.31, 0.3],
    [0.2, 0.21, 0.21],
    [0.4, 0.5, 0.5],
  ])('%d … %d: %d', (below, above, expected) => expect(roundest(below, above)).toBe(expected));

  it('is none where the two overlap', () => expect(roundest(0.3, 0.3)).toBeNull());
});
