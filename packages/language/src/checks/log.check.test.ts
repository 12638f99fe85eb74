import { describe, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { expectNone, expectOne } from '../../test-kit/one-finding.js';

const check = textChecker();
const log = (more: string): string =>
  `log Later of Risk { source: "visits.parquet" time: seen_at prediction: score ${more} }`;

describe('what a log refers to', () => {
  it.each([
    [
      log('«outcomes: "outcomes.csv"»'),
      "VGL0206 log 'Later' needs `joined by COLUMN`: the column that links a row of outcomes to a row of the log",
    ],
    [
      log('«shadow: next_score»'),
      "VGL0206 the shadow column of log 'Later' needs `of MODEL`: the model whose scores the column holds",
    ],
  ])('%s', async (marked, finding) => {
    await expectOne(marked, finding, check);
  });

  it.each([
    log('outcomes: "outcomes.csv" joined by visit'),
    log('id: visit outcomes: "outcomes.csv"'),
    log('shadow: next_score of Risk'),
  ])('%s', async (text) => {
    await expectNone(text, check);
  });
});
