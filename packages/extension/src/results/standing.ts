import type { Report, ReportResult, Verdict } from '@vigil/runtime';
import { latest, type Series, seriesByMonitor, standing } from '@vigil/runtime/series';
import { verdictWords, worstFirst } from '@vigil/runtime/verdicts';
import { freshnessWords } from './freshness.js';
import type { DoneRun } from './results.js';

/** How a check, a monitor or a part of either stands after a run, over all windows of the run. */
export interface Standing {
  /** As `vigil run` judges it: a limit that was broken in any window is broken. */
  readonly verdict: Verdict;
  /** The last window: what holds now. */
  readonly now: Verdict;
  /** The last result with this verdict. */
  readonly decisive: ReportResult;
}

/** How some results of one report stand; undefined where there are none. */
export function standingOf(results: readonly ReportResult[]): Standing | undefined {
  const all = seriesByMonitor(results).flatMap(({ series }) => series);
  const verdict = worst(all.map(standing));
  const now = worst(all.map((series) => latest(series).verdict));
  if (verdict === undefined || now === undefined) return undefined;
  const decisive = all.map((series) => deciding(series, verdict)).filter((one) => one !== undefined);
  return { verdict, now, decisive: decisive.reduce((a, b) => (startOf(b) > startOf(a) ? b : a)) };
}

/** Each series that does not stand at a pass, with the result that decides. */
export function notPassed(results: readonly ReportResult[]): readonly Standing[] {
  return seriesByMonitor(results)
    .flatMap(({ series }) => series)
    .map((series) => standingOf(series.results)!)
    .filter(({ verdict }) => verdict !== 'pass');
}

/** `failure in 2024-03; pass in the last window` */
export function standingWords({ verdict, now, decisive }: Standing): string {
  const window = verdict === 'pass' || decisive.window === null ? '' : ` in ${decisive.window.label}`;
  return `${verdictWords[verdict]}${window}${now === verdict ? '' : `; ${verdictWords[now]} in the last window`}`;
}

/** What keeps a run's words from being the last word on the spec: ` (only Performance was run; of an earlier text of this spec)`. */
export function reservation({ only, freshness }: Pick<DoneRun, 'only' | 'freshness'>): string {
  const words = freshnessWords[freshness];
  const said = [
    ...(only === null ? [] : [`only ${only.join(', ')} was run`]),
    ...(words === null ? [] : [words]),
  ];
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

/** The verdict on a whole run. A run that met a problem is `incomplete`, whatever it could judge. */
export function verdictOf({ problems, summary }: Report): Verdict | 'incomplete' | undefined {
  if (problems.length > 0) return 'incomplete';
  return worstFirst.find((verdict) => summary[verdict] > 0);
}

function deciding(series: Series, verdict: Verdict): ReportResult | undefined {
  return series.results.findLast((result) => result.verdict === verdict);
}

function worst(verdicts: readonly Verdict[]): Verdict | undefined {
  return worstFirst.find((verdict) => verdicts.includes(verdict));
}

function startOf({ window }: ReportResult): string {
  return window?.start ?? '';
}
