import { describe, expect, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { checkMarked } from '../../test-kit/marked-text.js';

const check = textChecker();
const monitor = (line: string): string =>
  `monitor M on Visits { every 1 month against Training by sex\n  check ${line}\n}`;

describe('wrong limits: one finding, at the limit', () => {
  it.each([
    [
      'psi of age «fail < 0.2»',
      "VGL0501 `fail < 0.2` raises an alarm when 'psi' is good: lower values are better; write `fail > 0.2`",
    ],
    [
      'auroc «warn >= 0.9»',
      "VGL0501 `warn >= 0.9` raises an alarm when 'auroc' is good: higher values are better; write `warn <= 0.9`",
    ],
    [
      'sensitivity gap «fail < 0.1»',
      "VGL0501 `fail < 0.1` raises an alarm when 'sensitivity gap' is good: lower values are better; write `fail > 0.1`",
    ],
    [
      'selection_rate ratio «fail > 0.8»',
      "VGL0501 `fail > 0.8` raises an alarm when 'selection_rate ratio' is good: higher values are better; write `fail < 0.8`",
    ],
    [
      'psi of age «warn > 0.2» fail > 0.2',
      'VGL0502 a warning comes before a failure, but `warn > 0.2` is not milder than `fail > 0.2`',
    ],
    [
      'psi of age fail > 0.2 «warn > 0.3»',
      'VGL0502 a warning comes before a failure, but `warn > 0.3` is not milder than `fail > 0.2`',
    ],
    [
      'psi of age «warn > 0.2» fail >= 0.2',
      'VGL0502 a warning comes before a failure, but `warn > 0.2` is not milder than `fail >= 0.2`',
    ],
    [
      'auroc «warn < 0.5» fail < 0.6',
      'VGL0502 a warning comes before a failure, but `warn < 0.5` is not milder than `fail < 0.6`',
    ],
    [
      'observed_expected «warn outside 0.5..1.5» fail outside 0.8..1.25',
      'VGL0502 a warning comes before a failure, but `warn outside 0.5..1.5` is not milder than `fail outside 0.8..1.25`',
    ],
    [
      'observed_expected «warn outside 0.9..1.3» fail outside 0.8..1.25',
      'VGL0502 a warning comes before a failure, but `warn outside 0.9..1.3` is not milder than `fail outside 0.8..1.25`',
    ],
    [
      'observed_expected «warn > 2» fail outside 0.8..1.25',
      'VGL0502 a warning comes before a failure, but `warn > 2` is not milder than `fail outside 0.8..1.25`',
    ],
    [
      'ks of age «warn p < 0.01» fail p < 0.05',
      'VGL0502 a warning comes before a failure, but `warn p < 0.01` is not milder than `fail p < 0.05`',
    ],
    [
      'missing of age «fail > 3»',
      "VGL0503 `fail > 3` can never happen: 'missing' lies between 0 and 1; did you mean '3%'?",
    ],
    [
      'missing of age «fail > 100%»',
      "VGL0503 `fail > 100%` can never happen: 'missing' lies between 0 and 1",
    ],
    ['psi of age «fail > -1»', "VGL0504 `fail > -1` always happens: 'psi' lies at or above 0"],
    ['auroc «fail <= 1»', "VGL0504 `fail <= 1` always happens: 'auroc' lies between 0 and 1"],
    [
      'sensitivity gap «fail > 1»',
      "VGL0503 `fail > 1` can never happen: 'sensitivity gap' lies between 0 and 1",
    ],
    [
      'selection_rate ratio «fail <= 1»',
      "VGL0504 `fail <= 1` always happens: 'selection_rate ratio' lies between 0 and 1",
    ],
    [
      'auroc «fail outside 0..1»',
      "VGL0503 `fail outside 0..1` can never happen: 'auroc' lies between 0 and 1",
    ],
    ['auroc «fail outside 2..3»', "VGL0504 `fail outside 2..3` always happens: 'auroc' lies between 0 and 1"],
    ['observed_expected fail outside «1.25..0.8»', 'VGL0302 the range 1.25..0.8 is upside down'],
    [
      'sensitivity gap «fail p < 0.01»',
      'VGL0506 `sensitivity gap` gives no p-value: put the limit on the value, `fail > NUMBER`',
    ],
    ['ks of age «fail p < 0»', 'VGL0508 a limit on a p-value lies above 0 and below 1; found 0'],
    [
      'ks of age fail > 0.1 adjust «hom»',
      "VGL0204 'hom' is no value of 'adjust' (possible: bonferroni, holm, benjamini_hochberg); did you mean 'holm'?",
    ],
    [
      'mean of age «fail > 5%»',
      "VGL0512 'mean' is measured in the unit of its column, not a share: `5%` has no meaning here",
    ],
    [
      'observed_expected fail outside 0.8..1.25 «fail > 2»',
      'VGL0505 this check already has `fail outside 0.8..1.25`: keep one of the two',
    ],
  ])('%s', async (line, finding) => {
    const { findings, found, marked } = await checkMarked(monitor(line), check);
    expect(findings).toEqual([finding]);
    expect(found).toEqual(marked);
  });
});

describe('sound limits: no finding', () => {
  it.each([
    'psi of age warn > 0.1 fail > 0.2',
    'psi of age warn >= 0.2 fail > 0.2',
    'auroc warn < 0.7 fail < 0.6',
    'sensitivity warn < 40% fail < 0.30',
    'observed_expected warn outside 0.9..1.1 fail outside 0.8..1.25',
    'observed_expected warn outside 0.9..1.25 fail outside 0.8..1.25',
    'observed_expected warn > 1.1 fail > 1.25',
    'observed_expected fail < 0.8 fail > 1.25',
    'observed_expected warn > 1.2 fail < 0.8',
    'mean of age fail < 10 fail > 90',
    'volume fail < 100',
    'ks of age warn p < 0.05 fail p < 0.01 adjust holm',
    'ks of age warn > 0.1 fail p < 0.01 adjust benjamini_hochberg',
    'missing of age warn > 3% fail > 5%',
  ])('%s', async (line) => {
    expect((await checkMarked(monitor(line), check)).findings).toEqual([]);
  });
});

it('a wrong direction is mended by turning the whole limit round', async () => {
  const [finding] = await check(
    'model R version "1" { kind: locked output s : probability }\nlog V of R { source: "v.csv" time: t prediction: s label: l }\nmonitor M on V { every 1 month check auroc fail > 0.7 }\n',
  );
  expect(finding?.fix).toEqual({ title: "Replace by 'fail < 0.7'", newText: 'fail < 0.7' });
});
