import { type MetricDescriptor, metricNamed, reachableMaximum } from '@vigil/statistics';
import type { Report } from '../diagnostics/reporter.js';
import type { Check, Limit, Monitor } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { badRegion, reach } from './bad-region.js';
import { limitText } from './limit.check.js';
import { domainInWords, type LimitDomain, limitDomain } from './limit-domain.js';
import { featuresOf } from './log-columns.js';
import { askedArguments } from './metric-values.js';
import { checksOf } from './monitor-parts.js';

/** Limits that fire on every value but a perfect one, or only on values nothing sound has. */
export function checkReachInPractice(monitor: Monitor, report: Report): void {
  for (const check of checksOf(monitor)) {
    const metric = metricNamed(check.metric?.metric ?? '');
    if (metric === undefined) continue;
    const domain = limitDomain(metric, check.metric.aggregate);
    for (const limit of check.limits ?? []) {
      const region = limit.pValue ? undefined : badRegion(limit);
      // What lies outside the metric's whole range is an error of its own.
      if (region === undefined || reach(region, domain) !== 'sometimes') continue;
      reportOnlyPerfect(limit, metric, domain, report);
      reportNarrower(limit, check, metric, monitor, domain, report);
    }
  }
}

/** Sampling alone keeps these from being perfect; a share of missing values can well be 0. */
const neverPerfect: readonly MetricDescriptor['family'][] = ['drift', 'performance', 'calibration'];

function reportOnlyPerfect(
  limit: Limit,
  metric: MetricDescriptor,
  domain: LimitDomain,
  report: Report,
): void {
  const { comparison, severity } = limit;
  if (!neverPerfect.includes(metric.family)) return;
  const best =
    domain.better === 'higher' ? domain.maximum : domain.better === 'lower' ? domain.minimum : null;
  if (best === null || quantityValue(comparison?.value) !== best) return;
  const values = { severity, limit: limitText(limit), metric: domain.name, best };
  report('onlyPerfectPasses', values, { node: limit });
}

/** With its arguments, or while its column stays in the declared range, the metric may have a narrower range. */
function reportNarrower(
  limit: Limit,
  check: Check,
  metric: MetricDescriptor,
  monitor: Monitor,
  domain: LimitDomain,
  report: Report,
): void {
  const region = badRegion(limit);
  if (region === undefined || check.metric.aggregate !== undefined) return;
  const { severity } = limit;
  const asked = askedArguments(check.metric, metric);
  const most = asked === undefined ? null : reachableMaximum(metric.name, asked);
  if (most !== null && reach(region, { ...domain, maximum: most }) === 'never') {
    const range = domainInWords({ ...domain, maximum: most });
    const values = { severity, limit: limitText(limit), metric: metric.name, range, hint: '' };
    report('neverBreached', values, { node: limit });
    return;
  }
  if (metric.name !== 'mean') return;
  for (const column of check.metric.target?.columns ?? []) {
    const range = declaredRange(column, monitor);
    if (range === undefined || reach(region, { ...domain, ...range }) !== 'never') continue;
    const within = domainInWords({ ...domain, ...range });
    const values = { severity, limit: limitText(limit), metric: metric.name, column, range: within };
    report('beyondDeclaredRange', values, { node: limit });
  }
}

/** Where the values of a column lie, if its feature says so on both sides. */
function declaredRange(
  column: string,
  monitor: Monitor,
): { readonly minimum: number; readonly maximum: number } | undefined {
  const feature = featuresOf(monitor.log?.ref?.model?.ref).find(({ name }) => name === column);
  if (feature?.type === 'probability') return { minimum: 0, maximum: 1 };
  const [minimum, maximum] = [quantityValue(feature?.range?.low), quantityValue(feature?.range?.high)];
  return minimum <= maximum ? { minimum, maximum } : undefined;
}
