import { regulations } from '../../checks/checklist.check.js';
import { engines } from '../../checks/source.check.js';
import {
  adjustments,
  chartRules,
  lookPurposes,
  signatureMeanings,
  spendingFunctions,
} from '../../schema/index.js';

/** Words that the grammar leaves open and a check closes, by the rule and property of the grammar they stand in. */
export const wordLists: Readonly<Record<string, readonly string[]>> = {
  'Check.adjust': Object.keys(adjustments),
  'Look.purposes': Object.keys(lookPurposes),
  'Outcomes.engine': engines,
  'Pack.pack': regulations,
  'ShewhartChart.rules': Object.keys(chartRules),
  'Signer.meaning': Object.keys(signatureMeanings),
  'Source.engine': engines,
  'StoppingRule.spending': Object.keys(spendingFunctions),
  'Waiver.pack': regulations,
};
