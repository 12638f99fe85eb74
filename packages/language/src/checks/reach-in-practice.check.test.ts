import { describe, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { expectNone, expectOne } from '../../test-kit/one-finding.js';

const check = textChecker();
const monitor = (line: string): string =>
  `monitor M on Visits { every 1 month against Training by sex confidence 95%\n  check ${line}\n}`;

describe('a limit that fires on nearly every window, or never', () => {
  it.each([
    ['auroc «fail < 1»', /^VGL0513 `fail < 1` is breached by every 'auroc' other than exactly 1:/],
    ['auroc «fail < 100%»', /^VGL0513/],
    ['ece «warn > 0»', /^VGL0513 `warn > 0` is breached by every 'ece' other than exactly 0:/],
    ['ks of age «fail > 0»', /^VGL0513/],
    ['sensitivity gap «fail > 0»', /^VGL0513 .*'sensitivity gap' other than exactly 0/],
    ['selection_rate ratio «fail < 1»', /^VGL0513/],
    ['psi of age «fail > 20»', "VGL0503 `fail > 20` can never happen: 'psi' lies between 0 and 18.43"],
    [
      'js_distance(profile: evidently) of age «fail > 0.9»',
      "VGL0503 `fail > 0.9` can never happen: 'js_distance' lies between 0 and 0.84",
    ],
    [
      'mean of age «fail > 121»',
      "VGL0514 `fail > 121` cannot happen while 'age' stays in its declared range: its mean then lies between 0 and 120",
    ],
    ['mean of score «fail outside -0.1..1.2»', /^VGL0514 .*'score'.* between 0 and 1$/],
  ])('%s', (line, finding) => expectOne(monitor(line), finding, check));
});

describe('a limit that can be breached and need not be', () => {
  it.each([
    'auroc fail < 0.999',
    'missing of age fail > 0',
    'out_of_range of age fail > 0',
    'unseen of sex fail > 0',
    'psi of age warn > 0.1 fail > 18',
    'psi(profile: evidently) of age fail > 20',
    'js_distance of age fail > 0.9',
    'mean of age fail outside 50..130',
    'mean of age fail outside 50..70',
    'observed_expected fail outside 0.8..1.25',
    'ks of age fail p < 0.01',
    'sensitivity gap fail > 0.2',
  ])('%s', (line) => expectNone(monitor(line), check));
  it('the mean of a column whose range is open', () =>
    expectNone(
      'model M version "1.0.0" { kind: locked input age : number 0.. output s : probability }\nlog L of M { source: "l.csv" time: t }\nmonitor N on L { every 1 month check mean of age fail > 200 }',
      check,
    ));
});
