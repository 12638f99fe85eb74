import { describe, expect, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { checkMarked } from '../../test-kit/marked-text.js';

const check = textChecker();

describe('a metric that cannot be measured as written: one finding, at its place', () => {
  it.each([
    ['check «auroq» fail < 0.6', "VGL0401 there is no metric 'auroq'; did you mean 'auroc'?"],
    ['check «wonders» fail > 1 warn > 2', "VGL0401 there is no metric 'wonders'"],
    ['check ece(«bin»: 10) fail > 0.1', "VGL0402 metric 'ece' has no argument 'bin'; did you mean 'bins'?"],
    ['check auroc(«depth»: 3) fail < 0.6', "VGL0402 metric 'auroc' has no argument 'depth'; it takes none"],
    [
      'check ece(bins: «2.5») fail > 0.1',
      /^VGL0403 argument 'bins' of 'ece' wants a whole number .*; found the number 2.5$/,
    ],
    [
      'check psi(profile: «evidentli») of age fail > 0.2',
      /^VGL0403 argument 'profile' of 'psi' wants one of the words .*evidently.*; found the word evidentli; did you mean 'evidently'\?$/,
    ],
    ['check ece(«10») fail > 0.1', /^VGL0404 arguments of 'ece' are named \(bins/],
    [
      'check ece(bins: 10, «bins»: 20) fail > 0.1',
      /^VGL0106 argument 'bins' is declared twice in 'ece': also in line \d+$/,
    ],
    ['check ks of «sex» fail > 0.2', "VGL0405 'ks' is measured on numbers; 'sex' is a category"],
    ['check unseen of sex, «age» fail > 1%', "VGL0405 'unseen' is measured on categories; 'age' is a number"],
    [
      'check auroc «of all inputs» fail < 0.6',
      "VGL0406 'auroc' is measured on scores and their outcomes; none of the inputs of model 'Risk' is one",
    ],
    ['check «psi» fail > 0.2', "VGL0407 'psi' needs a column: write `psi of COLUMN` or `psi of all inputs`"],
    [
      'check volume «of age» fail < 10',
      "VGL0408 'volume' is measured on the log as a whole: nothing stands after `of`",
    ],
    ['check psi of «agee» fail > 0.2', "VGL0301 'agee' is no column of log 'Visits'; did you mean 'age'?"],
    [
      'check auroc at «0.5» fail < 0.6',
      "VGL0410 'auroc' does not depend on a threshold: `at` has no meaning here",
    ],
    [
      'check sensitivity at «15» fail < 0.6',
      'VGL0411 a threshold on a probability lies between 0 and 1; found 15',
    ],
    [
      'check psi «gap» of age fail > 0.1',
      "VGL0416 'psi' is not compared between groups: `gap` cannot follow it",
    ],
    [
      'check «rescore» fail > 0.000001',
      "VGL0417 'rescore' runs the model again, and model 'Risk' has no `artifact:`",
    ],
    ['check auroc by sex, «sex» fail < 0.6', "VGL0609 'sex' is named twice after `by`"],
    ['check auroc by sex * band, «band * sex» fail < 0.6', "VGL0609 'band * sex' is named twice after `by`"],
    ['check auroc by «sexx» fail < 0.6', "VGL0101 there is no subgroup 'sexx'; did you mean 'sex'?"],
    ['chart «alertrate» ewma', "VGL0401 there is no metric 'alertrate'; did you mean 'alert_rate'?"],
    [
      'chart mean of score rules «nelsen»',
      "VGL0204 'nelsen' is no value of 'rules' (possible: nelson, western_electric); did you mean 'nelson'?",
    ],
    ['chart alert_rate cusum target 0.2 shift «0» arl 370', 'VGL0605 the shift must be above 0; found 0'],
  ])('%s', async (line, finding) => {
    const spec = `monitor M on Visits { every 1 month against Training by band\n  ${line}\n}`;
    const { findings, found, marked } = await checkMarked(spec, check);
    expect(findings).toEqual([typeof finding === 'string' ? finding : expect.stringMatching(finding)]);
    expect(found).toEqual(marked);
  });
});

describe('what is missing elsewhere is said at the metric', () => {
  const bare = 'log Bare of Risk { source: "bare.csv" time: t }\n';
  it.each([
    [
      `${bare}monitor M on Bare { every 1 day check «auroc» fail < 0.6 }`,
      "VGL0414 'auroc' needs the logged score, and log 'Bare' has no `prediction:`",
    ],
    [
      `log Half of Risk { source: "half.csv" time: t prediction: score }\nmonitor M on Half { every 1 day check «auroc» fail < 0.6 }`,
      "VGL0413 'auroc' needs outcomes, and log 'Half' has no `label:`",
    ],
    [
      'monitor M on Visits { every 1 day check «psi» of age fail > 0.2 }',
      "VGL0412 'psi' compares with a reference: monitor 'M' needs `against DATASET` or `against previous window`",
    ],
    [
      'monitor M on Visits { every 1 day check sensitivity «ratio» fail < 0.8 }',
      "VGL0415 `sensitivity ratio` compares groups: say which, with `by …` in the check or in monitor 'M'",
    ],
  ])('%s', async (spec, finding) => {
    const { findings, found, marked } = await checkMarked(spec, check);
    expect(findings).toEqual([finding]);
    expect(found).toEqual(marked);
  });
});

describe('what a metric compares with must be declared', () => {
  const model =
    'model Bare version "1" { kind: locked input a : number input b : number 0..1 input c : category output s : probability }\nlog B of Bare { source: "b.csv" time: t }\n';
  it.each([
    [
      'every 1 day check out_of_range «of a» fail > 1%',
      "VGL0418 'out_of_range' compares with the range the model declares, and it declares none for 'a'",
    ],
    [
      'every 1 day check out_of_range «of all inputs» fail > 1%',
      "VGL0418 'out_of_range' compares with the range the model declares, and it declares none for 'a'",
    ],
    [
      'every 1 day check unseen «of c» fail > 1%',
      "VGL0418 'unseen' compares with the categories the model declares, and it declares none for 'c'",
    ],
    ['every 1 day check out_of_range of b fail > 1%', null],
    ['every 1 day against Training check unseen of c fail > 1%', null],
  ])('%s', async (body, finding) => {
    const { findings, found, marked } = await checkMarked(`${model}monitor M on B { ${body} }`, check);
    expect(findings).toEqual(finding === null ? [] : [finding]);
    expect(found).toEqual(marked);
  });
});

describe('nothing is wrong with', () => {
  it.each([
    'check psi of all inputs fail > 0.2',
    'check ks of all inputs fail > 0.2',
    'check psi of score fail > 0.2',
    'check missing of died fail > 5%',
    'check psi(profile: evidently) of age, sex fail > 0.2',
    'check sensitivity fail < 0.5',
    'check sensitivity gap at 15% by sex fail > 0.2',
    'check auroc of score fail < 0.6',
    'chart mean of score rules nelson',
    'chart alert_rate cusum target 0.2 shift 0.02 arl 370',
  ])('%s', async (line) => {
    const spec = `monitor M on Visits { every 1 month against previous window\n  ${line}\n}`;
    expect((await checkMarked(spec, check)).findings).toEqual([]);
  });

  it('columns of a log whose model nobody describes', async () => {
    const spec =
      'log Open { source: "o.csv" time: t }\nmonitor M on Open { every 1 day check missing of anything fail > 5% }';
    expect((await checkMarked(spec, check)).findings).toEqual([]);
  });
});

it('of one broken metric only the metric is said, not its limits, target or groups', async () => {
  const spec =
    'monitor M on Visits { every 1 day check «auroq»(bin: 1) gap of nowhere at 7 warn < 9 fail > 9 fail == 1 }';
  const { findings } = await checkMarked(spec, check);
  expect(findings).toEqual(["VGL0401 there is no metric 'auroq'; did you mean 'auroc'?"]);
});
