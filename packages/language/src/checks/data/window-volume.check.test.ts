import { describe, it } from 'vitest';
import { textChecker } from '../../../test-kit/check-text.js';
import { declaredData } from '../../../test-kit/declared-data.js';
import { expectNone, expectOne } from '../../../test-kit/one-finding.js';

const columns = {
  seen_at: 'timestamp',
  age: 'number',
  sex: 'text',
  site: 'text',
  score: 'number',
  died: 'integer',
} as const;
/** 100 rows a day; the log `short.csv` says nothing of time, `many.csv` nothing of rows. */
const check = textChecker(
  declaredData({
    'training.parquet': { columns, rows: 10_000 },
    'visits.parquet': { columns, rows: 36_500, more: { spanDays: new Map([['seen_at', 365]]) } },
    'short.csv': { columns, rows: 15 },
    'many.csv': { columns, rows: null },
    'whole.csv': { columns: { ...columns, age: 'integer' }, rows: 60 },
  }),
);
const monitor = (schedule: string, line: string, more = ''): string =>
  `${more}monitor M on Visits {\n  every ${schedule}\n  check ${line}\n}`;
const other = (source: string, line: string): string =>
  `log L of Risk { source: "${source}" time: seen_at prediction: score label: died }\nmonitor M on L { every 1 month against Training check ${line} }`;
const groups = 'subgroups More { ward = site in ["A", "B", "C"] minimum size 100 }\n';

describe('too little in a window at the volume of the data', () => {
  it.each([
    [
      monitor('1 hour', '«auroc» fail < 0.7'),
      "VGL0623 a window of 1 hour has about 4 rows in the data here, and 'auroc' says nothing with fewer than 20",
    ],
    [
      monitor('1 hour over last 2 hours', '«sensitivity» fail < 0.7'),
      /^VGL0623 a window of 2 hours has about 8 rows .* fewer than 10$/,
    ],
    [monitor('1 day', '«ece(bins: 11)» fail > 0.1'), /about 100 rows .* fewer than 110$/],
    [
      other('short.csv', '«psi of age» fail > 0.2'),
      /^VGL0623 the whole log has about 15 rows .* fewer than 50$/,
    ],
    [
      monitor('1 day by «ward»', 'brier fail > 0.3', groups),
      "VGL0624 a window of 1 day has about 100 rows in the data here: at most 1 of the 3 groups of 'ward' can have the 100 rows they need",
    ],
    [
      monitor('1 week by «ward * sex * band»', 'brier fail > 0.3', groups),
      /^VGL0624 .* about 700 rows .* at most 7 of the 18 groups/,
    ],
  ])('%s', (marked, finding) => expectOne(marked, finding, check));
});

describe('enough, or nobody can tell', () => {
  it.each([
    monitor('1 day', 'auroc fail < 0.7'),
    monitor('1 day', 'ece(bins: 10) fail > 0.1'),
    monitor('1 hour', 'missing of age fail > 5%'),
    other('many.csv', 'auroc fail < 0.7'),
    monitor('1 week by ward', 'brier fail > 0.3', groups),
    monitor('1 day by sex', 'brier fail > 0.3'),
  ])('%s', (text) => expectNone(text, check));
});

/** By first order, PSI of B bins is (B − 1)·(1/n + 1/m): 9·(1/100 + 1/10000) = 0.0909, 19·0.0101 = 0.1919. */
describe('drift that chance alone makes', () => {
  it.each([
    [
      monitor('1 day against Training', 'psi of score «fail > 0.08»'),
      /^VGL0516 with about 100 rows a window, 'psi of score' is about 0\.091 where nothing drifts: `fail > 0\.08` is breached in 54 % of such windows$/,
    ],
    [
      monitor('1 day against Training', 'psi(bins: 20) of score «warn > 0.1» fail > 0.3'),
      /is about 0\.19 where/,
    ],
    // Twice 100 rows: 9·0.02.
    [monitor('1 day against previous window', 'psi of score «fail > 0.1»'), /is about 0\.18 where/],
    [
      monitor('1 day against Training', 'ks of score «fail > 0.05»'),
      /^VGL0516 .*'ks of score' is about 0\.087/,
    ],
    [monitor('1 day against Training', 'psi of all inputs «fail > 0.005»'), /^VGL0516 .*'psi of age'/],
  ])('%s', (marked, finding) => expectOne(marked, finding, check));
});

describe('drift that chance rarely makes, or nobody can tell', () => {
  it.each([
    monitor('1 day against Training', 'psi of score fail > 0.1'),
    monitor('1 month against Training', 'psi of score warn > 0.02 fail > 0.1'),
    monitor('1 day against Training', 'ks of score fail p < 0.01'),
    monitor('1 day against Training', 'psi of sex fail > 0.02'),
    monitor('1 day against Training', 'wasserstein of score fail > 0.001'),
    // Of whole numbers nobody knows how many bins their ties leave.
    other('whole.csv', 'psi of age fail > 0.01'),
    other('many.csv', 'psi of score fail > 0.001'),
  ])('%s', (text) => expectNone(text, check));
});
