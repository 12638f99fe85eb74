import type { ColumnProfile } from '../profile/column-profile.js';
import { fewestRows } from './privacy.js';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * The range a spec declares of a column: its ends as they are where 11 rows hold them, or else rounded outwards, because
 * the smallest and the largest value may be one patient's.
 */
export function declaredRange({ minimum, maximum, counts, type }: ColumnProfile): Range | null {
  if (minimum === null || maximum === null || !Number.isFinite(minimum) || !Number.isFinite(maximum))
    return null;
  const step = stepOf(maximum - minimum || Math.max(Math.abs(maximum), 1), type === 'integer');
  const common = (value: number) => (counts?.get(String(value)) ?? 0) >= fewestRows;
  const low = common(minimum) ? minimum : tidy(Math.floor(minimum / step) * step);
  const high = common(maximum) ? maximum : tidy(Math.ceil(maximum / step) * step);
  if (low < high || common(minimum)) return { low, high };
  return { low, high: tidy(low + step) };
}

/** Half of the power of ten below the span; 1 at least for whole numbers. */
function stepOf(span: number, whole: boolean): number {
  const step = 10 ** Math.floor(Math.log10(span)) / 2;
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

/** Takes away what binary fractions add: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
