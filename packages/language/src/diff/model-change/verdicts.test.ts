import { expect, it } from 'vitest';
import { diffTexts, edited, record } from '../../../test-kit/diff-texts.js';

const digest = (letter: string) => letter.repeat(64);
const retrained = [
  [digest('a'), digest('c')],
  ['"Risk of readmission" version "1.0.0"', '"Risk of readmission" version "1.1.0"'],
] as const;
type Edits = readonly (readonly [string, string])[];

/** The verdict on retrained weights, where the spec was otherwise edited before, or with the change. */
async function verdict(before: Edits, withIt: Edits = []) {
  const old = edited(before);
  const { models } = await diffTexts(old, edited([...retrained, ...withIt], old));
  expect(models).toHaveLength(1);
  return models[0]!;
}

it('a plan that authorises it covers new weights, and says what has to be shown', async () => {
  const { standing, reasons, unknown, conditions } = await verdict([]);
  expect({ standing, reasons, unknown, conditions }).toEqual({
    standing: 'inside',
    reasons: ['modification Quarterly of change plan Retraining covers another artifact (weights)'],
    unknown: [],
    conditions: [
      'an evaluation shows that “auroc >= champion auroc - 0.01 and sensitivity at 0.15 >= 0.3” holds',
      'a record shows that it was triggered by “Drift fails or every 3 months”',
      'a record shows the rollout shadow for 2 weeks then full',
    ],
  });
});

it.each(['draft', 'submitted', 'superseded'])('a plan that was %s authorises nothing', async (status) => {
  const { standing, reasons } = await verdict([['status: authorized', `status: ${status}`]]);
  expect(standing).toBe('outside');
  expect(reasons[0]).toBe(`change plan Retraining was not in force: its status was ${status}`);
});

it('a plan that is authorised together with the change did not authorise it', async () => {
  const { standing } = await verdict(
    [['status: authorized', 'status: draft']],
    [['status: draft', 'status: authorized']],
  );
  expect(standing).toBe('outside');
});

it('a plan that comes with the change authorises nothing before it', async () => {
  const start = record.indexOf('changePlan Retraining');
  const plan = record.slice(start, record.indexOf('trial Call'));
  const { standing, reasons, changePlan } = await verdict(
    [[plan, '']],
    [['trial Call', `${plan}trial Call`]],
  );
  expect({ standing, changePlan, reasons }).toEqual({
    standing: 'outside',
    changePlan: null,
    reasons: [
      'there was no change plan for model Risk',
      'change plan Retraining comes with the change, and authorises nothing before it',
    ],
  });
});

it.each<[string, Edits, string]>([
  [
    'the status',
    [['  status: authorized\n', '']],
    'whether change plan Retraining is authorised: it has no ‘status’',
  ],
  [
    'what the bounds in prose allow',
    [['    category: weights\n', '    category: weights bounds: "Inputs stay"\n']],
    'whether the change keeps the bounds of modification Quarterly: “Inputs stay”',
  ],
  [
    'what the modification changes',
    [
      ['    category: weights\n', ''],
      ['    category: threshold\n', ''],
    ],
    'modification Quarterly does not say what it changes (category)',
  ],
  [
    'when it is accepted',
    [['    accept when auroc >= champion auroc - 0.01 and sensitivity at 0.15 >= 0.30\n', '']],
    'when modification Quarterly is accepted: it has no ‘accept when’',
  ],
  [
    'the architecture',
    [
      [
        '  kind: locked\n  architecture: "Logistic regression"\n  sha256: "aaaa',
        '  kind: locked\n  sha256: "aaaa',
      ],
    ],
    'whether only the weights changed: the models do not both state their architecture',
  ],
  [
    'whether only the calibration changed',
    [['    category: weights\n', '    category: calibration\n']],
    'whether only the calibration changed: a digest does not tell',
  ],
])('is never inside where it is not known: %s', async (_, before, unknown) => {
  const found = await verdict(before);
  expect(found.standing).toBe('unknown');
  expect(found.unknown).toEqual([unknown]);
});

it.each<[string, Edits, Edits, string]>([
  [
    'the intended use',
    [],
    [['Ranks adults at discharge.', 'Ranks adults and children at discharge.']],
    'the intended use changed as well, which modification Quarterly has to keep',
  ],
  [
    'the test data',
    [['    category: weights\n', '    category: weights\n    protocol { evalTestData: Fresh }\n']],
    [['trainedOn: Training', 'trainedOn: Fresh']],
    'Risk was trained on Fresh, the test data of modification Quarterly',
  ],
  [
    'the acceptance',
    [],
    [['claim auroc >= 0.62 on Training', 'claim sensitivity at 0.15 < 0.20 on Training']],
    'Risk claims sensitivity at 0.15 < 0.2, and modification Quarterly is accepted when “sensitivity at 0.15 >= 0.3”',
  ],
  [
    'the operating point of a plan that does not cover it',
    [['    category: threshold\n', '    category: interface\n']],
    [
      [
        `sha256: "${digest('c')}"\n  trainedOn: Training\n  operatingPoint: 0.15`,
        `sha256: "${digest('c')}"\n  trainedOn: Training\n  operatingPoint: 0.2`,
      ],
    ],
    'no modification of change plan Retraining covers another operating point (threshold)',
  ],
])('deviates where it does not keep %s', async (_, before, withIt, reason) => {
  const { standing, reasons } = await verdict(before, withIt);
  expect(standing).toBe('deviating');
  expect(reasons).toContain(reason);
});

it('judges by the old plan when the plan changes with the model', async () => {
  const { standing, reasons } = await verdict([], [['champion auroc - 0.01', 'champion auroc - 0.1']]);
  expect(standing).toBe('inside');
  expect(reasons).toContain('change plan Retraining changes at the same time; the old one counts');
});

it('a new model that supersedes the old one is a change of it', async () => {
  const start = record.indexOf('model RiskNext');
  const next = record.slice(start, record.indexOf('log Visits'));
  const superseding = next.replace('kind: locked', 'kind: locked supersedes: Risk');
  const { models, changes } = await diffTexts(edited([[next, '']]), edited([[next, superseding]]));
  expect(models.map(({ before, after, standing }) => [before.name, after.name, standing])).toEqual([
    ['Risk', 'RiskNext', 'inside'],
  ]);
  expect(changes.map(({ kind, reapproval, sentence }) => [kind, reapproval, sentence])).toEqual([
    ['added', false, 'is new in place of Risk'],
  ]);
});

it('a shadow that takes over after its stage follows the plan', async () => {
  const before = edited([['prediction: score\n', 'prediction: score\n  shadow: next_score of RiskNext\n']]);
  const after = edited([['log Visits of Risk {', 'log Visits of RiskNext {']], before).replace(
    'shadow: next_score of RiskNext',
    'shadow: old_score of Risk',
  );
  const { models } = await diffTexts(before, after);
  expect(models.map(({ standing }) => standing)).toEqual(['inside']);
});

it('a model that only got another name did not change', async () => {
  const { models, changes } = await diffTexts(
    record,
    record
      .replace('model Risk ', 'model Readmission ')
      .replace('of Risk {', 'of Readmission {')
      .replace('pause Risk', 'pause Readmission')
      .replace('for Risk version', 'for Readmission version'),
  );
  expect(models).toEqual([]);
  expect(changes.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['renamed model Readmission']);
});
