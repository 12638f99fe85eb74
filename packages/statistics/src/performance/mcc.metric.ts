import { metric } from '../metric.js';
import { tooFewOfEither } from './both-classes.js';
import { insufficient } from './insufficient.js';
import { confusionAt } from './outcomes.js';
import { flaggedAt, noThreshold } from './threshold-rate.js';

export const mcc = metric<'scores'>({
  name: 'mcc',
  title: 'Matthews correlation coefficient',
  summary: 'Correlation between prediction at the threshold and outcome, from −1 to 1; 0 is chance.',
  formula:
    '(TP · TN − FP · FN) / √[(TP + FP)(TP + FN)(TN + FP)(TN + FN)]; undefined (not 0) when all or none are flagged',
  family: 'performance',
  appliesTo: 'outcome',
  parameters: [],
  threshold: 'required',
  needsLabels: true,
  needsReference: false,
  better: 'higher',
  range: { minimum: -1, maximum: 1 },
  unit: 'none',
  givesPValue: false,
  givesInterval: false,
  byGroup: true,
  needs: 'scores',
  compute(scores, { threshold }) {
    if (threshold === null) return insufficient(noThreshold, 0);
    const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusionAt(scores, threshold);
    const positives = truePositives + falseNegatives;
    const negatives = trueNegatives + falsePositives;
    const flagged = truePositives + falsePositives;
    const unflagged = trueNegatives + falseNegatives;
    const n = positives + negatives;
    const defined = positives > 0 && negatives > 0 && flagged > 0 && unflagged > 0;
    const value = defined
      ? (truePositives * trueNegatives - falsePositives * falseNegatives) /
        (Math.sqrt(positives * negatives) * Math.sqrt(flagged * unflagged))
      : null;
    const reason =
      tooFewOfEither({ positives, negatives, rows: n }) ??
      (flagged === 0 ? 'no case is flagged' : unflagged === 0 ? 'every case is flagged' : null);
    if (value === null || reason !== null) return insufficient(reason ?? 'undefined', n, value);
    return { status: 'value', value, interval: null, pValue: null, n, nReference: null };
  },
  sentence: ({ value, threshold }) =>
    `Being ${flaggedAt(threshold)} and having the outcome correlate with ${value} (Matthews; 0 is chance, 1 perfect).`,
  source: 'Matthews BW. Biochim Biophys Acta 1975;405:442–451; scikit-learn `matthews_corrcoef`',
});
