import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeDataFiles } from './node-bytes.js';
import { formatOfFile, readColumns } from './read-columns.js';

const data = resolve(import.meta.dirname, '../../../../../shared/data/diabetes130');
const present = existsSync(data);

/** README of the data set, section "Columns". */
const features =
  'age_mid time_in_hospital num_lab_procedures num_procedures num_medications number_outpatient number_emergency number_inpatient number_diagnoses a1c_tested a1c_gt8 insulin_any insulin_down insulin_up metformin_any diabetes_med med_changed discharged_home admission_emergency primary_circulatory primary_diabetes'.split(
    ' ',
  );
const context =
  'race gender age_band age_group a1c_result max_glu_serum insulin payer_code medical_specialty diag_1'.split(
    ' ',
  );

async function columnsOf(file: string) {
  const format = formatOfFile(file);
  if (format === null) throw new Error(`${file} has no format`);
  const outcome = await nodeDataFiles.use(resolve(data, file), (bytes) => readColumns(bytes, format));
  if ('problem' in outcome) throw new Error(outcome.problem);
  return { ...outcome, types: Object.fromEntries(outcome.columns.map(({ name, type }) => [name, type])) };
}
const each = (names: readonly string[], type: string) =>
  Object.fromEntries(names.map((name) => [name, type]));

describe.skipIf(!present)(
  present ? 'diabetes130' : 'diabetes130: skipped, ../shared/data/diabetes130 is absent',
  () => {
    it.each([
      ['train.parquet', 39_737],
      ['production.parquet', 59_606],
    ])('%s has the columns and rows its README tells', async (file, rows) => {
      const found = await columnsOf(file);
      expect(found.rows).toBe(rows);
      expect(found.types).toMatchObject({
        ...each(features, 'integer'),
        ...each(context, 'text'),
        score: 'number',
        shadow_score: 'number',
        label: 'integer',
      });
    });
    it('outcomes.parquet', async () => {
      const { types, rows } = await columnsOf('outcomes.parquet');
      expect({ types, rows }).toEqual({
        types: { prediction_id: 'text', label: 'integer', label_available_at: 'timestamp' },
        rows: 59_606,
      });
    });
    it('predictions_long.parquet has a row for each of two models', async () => {
      expect((await columnsOf('predictions_long.parquet')).rows).toBe(2 * 59_606);
    });
    it.each([
      'samples/production-500.csv',
      'samples/production-500.jsonl',
    ])('%s has the columns and types of production.parquet', async (file) => {
      const sample = await columnsOf(file);
      const whole = await columnsOf('production.parquet');
      expect(sample.columns.map(({ name }) => name)).toEqual(whole.columns.map(({ name }) => name));
      expect(sample.types).toEqual(whole.types);
    });
  },
);
