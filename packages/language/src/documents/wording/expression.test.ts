import { expect, it } from 'vitest';
import { compiled } from '../../../test-kit/spec-folder.js';
import { specReader } from '../spec-reader.js';
import { expressionWords } from './expression.js';

const spec = (condition: string) => `
role Lead
dataset Training { source: "train.csv" }
model M version "1" { input a : number  output score : probability  operatingPoint: 0.5 }
log L of M { source: "log.csv"  time: t  id: a  prediction: score  label: y available t2 }
subgroups S { sex = sex in ["f", "m"]  minimum size 10 }
monitor Watch on L { every 1 month check auroc fail < 0.6 }
changePlan P for M { modification Q { accept when ${condition} } }
`;

it.each([
  ['auroc >= 0.7', 'Area under the ROC curve is at least 0.7'],
  ['auroc >= champion auroc', 'Area under the ROC curve is at least that of the model in use'],
  ['auroc >= champion auroc - 0.01', 'Area under the ROC curve is at least that of the model in use − 0.01'],
  [
    'auroc >= champion sensitivity at 0.5',
    'Area under the ROC curve is at least Sensitivity at a score of 0.5 of the model in use',
  ],
  ['Watch fails or every 3 months', 'monitor Watch fails or every 3 months'],
  [
    '(auroc > 0.6 or auroc > 0.7) and auroc < 0.9',
    '(Area under the ROC curve is above 0.6 or Area under the ROC curve is above 0.7) and Area under the ROC curve is below 0.9',
  ],
  ['auroc - (0.1 - 0.2) > 0', 'Area under the ROC curve − (0.1 − 0.2) is above 0'],
  ['sensitivity gap by sex <= 0.1', 'Sensitivity, largest difference between groups (sex) is at most 0.1'],
  ['not (auroc < 0.5)', 'not Area under the ROC curve is below 0.5'],
])('%s', async (condition, words) => {
  const compilation = await compiled(spec(condition), /^VGL/);
  const [rule] = compilation.protocol.changePlans[0]?.modifications[0]?.rules ?? [];
  expect(rule && expressionWords(rule.when, specReader(compilation))).toBe(words);
});
