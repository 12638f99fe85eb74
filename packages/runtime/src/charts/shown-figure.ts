import type { ReportResult } from '../report/report.js';
import { decisive, type Series } from '../report/series.js';

/** The result of a series whose figure is worth a look: what decides its verdict, or else the last that has one. */
export function shownFigure(series: Series): ReportResult | undefined {
  const own = decisive(series);
  return own.figure === undefined ? series.results.filter(({ figure }) => figure !== undefined).at(-1) : own;
}
