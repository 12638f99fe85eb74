import { describe, expect, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { checkMarked } from '../../test-kit/marked-text.js';

const check = textChecker();
const wards = (rule: string): string =>
  `subgroups Wards { ${rule} }\nmonitor M on Visits { every 1 month by ward check auroc fail < 0.6 }`;

describe('one finding, at its place', () => {
  it.each([
    // models
    [
      'model M version «"one"» { kind: locked output s : probability }',
      /^VGL0210 version 'one' of model 'M' is no version/,
    ],
    [
      'model M version "1" { kind: locked input x : number «9..1» output s : probability }',
      'VGL0302 the range 9..1 is upside down',
    ],
    [
      'model M version "1" { kind: locked input x : category «1..2» output s : probability }',
      "VGL0303 category 'x' cannot have a range",
    ],
    [
      'model M version "1" { kind: locked input x : boolean unit «"kg"» output s : probability }',
      "VGL0303 boolean 'x' cannot have a unit",
    ],
    [
      'model M version "1" { kind: locked input x : number output s : probability claim auroc «>= 1.5» on Training }',
      "VGL0503 `claim >= 1.5` can never happen: 'auroc' lies between 0 and 1",
    ],
    [
      'model M version "1" { kind: locked output s : probability claim «aurc» >= 0.5 on Training }',
      "VGL0401 there is no metric 'aurc'; did you mean 'auroc'?",
    ],
    // subgroups
    [wards('«ward = ward»'), /^VGL0601 the groups of 'ward' are not known: 'ward' is no category input/],
    [wards('«ward = age»'), "VGL0604 'age' is a number: cut it into bands, `ward = age cut at …`"],
    [
      wards('«ward = sex cut at 1, 2»'),
      'VGL0604 \'sex\' is a category: list its values, `ward = sex in ["…"]`',
    ],
    [
      wards('ward = sex in ["Female", «"Mal"»]'),
      "VGL0602 'Mal' is no category of input 'sex'; did you mean 'Male'?",
    ],
    [wards('ward = age cut at 40, «40»'), 'VGL0603 cuts ascend: 40 follows 40'],
    [
      wards('ward = sex minimum size «0.5»'),
      'VGL0605 the minimum size must be a whole number of at least 1; found 0.5',
    ],
    [wards('ward = sex minimum size 5 «minimum size 6»'), /^VGL0105 'minimum size' is said twice/],
    // monitors
    [
      'monitor «M» on Visits { check auroc fail < 0.6 }',
      "VGL0206 monitor 'M' needs `every …`: how often it measures, e.g. `every 1 month`",
    ],
    [
      'monitor M on Visits { every «0 days» check auroc fail < 0.6 }',
      'VGL0605 a duration must be a whole number above 0; found 0',
    ],
    [
      'monitor M on Visits { every «1.5 days» check auroc fail < 0.6 }',
      'VGL0605 a duration must be a whole number above 0; found 1.5',
    ],
    [
      'monitor M on Visits { every 1 month «over last 2 weeks» check auroc fail < 0.6 }',
      /^VGL0606 `over last 2 weeks` is shorter than `every 1 month`/,
    ],
    [
      'monitor M on Visits { every 1 month confidence «50%» check auroc fail < 0.6 }',
      'VGL0608 confidence lies above 50% and below 100%; found 50%',
    ],
    [
      'monitor M on Visits { every 1 month confidence 90% «confidence 95%» check auroc fail < 0.6 }',
      /^VGL0105 'confidence' is said twice in monitor 'M'/,
    ],
    [
      'monitor M on Visits { every 1 month «alarm budget 0 per year» check auroc fail < 0.6 }',
      'VGL0605 an alarm budget must be above 0; found 0',
    ],
    [
      'monitor M on Visits { every 1 month check auroc fail < 0.6 on fail notify «Onkall» }',
      "VGL0101 there is no channel or pipeline 'Onkall'; did you mean 'Oncall'?",
    ],
    [
      'log U of Risk { source: "u.csv" time: t }\nmonitor M on U { every 1 month «after labels mature 3 days» check missing of age fail > 5% }',
      "VGL0413 `after labels mature` needs outcomes, and log 'U' has no `label:`",
    ],
    // runbooks, plans, scenarios, checklists
    [
      'pipeline P: github { repository: "r" }\nrunbook R { step notify «P» }',
      "VGL0806 'P' is a pipeline; `step notify` wants a channel",
    ],
    ['runbook R { step "Look" by «Led» }', "VGL0101 there is no role 'Led'; did you mean 'Lead'?"],
    [
      'runbook R { step "Look" by Lead within «0 hours» }',
      'VGL0605 a duration must be a whole number above 0; found 0',
    ],
    [
      'changePlan C for Risk { modification A { rollout canary «10» then full } }',
      "VGL0802 `canary` serves more than none and less than all patients; found 10; did you mean '10%'?",
    ],
    [
      'changePlan C for Risk { modification A { rollout shadow «5%» then full } }',
      'VGL0802 `shadow` serves no patient: leave the share out',
    ],
    [
      'changePlan C for Risk { modification A { accept when champion «auroq» > 0.6 } }',
      "VGL0401 there is no metric 'auroq'; did you mean 'auroc'?",
    ],
    [
      'changePlan C for Risk { modification A { accept when sensitivity «gap» <= 0.1 } }',
      /^VGL0415 `sensitivity gap` compares groups/,
    ],
    [
      'changePlan C for Risk { modification A { trigger when every «0 months» } }',
      'VGL0605 a duration must be a whole number above 0; found 0',
    ],
    [
      'scenario «S» { expect all monitors to pass }',
      "VGL0206 scenario 'S' needs `from DATASET`: the data that is perturbed",
    ],
    [
      'scenario S { from Training set age = age * 2 on «0%» of rows expect all monitors to pass }',
      'VGL0803 a share of rows lies above 0% and at most 100%; found 0%',
    ],
    [
      'waive «EU_AI_Akt».article_10 because "x" approved by Lead until 2027-01-01',
      "VGL0801 there is no checklist 'EU_AI_Akt'; did you mean 'EU_AI_Act'?",
    ],
    [
      'waive GMLP.principle_1_intended_use because "x" approved by Lead until «2027-13-01»',
      "VGL0212 '2027-13-01' is no day of the calendar",
    ],
    [
      'checklist C { item «a» "A" cites "1" }',
      "VGL0804 item 'a' says nowhere what it requires: add `requires …`",
    ],
    [
      'checklist C { item a requires true item «a» requires true }',
      /^VGL0106 item 'a' is declared twice in checklist 'C'/,
    ],
  ])('%s', async (spec, finding) => {
    const { findings, found, marked } = await checkMarked(spec, check);
    expect(findings).toEqual([typeof finding === 'string' ? finding : expect.stringMatching(finding)]);
    expect(found).toEqual(marked);
  });
});

describe('nothing is wrong with', () => {
  it.each([
    'model M version "2.0.0-rc.1" { kind: locked input x : integer 0.. missing -1 output s : probability claim auroc >= 0.62 on Training }',
    wards('ward = ward in ["A", "B"]'),
    wards('ward = sex'),
    wards('ward = score cut at -1.5, 0, 40'),
    'monitor M on Visits { every 1 day over last 30 days check auroc fail < 0.6 }',
    'monitor M on Visits { every 1 month confidence 95% check auroc fail < 0.6 on warn notify Oncall }',
    'changePlan C for Risk { modification A { accept when auroc >= champion auroc - 0.01 and sensitivity gap by sex <= 0.10 rollout shadow for 2 weeks then canary 10% then full } }',
    'checklist House { item a kind attestation }\nwaive House.a because "x" approved by Lead until 2027-01-01',
  ])('%s', async (spec) => {
    expect((await checkMarked(spec, check)).findings).toEqual([]);
  });
});

it('a subgroup that does not fit is reported once, however many checks use it', async () => {
  const spec =
    'subgroups W { «ward = ward» }\nmonitor M on Visits { every 1 month by ward check auroc fail < 0.6 check brier by ward * sex fail > 0.3 }\nmonitor N on Visits { every 1 month by ward check auroc fail < 0.6 }';
  const { found, marked } = await checkMarked(spec, check);
  expect(found).toEqual(marked);
});
