import { describe, expect, it } from 'vitest';
import { between, metricValue, smallShare, stability, usualRange } from '../monitors/rules.js';
import type { LimitRequest } from './limit-request.js';
import { limitsOf } from './limits.js';

/** Four windows with mean 0.7 and standard deviation 0.02 (by hand: √(4·0.0003/3)). */
const windows = [0.7 - 0.017320508, 0.7 + 0.017320508, 0.7 - 0.017320508, 0.7 + 0.017320508];

function limits(
  rule: LimitRequest['rule'],
  values: readonly number[] | null,
  more: Partial<LimitRequest> = {},
) {
  const observation = values && {
    of: 'the reference',
    windows: values.map((value) => ({ value, n: 500, error: null })),
  };
  const found = limitsOf({ rule, observation, unit: 'month', stretch: 1, ...more });
  return found && [found.text, found.comment(1)];
}

describe('limits', () => {
  it('lie two and three standard deviations on the bad side, rounded away from an alarm', () => {
    expect(limits(metricValue('below', 0.5, 1), windows)).toEqual([
      'warn < 0.66 fail < 0.64',
      'Mean 0.7, standard deviation 0.02 in 4 months of the reference: limits at 2 and 3 standard deviations.',
    ]);
    expect(limits(metricValue('outside', 0, 1), windows)?.[0]).toBe(
      'warn outside 0.66..0.74 fail outside 0.64..0.76',
    );
    expect(limits(usualRange(), windows)).toEqual([
      'warn outside 0.64..0.76',
      'Mean 0.7, standard deviation 0.02 in 4 months of the reference: limits at 3 standard deviations.',
    ]);
  });

  it('are wider where windows of the log are smaller', () => {
    expect(limits(metricValue('below', 0.5, 1), windows, { stretch: 2 })).toEqual([
      'warn < 0.62 fail < 0.58',
      'Mean 0.7, standard deviation 0.04 in 4 months of the reference, widened for the smaller windows of the log: limits at 2 and 3 standard deviations.',
    ]);
  });

  it('are never stricter than what matters', () => {
    expect(limits(smallShare(0.01, 0.02, 'rarely missing'), [0, 0, 0])).toEqual([
      'warn > 1% fail > 2%',
      'Rarely missing; mean 0 %, standard deviation 0 % in 3 months of the reference.',
    ]);
  });

  it('say nothing that a metric cannot be, and nothing where groups are too small', () => {
    // 0.7 − 3·0.08 lies below what is worth saying of an auroc.
    expect(limits(metricValue('below', 0.5, 1), windows, { stretch: 4 })?.[0]).toBe('warn < 0.54');
    const gap = between('above', { warn: 0.05, fail: 0.1, because: 'small' }, 0.5);
    expect(limits(gap, windows)).toBeNull();
  });

  it('are the usual ones without windows, or none at all', () => {
    expect(limits(stability(5000, 40_000), null)).toEqual([
      'warn > 0.1 fail > 0.2',
      'Not calibrated, for want of windows: 0.1 and 0.2 are the usual limits of PSI.',
    ]);
    expect(limits(metricValue('below', 0.5, 1), null)).toBeNull();
  });

  it('of PSI lie above chance: (10 − 1)·(1/300 + 1/300) is 0.06 on average, 27.88/150 = 0.186 once in 1,000', () => {
    expect(limits(stability(300, 300), null)?.[0]).toBe('warn > 0.19 fail > 0.38');
  });

  it('that are fixed stand only where the data keeps them', () => {
    const rule = { kind: 'fixed', fail: 1e-6, because: 'the same' } as const;
    expect(limits(rule, [0, 0])?.[0]).toBe('fail > 0.000001');
    expect(limits(rule, [0, 0.1])).toBeNull();
    expect(limits(rule, null)).toBeNull();
  });
});
