import { describe, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { expectNone, expectOne } from '../../test-kit/one-finding.js';

const check = textChecker();
const spec = (every: string, budget: string, line: string): string =>
  `model Two version "2.0.0" { kind: locked input a : number input b : number input c : category ["x"] output s : probability }\nlog L of Two { source: "l.csv" time: t }\nmonitor M on L {\n  every ${every} against Training\n  ${budget}\n  check ${line}\n}`;

describe('a budget below what the limits on p cause', () => {
  it.each([
    // 365.2425 days × 0.01 = 3.65 a year.
    [
      spec('1 day', '«alarm budget 1 per year»', 'ks of a fail p < 0.01'),
      "VGL0622 the limits on p of monitor 'M' alone cause about 3.7 false alarms a year; the budget is 1",
    ],
    // Two numeric inputs, twelve months, 5 %.
    [
      spec('1 month', '«alarm budget 1 per year»', 'ks of all inputs fail p < 0.05'),
      /about 1\.2 false alarms a year; the budget is 1$/,
    ],
    [
      spec('1 day', '«alarm budget 1 per quarter»', 'ks of all inputs warn p < 0.05 fail p < 0.01'),
      /about 37 false alarms a year; the budget is 4$/,
    ],
  ])('%s', (marked, finding) => expectOne(marked, finding, check));
});

describe('a budget that is kept, or nobody can tell', () => {
  it.each([
    spec('1 month', 'alarm budget 1 per year', 'ks of a fail p < 0.01'),
    spec('1 month', 'alarm budget 1 per year', 'ks of all inputs fail p < 0.05 adjust holm'),
    spec('1 day', '', 'ks of a fail p < 0.01'),
    spec('1 day', 'alarm budget 1 per year', 'psi of a fail > 0.2'),
    spec('1 day', 'alarm budget 1 per month', 'ks of a fail p < 0.01'),
  ])('%s', (text) => expectNone(text, check));
});
