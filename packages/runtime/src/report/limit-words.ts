import { formatExact, type Unit } from './format.js';
import type { ReportLimit } from './report.js';

/** A limit as it is written in a spec: `> 20%`, `outside 0.8..1.25`, `p < 0.01`. */
export function limitSign(limit: ReportLimit, unit: Unit): string {
  const own = limit.subject === 'pValue' ? null : unit;
  const subject = limit.subject === 'pValue' ? 'p ' : '';
  if (limit.operator === 'outside')
    return `${subject}outside ${formatExact(limit.low, own)}..${formatExact(limit.high, own)}`;
  return `${subject}${limit.operator} ${formatExact(limit.value, own)}`;
}

/** What a limit forbids, in words: `above 20%`, `outside 0.8 to 1.25`, `p below 0.01`. */
export function limitWords(limit: ReportLimit, unit: Unit): string {
  const own = limit.subject === 'pValue' ? null : unit;
  const subject = limit.subject === 'pValue' ? 'p ' : '';
  if (limit.operator === 'outside')
    return `${subject}outside ${formatExact(limit.low, own)} to ${formatExact(limit.high, own)}`;
  return `${subject}${comparisons[limit.operator]} ${formatExact(limit.value, own)}`;
}

const comparisons = {
  '<': 'below',
  '<=': 'at or below',
  '>': 'above',
  '>=': 'at or above',
  '==': 'equal to',
} as const;

/** What a value has to be not to break a limit: `≥ 0.75`, `within 0.8..1.25`. */
export function demandWords(limit: ReportLimit, unit: Unit): string {
  const own = limit.subject === 'pValue' ? null : unit;
  const subject = limit.subject === 'pValue' ? 'p ' : '';
  if (limit.operator === 'outside')
    return `${subject}within ${formatExact(limit.low, own)}..${formatExact(limit.high, own)}`;
  return `${subject}${opposites[limit.operator]} ${formatExact(limit.value, own)}`;
}

const opposites = { '<': '≥', '<=': '>', '>': '≤', '>=': '<', '==': '≠' } as const;
