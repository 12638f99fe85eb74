import { expect, it } from 'vitest';
import { catalogue, metricNamed } from './catalogue.js';
import { fillArguments } from './metric-arguments.js';

it('the catalogue is sorted and names every metric once', () => {
  const names = catalogue.map((entry) => entry.name);
  expect(names).toEqual([...new Set(names)].sort());
});

it('holds every metric the language promises', () => {
  const promised =
    'psi ks js_distance js_divergence wasserstein chi_square hellinger total_variation kl_divergence l_infinity cramers_v missing out_of_range unseen volume mean sensitivity specificity ppv npv f1 mcc balanced_accuracy alert_rate selection_rate net_benefit auroc average_precision brier log_loss ece mce observed_expected calibration_slope calibration_intercept rescore';
  expect(promised.split(' ').filter((name) => metricNamed(name) === undefined)).toEqual([]);
  expect(metricNamed('auroq')).toBeUndefined();
  expect(metricNamed('constructor')).toBeUndefined();
});

it.each(catalogue)('$name: a complete and consistent descriptor', (entry) => {
  expect(entry.name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  for (const text of [entry.title, entry.summary, entry.formula, entry.source])
    expect(text.trim().length).toBeGreaterThan(2);
  expect(entry.summary).toMatch(/[.?]$/);
  const sentence = entry.sentence({ value: '‹value›', target: 'race', threshold: '0.15' });
  expect(sentence).toMatch(/\.$/);
  expect(sentence.split('‹value›').length).toBe(2);
  const { minimum, maximum } = entry.range;
  if (minimum !== null && maximum !== null) expect(minimum).toBeLessThan(maximum);
  if (entry.targetValue !== undefined) expect(entry.better).toBe('target');
  if (entry.unit === 'proportion') expect(entry.range).toEqual({ minimum: 0, maximum: 1 });
  expect(entry.needsReference).toBe(entry.needs === 'cells' || entry.needs === 'distributions');
});

it.each(
  catalogue.flatMap((entry) => entry.parameters.map((parameter) => ({ entry, parameter }))),
)('$entry.name($parameter.name): its own default passes its own check', ({ entry, parameter }) => {
  expect(parameter.summary).toMatch(/\.$/);
  if (parameter.default === null) return;
  expect(fillArguments(entry, { [parameter.name]: parameter.default })).toHaveProperty('values');
});
