import type { Histogram } from '@vigil/language/documents';
import type { Report, ReportResult, Verdict } from '../report/report.js';
import { latest, type Series, seriesByMonitor, shownFigure, standing } from '../report/series.js';
import { checkText, differenceText, limitsText, shareText, valueText, verdictText } from './words.js';

/** One measure of one column: how it was distributed in the reference, and how in the window that decides. */
export interface DriftRow {
  /** The column, or what stands for it. */
  readonly column: string;
  readonly measure: string;
  readonly reference: Histogram;
  readonly current: Histogram;
  /** The last window with the verdict below. */
  readonly window: string;
  readonly value: string;
  /** `> 0.1 / 0.25`: for a warning, for a failure. */
  readonly limits: string;
  /** The worst of all windows; words say what the last one says where it is another. */
  readonly verdict: Verdict;
  readonly standing: string;
  /** Where the shares differ most. */
  readonly difference: string;
  readonly rule: ReportResult['source'];
  /** The result the row shows. */
  readonly result: ReportResult;
}

export interface DriftTable {
  readonly monitor: string;
  readonly rows: readonly DriftRow[];
}

/**
 * The columns whose distributions were compared, monitor by monitor, what needs to be looked at first. Empty where the
 * run was not asked for figures.
 */
export function driftTables({ results }: Report): readonly DriftTable[] {
  const overall = results.filter(({ group }) => group === null);
  return seriesByMonitor(overall).flatMap(({ monitor, series }) => {
    const rows = series.flatMap(driftRow);
    // A stable sort: within a verdict the order is the spec's.
    const ordered = [...rows].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
    return rows.length === 0 ? [] : [{ monitor, rows: ordered }];
  });
}

const rank = { fail: 0, warn: 1, insufficient: 2, pass: 3 } as const;

function driftRow(series: Series): readonly DriftRow[] {
  const result = shownFigure(series);
  if (result?.figure?.kind !== 'distribution') return [];
  const { cells } = result.figure;
  const verdict = standing(series);
  const now = latest(series).verdict;
  const window = result.window?.label ?? 'no window';
  const column = result.target ?? 'all rows';
  const most = Math.max(0, ...cells.flatMap(({ reference, current }) => [reference ?? 0, current ?? 0]));
  const histogram = (side: 'reference' | 'current', name: string): Histogram => ({
    kind: 'histogram',
    shares: cells.map((cell) => cell[side]),
    most,
    side,
    description: `${column}, ${name}: ${cells.map((cell) => `${cell.name} ${shareText(cell[side])}`).join(', ')}`,
  });
  return [
    {
      column,
      measure: checkText({ ...result, target: null }),
      reference: histogram('reference', 'reference'),
      current: histogram('current', window),
      window,
      value: valueText(result.value, result.unit),
      limits: limitsText(result),
      verdict,
      standing:
        now === verdict
          ? verdictText[verdict]
          : `${verdictText[verdict]}; ${verdictText[now]} in the last window`,
      difference: differenceText(cells),
      rule: result.source,
      result,
    },
  ];
}
