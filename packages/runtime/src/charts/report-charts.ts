import { metricNamed } from '@vigil/statistics';
import type { Report, ReportResult } from '../report/report.js';
import { shownFigure } from '../report/series.js';
import type { ReportChart } from './chart.js';
import { distributionChart } from './distribution-chart.js';
import { reliabilityChart } from './reliability-chart.js';
import { seriesChart } from './series-chart.js';
import { subgroupChart } from './subgroup-chart.js';
import { judgedResults, timelineChart } from './timeline-chart.js';
import { checkText } from './words.js';

/** A chart with the monitor and the check it belongs to, and what it shows. */
export interface PlacedChart extends ReportChart {
  readonly monitor: string;
  /** As `rowOf` says it; null for a chart of all checks of the monitor. */
  readonly row: string | null;
  readonly kind: 'timeline' | 'series' | 'distribution' | 'reliability' | 'subgroups';
}

/** What a table of checks has a row for: a check on one target, with the groups it is compared over. */
export function rowOf({ check, target, aggregate, group }: ReportResult): string {
  const over = aggregate?.over ?? Object.keys(group ?? {});
  return [check, target ?? '', ...over].map((part) => encodeURIComponent(part)).join('/');
}

/**
 * The charts of a report, monitor by monitor: states over time, then each check's values, then what stands behind
 * the window that decides: the last one that broke a limit, or else the last. Distributions are there when the run was
 * asked for figures.
 */
export function reportCharts({ results }: Report): readonly PlacedChart[] {
  return grouped(results, ({ monitor }) => monitor).flatMap(([monitor, own]) => {
    const judged = judgedResults(own);
    const timeline: PlacedChart[] =
      judged.length === 0
        ? []
        : [{ ...timelineChart(monitor, judged), monitor, row: null, kind: 'timeline' }];
    const calibrated = calibratedCheck(own);
    const checks = grouped(own, rowOf).flatMap(([row, ofRow]) =>
      rowCharts({ monitor, row }, ofRow, ofRow[0]?.check === calibrated),
    );
    return [...timeline, ...checks];
  });
}

/** Every check on scores has the same picture of calibration behind it: it is shown once, with a check it is about. */
function calibratedCheck(results: readonly ReportResult[]): number | undefined {
  const drawn = results.filter(({ figure }) => figure?.kind === 'reliability');
  const about = drawn.find(({ metric }) => metricNamed(metric)?.family === 'calibration');
  return (about ?? drawn[0])?.check;
}

type Placed = Pick<PlacedChart, 'monitor' | 'row'>;

function rowCharts(place: Placed, results: readonly ReportResult[], calibration: boolean): PlacedChart[] {
  const id = `${encodeURIComponent(place.monitor)}-${place.row}`;
  const overall = results.filter(({ group }) => group === null);
  const found: PlacedChart[] = [];
  const [first, ...others] = overall;
  if (first !== undefined) {
    const series = { name: checkText(first), results: overall };
    found.push({ ...seriesChart(`series-${id}`, series), ...place, kind: 'series' });
  }
  const shown = first === undefined ? undefined : shownFigure({ results: [first, ...others] });
  if (shown?.figure?.kind === 'distribution')
    found.push({
      ...distributionChart(`distribution-${id}`, shown, shown.figure),
      ...place,
      kind: 'distribution',
    });
  if (shown?.figure?.kind === 'reliability' && calibration)
    found.push({
      ...reliabilityChart(`reliability-${id}`, shown, shown.figure),
      ...place,
      kind: 'reliability',
    });
  const groups = results.filter(({ group }) => group !== null);
  const newest = groups.reduce(
    (start, { window }) => (window && window.start > start ? window.start : start),
    '',
  );
  const now = groups.filter(({ window }) => (window?.start ?? '') === newest);
  if (now.length > 0)
    found.push({ ...subgroupChart(`subgroups-${id}`, now[0]!.metric, now), ...place, kind: 'subgroups' });
  return found;
}

function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly [string, readonly [T, ...T[]]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups];
}
