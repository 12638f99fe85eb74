import type { Report, ReportResult } from '../report/report.js';
import type { ReportChart } from './chart.js';
import { distributionChart } from './distribution-chart.js';
import { reliabilityChart } from './reliability-chart.js';
import { seriesChart } from './series-chart.js';
import { shownFigure } from './shown-figure.js';
import { subgroupChart } from './subgroup-chart.js';
import { timelineChart } from './timeline-chart.js';
import { checkText } from './words.js';

/** A chart with the monitor it belongs to and what it shows. */
export interface PlacedChart extends ReportChart {
  readonly monitor: string;
  readonly kind: 'timeline' | 'series' | 'distribution' | 'reliability' | 'subgroups';
}

/**
 * The charts of a report, monitor by monitor: states over time, then each check's values, then what stands behind
 * the window that decides: the last one that broke a limit, or else the last. Distributions are there when the run was asked for figures.
 */
export function reportCharts({ results }: Report): readonly PlacedChart[] {
  return grouped(results, ({ monitor }) => monitor).flatMap(([monitor, own]) => {
    const overall = own.filter(({ group }) => group === null);
    const timeline: PlacedChart = { ...timelineChart(monitor, own), monitor, kind: 'timeline' };
    const checks = grouped(own, ({ check }) => String(check)).flatMap(([check, ofCheck]) =>
      checkCharts(monitor, check, ofCheck),
    );
    return overall.length === 0 && checks.length === 0 ? [] : [timeline, ...checks];
  });
}

function checkCharts(monitor: string, check: string, results: readonly ReportResult[]): PlacedChart[] {
  const overall = results.filter(({ group }) => group === null);
  const bySeries = grouped(overall, checkText).flatMap(([name, series]) => {
    const id = `${monitor}-${check}-${name.replace(/\W+/g, '-')}`;
    const found: PlacedChart[] = [
      { ...seriesChart(`series-${id}`, { name, results: series }), monitor, kind: 'series' },
    ];
    const shown = shownFigure({ results: series });
    if (shown?.figure?.kind === 'distribution')
      found.push({
        ...distributionChart(`distribution-${id}`, shown, shown.figure),
        monitor,
        kind: 'distribution',
      });
    if (shown?.figure?.kind === 'reliability')
      found.push({
        ...reliabilityChart(`reliability-${id}`, shown, shown.figure),
        monitor,
        kind: 'reliability',
      });
    return found;
  });
  const groups = results.filter(({ group }) => group !== null);
  const crosses = grouped(groups, ({ group }) => Object.keys(group!).join(' x ')).flatMap(
    ([cross, ofCross]) => {
      const start = ofCross
        .map(({ window }) => window?.start ?? '')
        .sort()
        .at(-1);
      const last = ofCross.filter(({ window }) => (window?.start ?? '') === start);
      const id = `subgroups-${monitor}-${check}-${cross}`.replace(/\W+/g, '-');
      const chart = subgroupChart(id, last[0]?.metric ?? '', last);
      return [{ ...chart, monitor, kind: 'subgroups' } satisfies PlacedChart];
    },
  );
  return [...bySeries, ...crosses];
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
