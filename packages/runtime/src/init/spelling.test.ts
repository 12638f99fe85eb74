import { describe, expect, it } from 'vitest';
import { canBeNamed, columnText, identifierOf, numberText, percentText, titleOf } from './spelling.js';

it.each([
  ['age', 'age'],
  ['time', 'time'],
  ['_x1', '_x1'],
  ['Heart Rate', '`Heart Rate`'],
  ['größe', '`größe`'],
  ['1st', '`1st`'],
  ['a-b', '`a-b`'],
  ['pulse 💓', '`pulse 💓`'],
])('column %s is written %s', (name, written) => expect(columnText(name)).toBe(written));

it.each(['a`b', '', '  ', 'a\nb'])('column %j cannot be written', (name) =>
  expect(canBeNamed(name)).toBe(false));

it.each([
  ['readmission-30d', 'Readmission30d'],
  ['sepsis_early warning', 'SepsisEarlyWarning'],
  ['30-day', 'Model30Day'],
  ['Été chaud', 'EteChaud'],
  ['模型', 'Model'],
])('%s makes the name %s', (text, name) => expect(identifierOf(text)).toBe(name));

it.each([
  ['time_in_hospital', 'Time in hospital'],
  ['HeartRate', 'Heart Rate'],
  ['age', 'Age'],
])('%s has the title %s', (name, title) => expect(titleOf(name)).toBe(title));

describe('numbers', () => {
  it('read back to the same, without a minus zero', () => {
    expect([0.1, 1e21, 1e-7, -0, -5].map(numberText)).toEqual(['0.1', '1e+21', '1e-7', '0', '-5']);
  });
  it('are percentages without what binary fractions add', () => {
    expect([0.01, 0.07, 0.001, 0.123].map(percentText)).toEqual(['1%', '7%', '0.1%', '12.3%']);
  });
});
