import type { Limit } from '@vigil/language';
import type { Verdict } from '../report/report.js';

/** What is held against the limits. */
export interface Evidence {
  readonly value: number | null;
  /** Two-sided interval of the value; an end may be infinite. */
  readonly interval: readonly [number, number] | null;
  /** Adjusted where the check asks for it. */
  readonly pValue: number | null;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Index of the limit that decided; null where none did. */
  readonly decisive: number | null;
  /** The point lies beyond a fail limit, but its interval does not: a warning. */
  readonly straddles: boolean;
}

/**
 * Holds a value against its limits: `fail` before `warn` before "cannot be said" before `pass`.
 *
 * With `byInterval` (the monitor says `confidence`) a value beyond a fail limit fails only when its
 * whole interval lies beyond, and warns when the interval still reaches the limit; for warn limits,
 * p-values and values without an interval the point decides. A value that is missing or no number
 * never passes.
 */
export function judge(evidence: Evidence, limits: readonly Limit[], byInterval: boolean): Judgement {
  if (evidence.value === null || !Number.isFinite(evidence.value)) return undecided;
  const findings = limits.map((limit) => finding(evidence, limit, byInterval));
  const first = (sought: Finding) => findings.indexOf(sought);
  if (first('fail') >= 0) return { verdict: 'fail', decisive: first('fail'), straddles: false };
  if (first('straddles') >= 0) return { verdict: 'warn', decisive: first('straddles'), straddles: true };
  if (first('warn') >= 0) return { verdict: 'warn', decisive: first('warn'), straddles: false };
  if (first('undecided') >= 0) return { ...undecided, decisive: first('undecided') };
  return { verdict: 'pass', decisive: null, straddles: false };
}

type Finding = 'fail' | 'straddles' | 'warn' | 'undecided' | 'within';
const undecided: Judgement = { verdict: 'insufficient', decisive: null, straddles: false };

function finding(evidence: Evidence, limit: Limit, byInterval: boolean): Finding {
  const point = limit.subject === 'pValue' ? evidence.pValue : evidence.value;
  if (point === null || Number.isNaN(point)) return 'undecided';
  if (!beyond(limit, point, point)) return 'within';
  if (limit.severity === 'warn') return 'warn';
  const interval = limit.subject === 'value' && byInterval ? evidence.interval : null;
  return interval === null || beyond(limit, interval[0], interval[1]) ? 'fail' : 'straddles';
}

/** Whether everything from `low` to `high` is beyond the limit. */
function beyond(limit: Limit, low: number, high: number): boolean {
  switch (limit.operator) {
    case '<':
      return high < limit.value;
    case '<=':
      return high <= limit.value;
    case '>':
      return low > limit.value;
    case '>=':
      return low >= limit.value;
    case '==':
      return low === limit.value && high === limit.value;
    case 'outside':
      return high < limit.low || low > limit.high;
  }
}
