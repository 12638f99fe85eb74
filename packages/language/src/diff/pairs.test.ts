import { describe, expect, it } from 'vitest';
import { diffTexts, edited, record } from '../../test-kit/diff-texts.js';

/** What changed in the spec of testing/plan-of-record.vigil, and how it is to be classified; `!`: approve again. */
type Pair = readonly [
  title: string,
  edits: readonly (readonly [piece: string, by: string])[],
  classified: readonly string[],
];

const digest = (letter: string) => letter.repeat(64);
const newWeights = [
  [digest('a'), digest('c')],
  ['model Risk "Risk of readmission" version "1.0.0"', 'model Risk "Risk of readmission" version "1.1.0"'],
] as const;

const limits: readonly Pair[] = [
  [
    'a lower limit of a metric that should be high',
    [['auroc fail < 0.60', 'auroc fail < 0.55']],
    ['loosened! monitor Quality: check auroc fails below 0.55 instead of below 0.6'],
  ],
  [
    'a higher limit of a metric that should be high',
    [['auroc fail < 0.60', 'auroc fail < 0.65']],
    ['tightened monitor Quality: check auroc fails below 0.65 instead of below 0.6'],
  ],
  [
    'a higher limit of a metric that should be low',
    [['warn > 3% fail > 5%', 'warn > 3% fail > 8%']],
    ['loosened! monitor Drift: check missing of ward fails above 8% instead of above 5%'],
  ],
  [
    'a limit that the value itself now breaks',
    [['auroc fail < 0.60', 'auroc fail <= 0.60']],
    ['tightened monitor Quality: check auroc fails at or below 0.6 instead of below 0.6'],
  ],
  [
    'a wider admissible range',
    [['outside 0.8..1.25', 'outside 0.7..1.25']],
    [
      'loosened! monitor Quality: check observed_expected fails outside 0.7 to 1.25 instead of outside 0.8 to 1.25',
    ],
  ],
  [
    'a range that moves',
    [['outside 0.8..1.25', 'outside 0.9..1.3']],
    [
      'changed! monitor Quality: check observed_expected fails outside 0.9 to 1.3 instead of outside 0.8 to 1.25',
    ],
  ],
  [
    'a smaller p-value',
    [['fail p < 0.01', 'fail p < 0.001']],
    ['loosened! monitor Drift: check ks of age fails p below 0.001 instead of p below 0.01'],
  ],
  [
    'a failure that only warns',
    [['gap warn > 0.05 fail > 0.10', 'gap warn > 0.05']],
    [
      'loosened! monitor Equity: check sensitivity gap by age_band, sex never fails any more; it did above 10 percentage points',
    ],
  ],
  [
    'a warning that fails',
    [['gap warn > 0.05 fail > 0.10', 'gap fail > 0.05']],
    [
      'tightened monitor Equity: check sensitivity gap by age_band, sex fails above 5 percentage points instead of above 10 percentage points',
      'changed monitor Equity: check sensitivity gap by age_band, sex never warns any more; it did above 5 percentage points, which are the same values',
    ],
  ],
  [
    'a limit in other words',
    [['auroc fail < 0.60', 'auroc fail outside 0.60..1']],
    [
      'changed monitor Quality: check auroc fails outside 0.6 to 1 instead of below 0.6, which are the same values',
    ],
  ],
  [
    'a new limit',
    [['auroc fail < 0.60', 'auroc warn < 0.65 fail < 0.60']],
    ['tightened monitor Quality: check auroc now warns below 0.65'],
  ],
];

const monitoring: readonly Pair[] = [
  [
    'another threshold',
    [['check sensitivity at 0.15 warn < 0.40', 'check sensitivity at 0.20 warn < 0.40']],
    ['changed! monitor Quality: check sensitivity at 0.15 now measures sensitivity at 0.2'],
  ],
  [
    'a weaker confidence, a stronger adjustment, a larger budget, longer windows',
    [
      ['confidence 95%', 'confidence 99%'],
      ['adjust holm', 'adjust bonferroni'],
      ['alarm budget 1 per year', 'alarm budget 1 per month'],
      ['every 1 month against', 'every 1 quarter against'],
    ],
    [
      'loosened! monitor Drift: the time between windows is now 1 quarter instead of 1 month',
      'loosened! monitor Drift: the budget of false alarms is now 1 per month instead of 1 per year',
      'loosened! monitor Drift: the adjustment of check ks of age is now bonferroni instead of holm',
      'loosened! monitor Quality: the confidence is now 99% instead of 95%',
    ],
  ],
  [
    'no confidence, no adjustment',
    [
      [' confidence 95%', ''],
      [' adjust holm', ''],
    ],
    [
      'tightened monitor Drift: the adjustment of check ks of age is now none instead of holm',
      'tightened monitor Quality: the confidence is not given any more; it was 95%',
    ],
  ],
  [
    'groups that are not compared any more',
    [['by sex, age_band', 'by sex']],
    ['loosened! monitor Equity: check sensitivity gap does not cover the groups age_band any more'],
  ],
  [
    'groups of another size',
    [['minimum size 50', 'minimum size 100']],
    ['loosened! subgroups Groups: the minimum size is now 100 instead of 50'],
  ],
  [
    'a subgroup less, and other bands',
    [
      ['  sex = sex in ["female", "male"]\n', ''],
      ['by sex, age_band', 'by age_band'],
      ['cut at 40, 65', 'cut at 40, 75'],
    ],
    [
      'removed! subgroups Groups: subgroup sex is not there any more',
      'changed! subgroups Groups: a subgroup is now cut at 40, 75 instead of cut at 40, 65',
      'loosened! monitor Equity: check sensitivity gap does not cover the groups sex any more',
    ],
  ],
  [
    'columns that are not watched any more',
    [['check psi of all inputs', 'check psi of age, ward']],
    ['loosened! monitor Drift: check psi of age, ward does not cover the columns visits any more'],
  ],
  [
    'a check less and a check more',
    [['  check missing of ward warn > 3% fail > 5%\n', '  check out_of_range of age fail > 1%\n']],
    [
      'removed! monitor Drift: check missing of ward is not made any more',
      'added monitor Drift: check out_of_range of age is new',
    ],
  ],
  [
    'a monitor less, and what refers to it',
    [
      [
        'monitor Equity on Visits {\n  every 1 quarter by sex, age_band\n  check sensitivity gap warn > 0.05 fail > 0.10\n}\n',
        '',
      ],
    ],
    ['removed! monitor Equity: is not there any more'],
  ],
  [
    'a reaction less',
    [['  on warn notify Oncall\n', '']],
    ['removed! monitor Drift: the reaction on warn: notify Oncall is not there any more'],
  ],
];

const governance: readonly Pair[] = [
  [
    'steps that go, wait and change hands',
    [
      ['by DataEngineer within 4 hours', 'by ClinicalLead within 1 day'],
      ['  step pause Risk\n', ''],
      [' after approval of ClinicalLead', ''],
    ],
    [
      'removed! runbook Respond: the step pause Risk is not there any more',
      'changed! runbook Respond: who does the step “Verify the feed” is now ClinicalLead instead of DataEngineer',
      'loosened! runbook Respond: the time for the step “Verify the feed” is now 1 day instead of 4 hours',
      'loosened! runbook Respond: who approves the retraining is not given any more; it was ClinicalLead',
    ],
  ],
  [
    'steps in another order',
    [['  step pause Risk\n  step notify Oncall\n', '  step notify Oncall\n  step pause Risk\n']],
    ['changed! runbook Respond: the steps are done in another order'],
  ],
  [
    'shorter retention, as long a period in other words, longer deadlines',
    [
      ['reference  retention: 10 years', 'reference  retention: 5 years'],
      ['Records { period: 10 years', 'Records { period: 120 months'],
      ['default: 15 days, death: 2 days', 'default: 15 days, death: 1 week'],
    ],
    [
      'loosened! dataset Training: “Retention” is now 5 years instead of 10 years',
      'loosened! incidentPolicy Incidents: “Deadlines”, death is now 1 week instead of 2 days',
      'changed retentionPolicy Records: “Period” is now 120 months instead of 10 years, which is as much',
    ],
  ],
  [
    'a signature less, a framework less',
    [
      [', QualityLead as review', ''],
      ['comply with House, Board', 'comply with House'],
    ],
    [
      'removed! product Guard: does not have to comply with Board any more',
      'removed! product Guard: the signature of QualityLead as review is not there any more',
    ],
  ],
  [
    'a wider use',
    [
      ['["children", "obstetrics"]', '["children"]'],
      ['markets: [US]', 'markets: [US, EU]'],
      ['fdaClass: II', 'fdaClass: I'],
    ],
    [
      'loosened! product Guard: “FDA class” is now “I” instead of “II”',
      'loosened! product Guard: “Markets” now lists “EU”',
      'loosened! product Guard: “Intended use”: “Out of scope” does not list “obstetrics” any more',
    ],
  ],
  [
    'a risk judged smaller and controlled less',
    [
      ['probability: occasional', 'probability: remote'],
      ['controlled by Quality, Respond', 'controlled by Quality'],
    ],
    [
      'removed! hazard Missed: the control by Respond is not there any more',
      'loosened! hazard Missed: “Probability” is now “remote” instead of “occasional”',
    ],
  ],
  [
    'a waiver that lasts longer, and a new one',
    [
      [
        'until 2027-06-30',
        'until 2028-06-30\nwaive Board.agenda because "later" approved by QualityLead until 2027-01-01',
      ],
    ],
    [
      'added! waiver of Board.agenda: is new, until 2027-01-01',
      'loosened! waiver of Board.minutes: lasts until 2028-06-30 instead of 2027-06-30',
    ],
  ],
  [
    'a checklist that asks for less',
    [['signatures.size() >= 2', 'signatures.size() >= 1']],
    [
      'changed! checklist House: the requirement of item two_leads is now signatures.size() >= 1 instead of signatures.size() >= 2',
    ],
  ],
];

const plans: readonly Pair[] = [
  [
    'looser acceptance, later rollback, more triggers',
    [
      ['auroc >= champion auroc - 0.01', 'auroc >= champion auroc - 0.02'],
      ['rollback when auroc < 0.60', 'rollback when auroc < 0.55'],
      ['Drift fails or every 3 months', 'Drift fails or Quality fails or every 3 months'],
    ],
    [
      'loosened! changePlan Retraining: trigger of modification Quarterly when Drift fails or Quality fails or every 3 months instead of when Drift fails or every 3 months',
      'loosened! changePlan Retraining: accept of modification Quarterly when auroc >= champion auroc - 0.02 and sensitivity at 0.15 >= 0.3 instead of when auroc >= champion auroc - 0.01 and sensitivity at 0.15 >= 0.3',
      'loosened! changePlan Retraining: rollback of modification Quarterly when auroc < 0.55 instead of when auroc < 0.6',
    ],
  ],
  [
    'stricter acceptance, said in another order',
    [
      [
        'accept when auroc >= champion auroc - 0.01 and sensitivity at 0.15 >= 0.30',
        'accept when sensitivity at 0.15 >= 0.30 and auroc >= champion auroc',
      ],
    ],
    [
      'tightened changePlan Retraining: accept of modification Quarterly when sensitivity at 0.15 >= 0.3 and auroc >= champion auroc instead of when auroc >= champion auroc - 0.01 and sensitivity at 0.15 >= 0.3',
    ],
  ],
  [
    'a modification more, automatic ones, a shorter rollout',
    [
      ['implementation: manual', 'implementation: automatic'],
      ['rollout shadow for 2 weeks then full', 'rollout full'],
      [
        '  modification Threshold "Another',
        '  modification Inputs { category: inputs accept when auroc >= 0.6 }\n  modification Threshold "Another',
      ],
    ],
    [
      'added! changePlan Retraining: modification Inputs is new',
      'changed! changePlan Retraining: the rollout of modification Quarterly is now full instead of shadow for 2 weeks then full',
      'loosened! changePlan Retraining: modification Quarterly: “Implementation” is now “automatic” instead of “manual”',
    ],
  ],
  [
    'a trial with a larger alpha, another look and another spending function',
    [
      ['alpha 2.5% one-sided power 90%', 'alpha 5% one-sided power 80%'],
      ['  look at 50% for efficacy\n', '  look at 50% for efficacy\n  look at 75% for efficacy\n'],
      ['lan_demets_obf', 'lan_demets_pocock'],
      ['margin 0.5', 'margin 1'],
    ],
    [
      'loosened! trial Call: the margin of endpoint stay is now 1 instead of 0.5',
      'loosened! trial Call: alpha is now 5% instead of 2.5%',
      'loosened! trial Call: the power is now 80% instead of 90%',
      'added! trial Call: the look at 75% for efficacy is new',
      'changed! trial Call: the spending function of the stopping rule for efficacy on readmitted is now lan_demets_pocock instead of lan_demets_obf',
    ],
  ],
];

const names: readonly Pair[] = [
  [
    'a role by another name, wherever it is named',
    [
      ['role QualityLead ', 'role HeadOfQuality '],
      ['QualityLead as review', 'HeadOfQuality as review'],
      ['approved by QualityLead', 'approved by HeadOfQuality'],
    ],
    ['renamed role HeadOfQuality: is what was called QualityLead; nothing else about it changed'],
  ],
  [
    'a runbook and a monitor by other names',
    [
      ['runbook Respond ', 'runbook Answer '],
      ['  on fail run Respond\n  on warn', '  on fail run Answer\n  on warn'],
      ['outside 0.8..1.25\n  on fail run Respond', 'outside 0.8..1.25\n  on fail run Answer'],
      ['monitor Quality on', 'monitor Performance on'],
      ['controlled by Quality, Respond', 'controlled by Answer, Performance'],
    ],
    [
      'renamed runbook Answer: is what was called Respond; nothing else about it changed',
      'renamed monitor Performance: is what was called Quality; nothing else about it changed',
    ],
  ],
  [
    'another name and another limit are two things',
    [
      ['monitor Equity on', 'monitor Fairness on'],
      ['gap warn > 0.05 fail > 0.10', 'gap warn > 0.05 fail > 0.20'],
    ],
    ['removed! monitor Equity: is not there any more', 'added monitor Fairness: is new'],
  ],
];

/** Verdicts on changes of the model, in the order: standing, plan, modifications, what changed. */
const models: readonly (readonly [...Pair, verdict: string])[] = [
  [
    'new weights by the plan',
    [...newWeights],
    [
      'changed model Risk: the version is now 1.1.0 instead of 1.0.0',
      'changed model Risk: the digest is now cccccccccccc… instead of aaaaaaaaaaaa…',
    ],
    'inside Retraining (Quarterly): weights',
  ],
  [
    'another operating point by the plan',
    [
      [
        'operatingPoint: 0.15\n  input age "Age" : number 18..100 unit "a"\n  input visits : integer 0..\n  input ward : category ["A", "B"] optional missing "?"\n  output score : probability\n  claim',
        'operatingPoint: 0.20\n  input age "Age" : number 18..100 unit "a"\n  input visits : integer 0..\n  input ward : category ["A", "B"] optional missing "?"\n  output score : probability\n  claim',
      ],
    ],
    ['changed model Risk: the operating point is now 0.2 instead of 0.15'],
    'inside Retraining (Threshold): threshold',
  ],
  [
    'new weights and another input',
    [
      ...newWeights,
      [
        '  output score : probability\n  claim',
        '  input creatinine : number unit "mg/dL"\n  output score : probability\n  claim',
      ],
    ],
    [
      'changed! model Risk: the version is now 1.1.0 instead of 1.0.0',
      'changed! model Risk: the digest is now cccccccccccc… instead of aaaaaaaaaaaa…',
      'added! model Risk: input creatinine is new',
      'tightened monitor Drift: check psi of 4 columns now covers the columns creatinine, too',
    ],
    'deviating Retraining (Quarterly): inputs, weights',
  ],
  [
    'another input only',
    [
      [
        'input ward : category ["A", "B"] optional missing "?"\n  output score : probability\n  claim',
        'input ward : category ["A", "B", "C"] optional missing "?"\n  output score : probability\n  claim',
      ],
    ],
    ['loosened! model Risk: the list of values of input ward is now “A”, “B” and “C” instead of “A” and “B”'],
    'outside Retraining (): inputs',
  ],
  [
    'the next model serves without the shadow stage',
    [['log Visits of Risk {', 'log Visits of RiskNext {']],
    ['changed! log Visits: the model is now RiskNext instead of Risk'],
    'deviating Retraining (Quarterly): weights',
  ],
  [
    'a model without a digest',
    [
      ['version "1.0.0"', 'version "1.1.0"'],
      [`  sha256: "${digest('a')}"\n`, ''],
    ],
    [
      'changed! model Risk: the version is now 1.1.0 instead of 1.0.0',
      'loosened! model Risk: the digest is not given any more; it was aaaaaaaaaaaa…',
    ],
    'unknown Retraining (Quarterly): weights',
  ],
  [
    'a model that learns in use',
    [...newWeights, ['version "1.1.0" {\n  kind: locked', 'version "1.1.0" {\n  kind: adaptive']],
    [
      'changed! model Risk: the version is now 1.1.0 instead of 1.0.0',
      'changed! model Risk: the digest is now cccccccccccc… instead of aaaaaaaaaaaa…',
      'changed! model Risk: “Kind” is now “adaptive” instead of “locked”',
    ],
    'deviating Retraining (Quarterly): kind, weights',
  ],
];

const lines = ({ changes }: Awaited<ReturnType<typeof diffTexts>>) =>
  changes.map(
    ({ kind, reapproval, subject, sentence }) => `${kind}${reapproval ? '!' : ''} ${subject}: ${sentence}`,
  );

describe.each([
  ['limits', limits],
  ['monitoring', monitoring],
  ['governance', governance],
  ['plans and trials', plans],
  ['names', names],
])('a pair about %s', (_, pairs) => {
  it.each(pairs)('%s', async (_title, edits, classified) => {
    const diff = await diffTexts(record, edited(edits));
    expect(lines(diff)).toEqual(classified);
    expect(diff.models).toEqual([]);
  });
});

describe('a pair about the model', () => {
  it.each(models)('%s', async (_title, edits, classified, verdict) => {
    const diff = await diffTexts(record, edited(edits));
    expect(lines(diff)).toEqual(classified);
    expect(
      diff.models.map(
        ({ standing, changePlan, modifications, aspects }) =>
          `${standing} ${changePlan} (${modifications.join(', ')}): ${aspects.join(', ')}`,
      ),
    ).toEqual([verdict]);
  });
});
