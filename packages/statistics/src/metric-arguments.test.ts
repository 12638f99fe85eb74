import { expect, it } from 'vitest';
import { metricNamed } from './catalogue.js';
import type { ArgumentValue, MetricDescriptor } from './metric.js';
import { fillArguments } from './metric-arguments.js';

const psi = metricNamed('psi')!;

it('fills in defaults, in the order of the parameters', () => {
  const filled = fillArguments(psi, { bins: 5 });
  expect(filled).toEqual({
    values: { profile: 'vigil', bins: 5, binning: 'quantile', cuts: null, missing: null },
  });
  expect('values' in filled && Object.keys(filled.values)).toEqual(psi.parameters.map((entry) => entry.name));
  expect(fillArguments(metricNamed('volume')!, {})).toEqual({ values: {} });
});

it.each<[string, Record<string, ArgumentValue>, string, string]>([
  [
    'psi',
    { bin: 5 },
    'bin',
    "'psi' has no argument 'bin'; it takes profile, bins, binning, cuts and missing",
  ],
  ['volume', { bins: 5 }, 'bins', "'volume' takes no arguments, so there is no 'bins' to set"],
  ['ks', { toString: 1 }, 'toString', "'ks' has no argument 'toString'; it takes method"],
  ['psi', { bins: 1 }, 'bins', "'bins' of 'psi' must be a whole number from 2 to 1000, not 1"],
  ['psi', { bins: 2.5 }, 'bins', "'bins' of 'psi' must be a whole number from 2 to 1000, not 2.5"],
  ['psi', { bins: 'many' }, 'bins', "'bins' of 'psi' must be a whole number from 2 to 1000, not many"],
  ['psi', { profile: 'soda' }, 'profile', "'profile' of 'psi' must be vigil or evidently, not soda"],
  ['psi', { profile: true }, 'profile', "'profile' of 'psi' must be vigil or evidently, not true"],
  ['psi', { cuts: 3 }, 'cuts', "'cuts' of 'psi' must be a list of numbers, not 3"],
  ['psi', { cuts: [1, Number.NaN] }, 'cuts', "'cuts' of 'psi' must be a list of numbers, not [1, NaN]"],
  ['psi', { cuts: [] }, 'cuts', "'cuts' of 'psi' needs at least one number"],
  ['psi', { cuts: [1, 3, 3] }, 'cuts', "'cuts' of 'psi' must rise: 3 does not lie above 3"],
  [
    'psi',
    { cuts: [1], bins: 5 },
    'bins',
    "'psi' takes either 'cuts' or 'bins', not both: the cuts already say what the bins are",
  ],
  [
    'psi',
    { profile: 'evidently', bins: 5 },
    'bins',
    "'psi' takes no 'bins' with 'profile: evidently': the profile chooses its own bins",
  ],
])('%s(%o) is refused', (name, given, argument, problem) => {
  expect(fillArguments(metricNamed(name)!, given)).toEqual({ argument, problem });
});

it('checks numbers against open-ended bounds, and truth values', () => {
  const made: MetricDescriptor = {
    ...psi,
    name: 'made',
    needs: 'rows',
    parameters: [
      { name: 'share', type: 'number', minimum: 0, default: 0.5, summary: 'A share.' },
      { name: 'top', type: 'number', maximum: 1, default: 0.5, summary: 'A top.' },
      { name: 'any', type: 'number', default: 0.5, summary: 'A number.' },
      { name: 'robust', type: 'boolean', default: false, summary: 'A choice.' },
    ],
  };
  expect(fillArguments(made, { share: 2, top: -3, any: 0, robust: true })).toEqual({
    values: { share: 2, top: -3, any: 0, robust: true },
  });
  expect(fillArguments(made, { share: -1 })).toHaveProperty(
    'problem',
    "'share' of 'made' must be a number of at least 0, not -1",
  );
  expect(fillArguments(made, { top: 2 })).toHaveProperty(
    'problem',
    "'top' of 'made' must be a number of at most 1, not 2",
  );
  expect(fillArguments(made, { any: Number.POSITIVE_INFINITY })).toHaveProperty(
    'problem',
    "'any' of 'made' must be a number, not Infinity",
  );
  expect(fillArguments(made, { robust: 'yes' })).toHaveProperty(
    'problem',
    "'robust' of 'made' must be true or false, not yes",
  );
});
