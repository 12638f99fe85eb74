import { admissions, columns } from './cohort.mjs';

/** Of the reference, whose digest the spec names, and of the log. */
const ROWS_A_MONTH = 2000;

/**
 * The example's data, a file at a time: training (2021), test and external validation (2022-01..06), six months of
 * reference (2022-07..12) and 24 months of log, one CSV a month.
 * @returns {Generator<{ path: string, text: string }>} paths below the example's folder; the same texts on every machine
 */
export function* dataFiles() {
  yield { path: 'data/training.csv', text: csv(months('2021-01', 12), 500) };
  yield { path: 'data/test.csv', text: csv(months('2022-01', 6), 500) };
  yield { path: 'data/external.csv', text: csv(months('2022-01', 6), 500, ['D']) };
  yield { path: 'data/reference.csv', text: csv(months('2022-07', 6), ROWS_A_MONTH) };
  for (const month of months('2023-01', 24))
    yield { path: `data/log/${month}.csv`, text: csv([month], ROWS_A_MONTH) };
}

function months(first, count) {
  const [year, month] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.UTC(year, month - 1 + i, 1)).toISOString().slice(0, 7),
  );
}

function csv(list, size, sites = undefined) {
  const lines = [columns.join(',')];
  for (const month of list)
    for (const row of admissions(month, size, sites)) lines.push(columns.map((c) => row[c] ?? '').join(','));
  return `${lines.join('\n')}\n`;
}
