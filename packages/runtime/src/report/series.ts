import type { ReportResult } from './report.js';

/** One check on one target and group, window after window. */
export interface Series {
  readonly results: readonly [ReportResult, ...ReportResult[]];
}

export interface MonitorSeries {
  readonly monitor: string;
  readonly series: readonly Series[];
}

/** The report's results by monitor and series, in the order of the report. */
export function seriesByMonitor(results: readonly ReportResult[]): readonly MonitorSeries[] {
  const monitors = new Map<string, Map<string, [ReportResult, ...ReportResult[]]>>();
  for (const result of results) {
    const series = monitors.get(result.monitor) ?? new Map<string, [ReportResult, ...ReportResult[]]>();
    monitors.set(result.monitor, series);
    const { check, target, group, aggregate } = result;
    const key = JSON.stringify([check, target, group, aggregate]);
    const known = series.get(key);
    if (known === undefined) series.set(key, [result]);
    else known.push(result);
  }
  return [...monitors].map(([monitor, series]) => ({
    monitor,
    series: [...series.values()].map((own) => ({ results: own })),
  }));
}

/** The worst that happened over the windows; where nothing did, how the last one stands. */
export function standing({ results }: Series): ReportResult['verdict'] {
  if (results.some(({ verdict }) => verdict === 'fail')) return 'fail';
  if (results.some(({ verdict }) => verdict === 'warn')) return 'warn';
  return results.at(-1)!.verdict;
}

/** The last window. */
export function latest({ results }: Series): ReportResult {
  return results.at(-1)!;
}

/** The last result with the verdict at which the series stands. */
export function decisive(series: Series): ReportResult {
  const verdict = standing(series);
  return series.results.filter((result) => result.verdict === verdict).at(-1) ?? latest(series);
}

/** The result of a series whose figure is worth a look: what decides its verdict, or else the last that has one. */
export function shownFigure(series: Series): ReportResult | undefined {
  const own = decisive(series);
  return own.figure === undefined ? series.results.filter(({ figure }) => figure !== undefined).at(-1) : own;
}
