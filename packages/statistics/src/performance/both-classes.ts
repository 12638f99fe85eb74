import { tooFew } from './insufficient.js';
import type { OutcomeTotals } from './outcomes.js';

/** Why there are too few rows of one class (or of both); null when each has its minimum. */
export function tooFewOfEither(totals: OutcomeTotals): string | null {
  const reasons = [
    tooFew(totals.positives, 'positive outcome'),
    tooFew(totals.negatives, 'negative outcome'),
  ].filter((reason) => reason !== null);
  return reasons.length === 0 ? null : reasons.join('; ');
}
