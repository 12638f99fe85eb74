import {
  type ArgumentValue,
  chanceDrift,
  leastRows,
  type MetricDescriptor,
  metricNamed,
} from '@vigil/statistics';
import type { Report } from '../../diagnostics/reporter.js';
import { type Check, type Feature, isAgainst, type Monitor } from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import { limitText } from '../limit.check.js';
import { askedArguments } from '../metric-values.js';
import { checksOf, scheduleClauses } from '../monitor-parts.js';
import { cellCount, measuredFeatures } from './measured-features.js';
import type { SpecData } from './spec-data.js';
import { windowVolume } from './window-volume.js';

/** Limits on drift that a window without any drift breaches more often than not, at the volume of the data. */
export function checkChanceLimits(monitor: Monitor, data: SpecData, report: Report): void {
  const volume = windowVolume(monitor, data);
  const table = data.ofDeclaration(monitor.log?.ref);
  const [against] = scheduleClauses(monitor).filter(isAgainst);
  if (volume === undefined || table === undefined || against === undefined) return;
  const reference = against.previousWindow ? volume.rows : data.ofDeclaration(against.dataset?.ref)?.rows;
  if (reference === undefined || reference === null) return;
  for (const check of checksOf(monitor)) {
    const metric = metricNamed(check.metric?.metric ?? '');
    const asked = metric === undefined ? undefined : askedArguments(check.metric, metric);
    if (metric === undefined || asked === undefined || metric.family !== 'drift') continue;
    // Too small a window is said elsewhere.
    if (volume.rows < (leastRows(metric, asked) ?? 0)) continue;
    // Equal values fall into one bin: of whole numbers nobody knows how many bins are left.
    const features = measuredFeatures(check, metric, monitor).filter(({ name, type }) => {
      const found = table.find(name);
      const whole = type === 'integer' || (found.kind === 'column' && found.type === 'integer');
      return !(whole && metric.needs === 'cells');
    });
    judge(check, metric, asked, { current: volume.rows, reference }, features, report);
  }
}

function judge(
  check: Check,
  metric: MetricDescriptor,
  asked: Readonly<Record<string, ArgumentValue | null>>,
  rows: { readonly current: number; readonly reference: number },
  features: readonly Feature[],
  report: Report,
): void {
  for (const feature of features) {
    const cells = metric.needs === 'cells' ? cellCount(feature, asked) : 1;
    if (cells === undefined) continue;
    for (const limit of check.limits ?? []) {
      const value = quantityValue(limit.comparison?.value);
      // A limit of 0 is one that nothing but a perfect value passes, which is said elsewhere.
      if (limit.pValue || !limit.comparison?.operator?.startsWith('>') || !(value > 0)) continue;
      const chance = chanceDrift(metric.name, asked, { ...rows, cells }, value);
      if (chance === null || chance.exceedance <= 0.5) continue;
      const values = {
        rows: rows.current,
        metric: `${metric.name} of ${feature.name}`,
        typical: Number(chance.typical.toPrecision(2)),
        limit: `${limit.severity} ${limitText(limit)}`,
        share: `${Math.round(chance.exceedance * 100)} %`,
      };
      report('driftWithinChance', values, { node: limit });
      return;
    }
  }
}
