/**
 * A small seeded stand-in for the real log: the same columns, plausible ranges, a score from a logistic
 * regression and outcomes drawn from it. For trying the commands; its figures mean nothing.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { linearModel } from '../sepsis/generator/onnx.mjs';
import { random } from '../sepsis/generator/random.mjs';

const counts = [
  ['age_mid', 65, 15, 5, 95, 0.01],
  ['time_in_hospital', 4.4, 3, 1, 14, 0.03],
  ['num_lab_procedures', 43, 20, 1, 120, 0.002],
  ['num_procedures', 1.3, 1.7, 0, 6, -0.02],
  ['num_medications', 16, 8, 1, 70, 0.005],
  ['number_outpatient', 0, 0.8, 0, 20, 0.02],
  ['number_emergency', 0, 0.6, 0, 20, 0.1],
  ['number_inpatient', 0, 1.2, 0, 15, 0.25],
  ['number_diagnoses', 7.4, 1.9, 1, 16, 0.05],
];
const flags = [
  ['a1c_tested', 0.17, -0.1],
  ['a1c_gt8', 0.08, 0],
  ['insulin_any', 0.53, 0.05],
  ['insulin_down', 0.12, 0.1],
  ['insulin_up', 0.11, 0.08],
  ['metformin_any', 0.2, -0.15],
  ['diabetes_med', 0.77, 0.15],
  ['med_changed', 0.46, 0],
  ['discharged_home', 0.6, -0.35],
  ['admission_emergency', 0.53, 0.05],
  ['primary_circulatory', 0.3, 0.05],
  ['primary_diabetes', 0.09, 0.1],
];
const names = [...counts, ...flags].map(([name]) => name);
const weights = [...counts.map((c) => c[5]), ...flags.map((f) => f[2])].map(Math.fround);
const bias = Math.fround(-3.6);
/** Cumulative shares; the last two per cent are missing. */
const races = [
  ['Caucasian', 0.74],
  ['AfricanAmerican', 0.93],
  ['Hispanic', 0.95],
  ['Asian', 0.96],
  ['Other', 0.98],
];

function row(rng, time, index) {
  const out = {
    prediction_id: `standin-${index}`,
    patient_nbr: 1_000_000 + index,
    event_time: time.toISOString(),
  };
  for (const [name, centre, spread, low, high] of counts) {
    const value = Math.round(centre === 0 ? Math.abs(spread * rng.normal()) : centre + spread * rng.normal());
    out[name] = Math.min(high, Math.max(low, value));
  }
  for (const [name, share] of flags) out[name] = rng.uniform() < share ? 1 : 0;
  const pick = rng.uniform();
  out.race = races.find(([, upTo]) => pick < upTo)?.[0] ?? null;
  out.gender = rng.uniform() < 0.54 ? 'Female' : 'Male';
  out.model_version = '1.0.0';
  out.score = 1 / (1 + Math.exp(-names.reduce((sum, name, i) => sum + weights[i] * out[name], bias)));
  out.label = rng.uniform() < out.score ? 1 : 0;
  out.label_available_at = new Date(time.getTime() + 30 * 86_400_000).toISOString();
  return out;
}
function table(rng, count, from, until, firstIndex) {
  const step = (until - from) / count;
  return Array.from({ length: count }, (_, i) =>
    row(rng, new Date(Math.floor(from + step * i)), firstIndex + i),
  );
}

/** Writes train.parquet and production.parquet into `folder` and returns the bytes of the model that scored them. */
export async function standIn(folder) {
  const rng = random(130);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const write = async (name, rows) => {
    const json = join(folder, `${name}.jsonl`);
    writeFileSync(json, `${rows.map((r) => JSON.stringify(r)).join('\n')}\n`);
    const literal = (path) => `'${path.replaceAll("'", "''")}'`;
    await connection.run(
      `COPY (SELECT * REPLACE (event_time::TIMESTAMPTZ AS event_time, label_available_at::TIMESTAMPTZ AS label_available_at) FROM read_json(${literal(json)})) TO ${literal(join(folder, `${name}.parquet`))} (FORMAT parquet)`,
    );
    rmSync(json);
  };
  await write('train', table(rng, 4000, Date.UTC(2023, 4, 1), Date.UTC(2024, 0, 1), 1));
  await write('production', table(rng, 12_000, Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1), 4001));
  connection.closeSync();
  return linearModel({ name: 'readmission-stand-in', features: names, weights, bias });
}
