import { describe, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { expectNone, expectOne } from '../../test-kit/one-finding.js';

const check = textChecker();
const spec = (checks: string, kind = 'adaptive', name = 'Next'): string =>
  `model ${name} version "2.0.0" { kind: ${kind} operatingPoint: 0.2 input a : number input b : integer input c : category ["x", "y"] output s : probability }\nlog L of Next { source: "l.csv" time: t prediction: s label: y }\nmonitor M on L { every 1 month against previous window ${checks} }`;
const auroc = 'check auroc fail < 0.6';

describe('an adaptive model that changes unseen', () => {
  it.each([
    [
      spec(`check psi of a fail > 0.2 ${auroc}`, 'adaptive', '«Next»'),
      "VGL0616 model 'Next' is adaptive, and no check looks at 'b', 'c'",
    ],
    // A test of numbers leaves categories out.
    [
      spec(`check ks of all inputs fail p < 0.01 ${auroc}`, 'adaptive', '«Next»'),
      /^VGL0616 .* no check looks at 'c'$/,
    ],
    [
      spec('check psi of all inputs fail > 0.2', 'adaptive', '«Next»'),
      "VGL0617 model 'Next' is adaptive, and no check compares its scores with outcomes",
    ],
  ])('%s', (marked, finding) => expectOne(marked, finding, check));
});

describe('watched, or not to be', () => {
  it.each([
    spec(`check psi of all inputs fail > 0.2 ${auroc}`),
    spec(`check ks of all inputs fail p < 0.01 check missing of c fail > 5% ${auroc}`),
    spec(`check psi of a, b fail > 0.2 chart missing of c rules nelson ${auroc}`),
    spec(auroc, 'locked'),
    `${spec(auroc)}\nmonitor N on L { every 1 week against previous window check psi of all inputs fail > 0.2 }`,
    // Nobody monitors it here.
    'model Next version "2.0.0" { kind: adaptive input a : number output s : probability }\nlog L of Next { source: "l.csv" time: t }',
  ])('%s', (text) => expectNone(text, check));
});
