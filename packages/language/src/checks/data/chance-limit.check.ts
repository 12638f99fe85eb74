import { chanceDrift } from '@vigil/statistics';
import type { Report } from '../../diagnostics/reporter.js';
import type { Monitor } from '../../generated/ast.js';
import { limitText } from '../limit.check.js';
import { type DriftCheck, driftChecks, upperLimit } from './drift-checks.js';
import type { SpecData } from './spec-data.js';

/** Limits on drift that a window without any drift breaches more often than not, at the volume of the data. */
export function checkChanceLimits(monitor: Monitor, data: SpecData, report: Report): void {
  for (const drift of driftChecks(monitor, data)) judge(drift, report);
}

/** The first column by whose chance a limit is breached more often than not. */
function judge({ check, metric, asked, rows, columns }: DriftCheck, report: Report): void {
  for (const { feature, cells } of columns) {
    if (cells === undefined) continue;
    for (const limit of check.limits ?? []) {
      const value = upperLimit(limit);
      if (value === undefined) continue;
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
