import type { Verdict } from './report.js';

/** A verdict in words people read; `insufficient` is said as what it means. */
export const verdictWords: { readonly [V in Verdict]: string } = {
  pass: 'pass',
  warn: 'warning',
  fail: 'failure',
  insufficient: 'not enough data',
};

/** What says the same beside the words, or where there is no room for them. */
export const verdictSigns: { readonly [V in Verdict]: string } = {
  pass: '✓',
  warn: '▲',
  fail: '✕',
  insufficient: '○',
};

/** From what must be looked at to what need not. */
export const worstFirst: readonly Verdict[] = ['fail', 'warn', 'insufficient', 'pass'];
