import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diabetes130 } from '../vigil.js';

const numeric = [
  ['age_mid', 'number 0..100'],
  ['time_in_hospital', 'integer 1..14'],
  ['num_lab_procedures', 'integer 0..'],
  ['num_procedures', 'integer 0..'],
  ['num_medications', 'integer 0..'],
  ['number_outpatient', 'integer 0..'],
  ['number_emergency', 'integer 0..'],
  ['number_inpatient', 'integer 0..'],
  ['number_diagnoses', 'integer 1..16'],
] as const;
const flags = [
  'a1c_tested',
  'a1c_gt8',
  'insulin_any',
  'insulin_down',
  'insulin_up',
  'metformin_any',
  'diabetes_med',
  'med_changed',
  'discharged_home',
  'admission_emergency',
  'primary_circulatory',
  'primary_diabetes',
] as const;

export const numericFeatures: readonly string[] = numeric.map(([name]) => name);
export const categoricalFeatures: readonly string[] = [
  ...flags,
  'race',
  'gender',
  'age_band',
  'a1c_result',
  'insulin',
  'max_glu_serum',
  'payer_code',
];

/** Columns that are logged for monitoring but that the model does not see. */
const context = `
  context race : category ["Caucasian", "AfricanAmerican", "Asian", "Hispanic", "Other"] optional
  context gender : category ["Female", "Male", "Unknown/Invalid"]
  context age_band : category
  context a1c_result : category
  context insulin : category
  context max_glu_serum : category
  context payer_code : category optional
`;
const inputs = [
  ...numeric.map(([name, type]) => `  input ${name} : ${type}`),
  ...flags.map((name) => `  input ${name} : boolean`),
].join('\n');

/** A whole spec on the real log; `monitors` stand at its end. Model 2.0.0 runs in shadow. */
export function spec(monitors: string, log?: string): string {
  return `
dataset Training { source: "${join(diabetes130, 'train.parquet')}" }
model Readmission version "1.0.0" {
  artifact: "${join(diabetes130, 'models/readmission-lr-1.0.0.onnx')}"
  operatingPoint: 0.15
${inputs}
${context}
  output score : probability
}
model Challenger version "2.0.0" {
  artifact: "${join(diabetes130, 'models/readmission-gbm-2.0.0.onnx')}"
  operatingPoint: 0.15
${inputs}
  output shadow_score : probability
}
subgroups Demographics {
  race = race in ["Caucasian", "AfricanAmerican", "Asian", "Hispanic", "Other"]
  gender = gender in ["Female", "Male", "Unknown/Invalid"]
  large_race = race in ["Caucasian", "AfricanAmerican", "Hispanic", "Other"]
  large_gender = gender in ["Female", "Male"]
  minimum size 1
}
${
  log ??
  `log Production of Readmission {
  source: "${join(diabetes130, 'production.parquet')}"
  time: event_time
  id: prediction_id
  prediction: score
  version: model_version
  shadow: shadow_score of Challenger
  label: label available label_available_at
}`
}
${monitors}
`;
}

/** A node of the oracle's JSON: numbers at the leaves. */
export type Oracle = { readonly [key: string]: Oracle } & { readonly [key: string]: number };
export function oracle(name: 'expected.json' | 'expected_drift.json'): Oracle {
  return JSON.parse(readFileSync(join(diabetes130, name), 'utf8')) as Oracle;
}

/** Largest |a − b| relative to |b|; absolute below 1e-12, where the reference itself is rounding noise. */
export function relativeError(actual: number, expected: number): number {
  const difference = Math.abs(actual - expected);
  return difference <= 1e-12 ? 0 : difference / Math.abs(expected);
}
