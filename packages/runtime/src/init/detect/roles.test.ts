import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../profile/column-profile.js';
import { profile } from '../testing/profile.js';
import { findRoles, type GivenRoles } from './roles.js';

const scores = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [String((index + 1) / 100), 9]));
const time = (name: string): ColumnProfile =>
  profile(name, {}, { type: 'timestamp', rows: 450, counts: null, minimum: 0, maximum: 1e15 });
const outcome = (name: string) => profile(name, { '0': 400, '1': 50 });
const score = (name: string) => profile(name, scores);

function roles(
  columns: readonly ColumnProfile[],
  { given = {}, inputs = [], unique = [] }: { given?: GivenRoles; inputs?: string[]; unique?: string[] } = {},
): Record<string, string> {
  const found = findRoles({
    columns: new Map(columns.map((column) => [column.name, column])),
    inputs: new Set(inputs),
    given,
    unique: new Set(unique),
  });
  return Object.fromEntries(
    Object.entries(found.roles).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

describe('roles', () => {
  it('are found by names that people know', () => {
    const columns = [
      profile('encounter_id', { '1': 1 }, { counts: null }),
      profile('patient_nbr', { '1': 1 }, { counts: null }),
      time('event_time'),
      score('score'),
      score('shadow_score'),
      outcome('predicted_positive'),
      outcome('label'),
      time('label_available_at'),
      profile('model_version', { '1.0.0': 450 }),
      profile('shadow_model_version', { '2.0.0': 450 }),
    ];
    expect(roles(columns, { unique: ['encounter_id'] })).toEqual({
      id: 'encounter_id',
      subject: 'patient_nbr',
      time: 'event_time',
      prediction: 'score',
      shadow: 'shadow_score',
      decision: 'predicted_positive',
      label: 'label',
      labelAvailable: 'label_available_at',
      version: 'model_version',
      shadowVersion: 'shadow_model_version',
    });
  });

  it('are found by content where only one column can be meant', () => {
    expect(roles([time('Zeit'), score('ergebnis'), outcome('tod')])).toEqual({
      time: 'Zeit',
      prediction: 'ergebnis',
      label: 'tod',
    });
  });

  it('are not guessed among several', () => {
    expect(roles([time('aufnahme'), time('entlassung'), score('a'), score('b')])).toEqual({});
  });

  it('are no names of what the model takes', () => {
    expect(roles([time('time'), score('risk')], { inputs: ['risk'] })).toEqual({ time: 'time' });
  });

  it('need fitting content: a score is no 0 or 1, an id names each row once', () => {
    expect(roles([outcome('score'), profile('row_id', { '1': 2 })])).toEqual({});
  });

  it('are what the user says', () => {
    const columns = [time('event_time'), time('seen'), score('score'), outcome('label'), outcome('died')];
    expect(roles(columns, { given: { time: 'seen', label: null } })).toEqual({
      time: 'seen',
      prediction: 'score',
    });
  });

  it('take an outcome that has not happened yet', () => {
    expect(roles([profile('died', { '0': 30 })])).toEqual({ label: 'died' });
  });

  it('refuse a column that is not there, or cannot be it, in words for people', () => {
    const columns = [time('event_time'), score('score')];
    expect(() => roles(columns, { given: { prediction: 'scor' } })).toThrow(
      "there is no column 'scor'; the data has 'event_time', 'score'",
    );
    expect(() => roles(columns, { given: { label: 'score' } })).toThrow(
      "column 'score' cannot be the outcome: that wants 0 and 1, and it holds something else",
    );
  });
});
