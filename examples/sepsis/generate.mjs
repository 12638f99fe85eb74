// Writes the example's data: training (2021), test and external validation (2022-01..06), six months of reference
// (2022-07..12) and 24 months of log, one CSV a month. Seeded: every machine gets the same bytes. Takes about a second.
// --to FOLDER writes elsewhere, --rows N makes months of the log of N rows instead of 2000.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { admissions, columns } from './generator/cohort.mjs';
import { bias, features, weights } from './generator/model.mjs';
import { linearModel } from './generator/onnx.mjs';

const { values } = parseArgs({ options: { to: { type: 'string' }, rows: { type: 'string' } } });
const here = values.to ?? dirname(fileURLToPath(import.meta.url));
const perMonth = Number(values.rows ?? 2000);

const months = (from, count) =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.UTC(from.year, from.month - 1 + i, 1)).toISOString().slice(0, 7),
  );
function csv(list, size = perMonth, sites = undefined) {
  const lines = [columns.join(',')];
  for (const month of list)
    for (const row of admissions(month, size, sites)) lines.push(columns.map((c) => row[c] ?? '').join(','));
  return `${lines.join('\n')}\n`;
}

mkdirSync(join(here, 'data', 'log'), { recursive: true });
mkdirSync(join(here, 'models'), { recursive: true });
writeFileSync(join(here, 'data', 'training.csv'), csv(months({ year: 2021, month: 1 }, 12), 500));
writeFileSync(join(here, 'data', 'test.csv'), csv(months({ year: 2022, month: 1 }, 6), 500));
writeFileSync(join(here, 'data', 'external.csv'), csv(months({ year: 2022, month: 1 }, 6), 500, ['D']));
writeFileSync(join(here, 'data', 'reference.csv'), csv(months({ year: 2022, month: 7 }, 6)));
for (const month of months({ year: 2023, month: 1 }, 24))
  writeFileSync(join(here, 'data', 'log', `${month}.csv`), csv([month]));
writeFileSync(
  join(here, 'models', 'sepsis-lr-2.1.0.onnx'),
  linearModel({
    name: 'sepsis-early-warning',
    features: features.map((f) => f.name),
    weights,
    bias,
    centres: features.map((f) => f.centre),
  }),
);
