import {
  chanceGap,
  chanceRatio,
  expectedNormalRange,
  leastRows,
  type MetricDescriptor,
  metricNamed,
} from '@vigil/statistics';
import type { Report } from '../diagnostics/reporter.js';
import { type Cross, isConfidence, isGroupBy, type Limit, type Monitor } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { groupCount, minimumSizeOf } from './group-count.js';
import { limitText } from './limit.check.js';
import { askedArguments } from './metric-values.js';
import { checksOf, scheduleClauses } from './monitor-parts.js';

/** Rates at which chance differences are small: 20 % for gaps, 50 % for ratios. What is reported there holds elsewhere. */
const RATE = { gap: 0.2, ratio: 0.5 } as const;

/**
 * Limits on gaps and ratios against what the smallest groups judged can resolve: two groups without any difference
 * must not differ by more than the limit on average. A confidence takes care of chance: then only an interval that
 * lies beyond the limit as a whole fails.
 */
export function checkGroupResolution(monitor: Monitor, report: Report): void {
  const clauses = scheduleClauses(monitor);
  if (clauses.some(isConfidence)) return;
  const common = clauses.filter(isGroupBy).flatMap(({ crosses }) => crosses ?? []);
  for (const check of checksOf(monitor)) {
    const metric = metricNamed(check.metric?.metric ?? '');
    const aggregate = check.metric?.aggregate;
    if (metric === undefined || aggregate === undefined || !isRate(metric)) continue;
    const own = check.metric.by ?? [];
    const declared = smallestGroup(own.length > 0 ? own : common, monitor);
    if (declared === undefined) continue;
    const limits = (check.limits ?? []).filter(({ severity }) => severity === 'fail');
    // What holds for smaller groups holds for larger ones: most limits need no look at what the metric asks for.
    const doubtful = limits.filter((limit) => isWithinChance(limit, aggregate, Math.max(1, declared)));
    const asked = doubtful.length === 0 ? undefined : askedArguments(check.metric, metric);
    const size = Math.max(declared, asked === undefined ? 0 : (leastRows(metric, asked) ?? 0));
    for (const limit of doubtful) {
      if (!isWithinChance(limit, aggregate, size)) continue;
      const rate = RATE[aggregate];
      report(
        'withinChance',
        {
          size,
          metric: `${metric.name} ${aggregate}`,
          chance: chanceOf(aggregate, size).toFixed(2),
          rate: `${rate * 100} %`,
          limit: `fail ${limitText(limit)}`,
          needed: neededSize(quantityValue(limit.comparison?.value), aggregate),
        },
        { node: limit },
      );
    }
  }
}

/** Whether a metric is a share of rows, so that its spread by chance is the binomial one at least. */
function isRate({ unit, givesInterval, needs }: MetricDescriptor): boolean {
  return unit === 'proportion' && givesInterval && (needs === 'scores' || needs === 'proportion');
}

/** The declared minimum size of the smallest groups that are judged, over the crosses with two groups at least. */
function smallestGroup(crosses: readonly Cross[], monitor: Monitor): number | undefined {
  const sizes = crosses.filter((cross) => (groupCount(cross, monitor.log?.ref) ?? 2) >= 2).map(minimumSizeOf);
  return sizes.length === 0 ? undefined : sizes.reduce((one, other) => Math.min(one, other));
}

function isWithinChance({ comparison, pValue }: Limit, aggregate: 'gap' | 'ratio', size: number): boolean {
  // The wrong way round, or on p, a limit is an error of its own.
  if (pValue || !comparison?.operator?.startsWith(aggregate === 'gap' ? '>' : '<')) return false;
  const value = quantityValue(comparison.value);
  const chance = chanceOf(aggregate, size);
  return aggregate === 'gap' ? value > 0 && value < chance : value < 1 && value > chance;
}

/** What two groups of so many rows differ by, on average, where they do not differ. */
function chanceOf(aggregate: 'gap' | 'ratio', size: number): number {
  return aggregate === 'gap' ? chanceGap(2, size, RATE.gap) : chanceRatio(2, size, RATE.ratio);
}

/** Rows a group needs so that chance alone makes the limit on average; two figures, rounded up. */
function neededSize(limit: number, aggregate: 'gap' | 'ratio'): number {
  const range = expectedNormalRange(2);
  const rate = RATE[aggregate];
  const rows =
    aggregate === 'gap'
      ? (range / limit) ** 2 * rate * (1 - rate)
      : ((range / Math.log(limit)) ** 2 * (1 - rate)) / rate;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1);
  return Math.ceil(rows / step) * step;
}
