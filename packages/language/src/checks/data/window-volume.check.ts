import { leastRows, metricNamed } from '@vigil/statistics';
import type { Report } from '../../diagnostics/reporter.js';
import { isGroupBy, isOver, isSchedule, type Monitor } from '../../generated/ast.js';
import { durationText } from '../duration.js';
import { groupCount, minimumSizeOf } from '../group-count.js';
import { askedArguments } from '../metric-values.js';
import { checksOf, scheduleClauses } from '../monitor-parts.js';
import type { SpecData } from './spec-data.js';
import { type WindowVolume, windowVolume } from './window-volume.js';

/** Windows that hold, at the volume of the data, fewer rows than a metric or the groups need. */
export function checkWindowVolume(monitor: Monitor, data: SpecData, report: Report): void {
  const volume = windowVolume(monitor, data);
  if (volume === undefined) return;
  const window = windowText(monitor, volume);
  for (const check of checksOf(monitor)) {
    const metric = metricNamed(check.metric?.metric ?? '');
    const asked = metric === undefined ? undefined : askedArguments(check.metric, metric);
    if (metric === undefined || asked === undefined) continue;
    const least = leastRows(metric, asked);
    if (least === null || volume.rows >= least) continue;
    const values = { window, rows: volume.rows, metric: metric.name, least };
    report('windowTooSmall', values, { node: check, property: 'metric' });
  }
  checkGroupSizes(monitor, volume, window, report);
}

/** Of groups that need so many rows each, a window holds only so many. */
function checkGroupSizes(monitor: Monitor, { rows }: WindowVolume, window: string, report: Report): void {
  for (const cross of scheduleClauses(monitor)
    .filter(isGroupBy)
    .flatMap(({ crosses }) => crosses ?? [])) {
    const size = minimumSizeOf(cross);
    const groups = groupCount(cross, monitor.log?.ref);
    if (groups === undefined || size === 0) continue;
    const most = Math.floor(rows / size);
    if (most >= groups) continue;
    const names = (cross.dimensions ?? []).map(({ $refText }) => $refText).join(' * ');
    report('groupsTooSmall', { window, rows, cross: names, groups, size, most }, { node: cross });
  }
}

/** "a window of 1 month", "the whole log". */
function windowText(monitor: Monitor, { whole }: WindowVolume): string {
  if (whole) return 'the whole log';
  const [schedule] = (monitor.statements ?? []).filter(isSchedule);
  const over = (schedule?.clauses ?? []).find(isOver);
  return `a window of ${durationText(over?.duration ?? schedule?.every)}`;
}
