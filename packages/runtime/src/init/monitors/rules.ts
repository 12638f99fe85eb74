import { chanceDrift, fillArguments, leastRows, metricNamed } from '@vigil/statistics';
import type { LimitRule } from '../draft.js';

type Spread = Extract<LimitRule, { kind: 'spread' }>;

/** A share of rows that should be small: percentages from `least` on. */
export function smallShare(warn: number, fail: number, because: string): LimitRule {
  return { ...base('above'), least: { warn, fail, because }, share: true, withoutWindows: true };
}

/** A value that may not leave its usual range unseen, and is no failure by itself. */
export function usualRange(): LimitRule {
  return { ...base('outside'), warnOnly: true };
}

/** A metric without usual limits, between the worst and the best it can be worth saying. */
export function metricValue(side: Spread['side'], minimum: number, maximum: number): LimitRule {
  return { ...base(side), minimum, maximum };
}

/** A difference or ratio between groups; where chance alone makes more than `useful`, the groups are too small. */
export function between(
  side: 'above' | 'below',
  least: { readonly warn: number; readonly fail: number; readonly because: string },
  useful: number,
): LimitRule {
  return { ...base(side), least, useful };
}

function base(side: Spread['side']): Spread {
  return {
    kind: 'spread',
    side,
    least: null,
    share: false,
    minimum: 0,
    maximum: 1,
    withoutWindows: false,
    useful: null,
    warnOnly: false,
  };
}

/** Ten bins, the default. */
const CELLS = 10;
/** A window without any drift is beyond the warning once in so many. */
const RARELY = 1e-3;

/** PSI: the usual limits, or more where chance alone reaches them. */
export function stability(rows: number, referenceRows: number): LimitRule {
  const chance = psiByChance(rows, referenceRows);
  const usual = chance <= 0.1;
  const warn = usual ? 0.1 : chance;
  const because = usual
    ? '0.1 and 0.2 are the usual limits of PSI'
    : `chance alone keeps PSI below ${chance} in 99.9 % of windows of ${rows} rows`;
  return {
    ...base('above'),
    least: { warn, fail: Number((2 * warn).toPrecision(6)), because },
    maximum: Number.POSITIVE_INFINITY,
    withoutWindows: true,
  };
}

function psiByChance(current: number, reference: number): number {
  const metric = metricNamed('psi')!;
  const filled = fillArguments(metric, {});
  if ('problem' in filled || current === 0 || reference === 0) return 0;
  const rare = (limit: number) =>
    (chanceDrift('psi', filled.values, { current, reference, cells: CELLS }, limit)?.exceedance ?? 0) <
    RARELY;
  let limit = 0.01;
  while (!rare(limit)) limit += 0.01;
  return Number(limit.toPrecision(6));
}

/** Whether a metric says anything of so many rows. */
export function saysAnything(name: string, rows: number): boolean {
  const metric = metricNamed(name);
  if (metric === undefined) return false;
  const filled = fillArguments(metric, {});
  const least = 'problem' in filled ? null : leastRows(metric, filled.values);
  return least === null || rows >= least;
}
