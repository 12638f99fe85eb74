import { type MetricDescriptor, metric } from '../metric.js';
import { insufficient } from './insufficient.js';
import { type ConfusionCounts, confusionAt } from './outcomes.js';
import { rate } from './rate.js';

/** What distinguishes one rate of the confusion table from another. */
interface ThresholdRate
  extends Pick<MetricDescriptor, 'name' | 'title' | 'summary' | 'formula' | 'better' | 'source'> {
  readonly events: (confusion: ConfusionCounts) => number;
  readonly trials: (confusion: ConfusionCounts) => number;
  /** What one trial is, in the singular. */
  readonly trial: string;
  /** The sentence for a value, with the words for "flagged" and "not flagged". */
  readonly sentence: (value: string, flagged: string, unflagged: string) => string;
}

/** A rate read off the confusion table at a threshold: events / trials with a Wilson interval. */
export function thresholdRate(rateOf: ThresholdRate): MetricDescriptor {
  const { name, title, summary, formula, better, source } = rateOf;
  return metric<'scores'>({
    name,
    title,
    summary,
    formula,
    family: 'performance',
    appliesTo: 'outcome',
    parameters: [],
    threshold: 'required',
    needsLabels: true,
    needsReference: false,
    better,
    range: { minimum: 0, maximum: 1 },
    unit: 'proportion',
    givesPValue: false,
    givesInterval: true,
    byGroup: true,
    needs: 'scores',
    compute(scores, { threshold, confidence }) {
      if (threshold === null) return insufficient(noThreshold, 0);
      const confusion = confusionAt(scores, threshold);
      return rate(rateOf.events(confusion), rateOf.trials(confusion), rateOf.trial, confidence);
    },
    sentence: ({ value, threshold }) => rateOf.sentence(value, flaggedAt(threshold), unflaggedAt(threshold)),
    source,
  });
}

/** Reason given where a decision threshold is needed and neither the check nor the model names one. */
export const noThreshold = 'no threshold is given: write `at` or give the model an operatingPoint';

/** "flagged (score 0.15 or more)"; without the bracket where the threshold is unknown. */
export function flaggedAt(threshold: string | null): string {
  return threshold === null ? 'flagged' : `flagged (score ${threshold} or more)`;
}

function unflaggedAt(threshold: string | null): string {
  return threshold === null ? 'not flagged' : `not flagged (score below ${threshold})`;
}
