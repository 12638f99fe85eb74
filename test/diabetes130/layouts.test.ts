import { join } from 'node:path';
import { expect } from 'vitest';
import { diabetes130, folder, itOnDiabetes130, report, sql, vigil } from '../vigil.js';
import { spec } from './spec.js';

const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
const production = quoted(join(diabetes130, 'production.parquet'));
const monitors = `
monitor Drift on Production {
  every 1 month against Training
  check psi of all inputs fail > 0.2
  check js_distance of all inputs fail > 0.2
  check ks of number_inpatient, age_mid fail p < 0.01 adjust holm
  check wasserstein of all inputs fail > 5
  check missing of race fail > 5%
  check chi_square of race, gender fail p < 0.001
}
monitor Outcome on Production {
  every 1 month after labels mature 30 days confidence 95%
  check auroc fail < 0.6
  check brier fail > 0.3
  check observed_expected fail outside 0.8..1.25
  check calibration_slope fail outside 0.5..1.5
  check sensitivity gap by large_race fail > 0.5
}`;
const log = (source: string, outcomes = '') => `log Production of Readmission {
  source: "${source}"
  time: event_time
  id: prediction_id
  prediction: score
  version: model_version
  label: label available label_available_at
  ${outcomes}
}`;
const run = (text: string) =>
  vigil(['run', 'spec.vigil', '--format', 'json'], { cwd: folder({ 'spec.vigil': text }) });
/** The report without what names the spec: its layouts differ, so their ids do. */
function results(text: string) {
  const { results, problems, asOf } = report(run(text));
  return JSON.stringify({ asOf, problems, results: results.map(({ source: _, ...rest }) => rest) });
}

itOnDiabetes130(
  'Parquet, CSV, JSONL, shuffled, split and joined logs give the same report, byte for byte',
  async () => {
    const at = folder();
    await sql(
      `COPY (FROM read_parquet(${production})) TO ${quoted(join(at, 'log.csv'))} (HEADER)`,
      `COPY (FROM read_parquet(${production})) TO ${quoted(join(at, 'log.jsonl'))} (FORMAT json)`,
      `COPY (FROM read_parquet(${production}) ORDER BY hash(prediction_id)) TO ${quoted(join(at, 'shuffled.parquet'))}`,
      ...[0, 1, 2].map(
        (part) =>
          `COPY (FROM read_parquet(${production}) WHERE hash(prediction_id) % 3 = ${part} ORDER BY hash(prediction_id, 'x')) TO ${quoted(join(at, `split-${part}.parquet`))}`,
      ),
      `COPY (SELECT * EXCLUDE (label, label_available_at) FROM read_parquet(${production})) TO ${quoted(join(at, 'predictions.parquet'))}`,
    );
    const wide = results(spec(monitors, log(join(diabetes130, 'production.parquet'))));
    expect(JSON.parse(wide).results.length).toBeGreaterThan(500);
    expect(JSON.parse(wide).problems).toEqual([]);
    for (const name of ['log.csv', 'log.jsonl', 'shuffled.parquet', 'split-*.parquet'])
      expect(results(spec(monitors, log(join(at, name)))) === wide, name).toBe(true);
    const joined = log(
      join(at, 'predictions.parquet'),
      `outcomes: "${join(diabetes130, 'outcomes.parquet')}" joined by prediction_id`,
    );
    expect(results(spec(monitors, joined)) === wide, 'joined').toBe(true);
  },
);

itOnDiabetes130('the log with one row per model and prediction gives the same performance', () => {
  const outcome = monitors
    .slice(monitors.indexOf('monitor Outcome'))
    .replace(/ {2}check sensitivity gap.*\n/, '');
  const long = log(
    join(diabetes130, 'predictions_long.parquet'),
    `outcomes: "${join(diabetes130, 'outcomes.parquet')}" joined by prediction_id`,
  );
  expect(results(spec(outcome, long))).toBe(
    results(spec(outcome, log(join(diabetes130, 'production.parquet')))),
  );
});

itOnDiabetes130('the same run twice gives the same bytes, in JSON, Markdown and text', () => {
  const at = folder({ 'spec.vigil': spec(monitors) });
  for (const format of ['json', 'markdown', 'text']) {
    const once = vigil(['run', 'spec.vigil', '--format', format], { cwd: at });
    expect(vigil(['run', 'spec.vigil', '--format', format], { cwd: at }).stdout).toBe(once.stdout);
    expect(once.stdout.length).toBeGreaterThan(1000);
  }
});
