import { regulations } from '../../checks/checklist.check.js';
import { adjustments, chartRules } from '../../checks/monitor.check.js';
import { engines } from '../../checks/source.check.js';
import { spendingFunctions } from '../../checks/stopping-rule.check.js';
import { purposes } from '../../checks/trial.check.js';

/** Words that the grammar leaves open and a check closes, by the rule and property of the grammar they stand in. */
export const wordLists: Readonly<Record<string, readonly string[]>> = {
  'Check.adjust': adjustments,
  'Look.purposes': purposes,
  'Outcomes.engine': engines,
  'Pack.pack': regulations,
  'ShewhartChart.rules': chartRules,
  'Signer.meaning': ['approval', 'review', 'authorship', 'responsibility'],
  'Source.engine': engines,
  'StoppingRule.spending': Object.keys(spendingFunctions),
  'Waiver.pack': regulations,
};
