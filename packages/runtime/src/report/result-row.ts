import { checkWords, groupLabels } from './check-words.js';
import { formatCount, formatP, formatValue } from './format.js';
import type { ReportResult } from './report.js';
import { limitsWords, valueWords } from './value-words.js';

/** Heads of a table of results; each report adds the verdict in its own signs. */
export const resultHeads = ['Check', 'Group', 'Window', 'Value', 'Interval', 'p', 'n', 'Limit'] as const;

/** A result as the cells below `resultHeads`, plain text; `–` where there is nothing. */
export function resultCells(result: ReportResult): readonly string[] {
  const { group, window, interval, pValue, adjustedPValue, n, nReference, unit } = result;
  const p = adjustedPValue ?? pValue;
  return [
    checkWords(result),
    group === null ? 'all' : groupLabels(group),
    window?.label ?? '–',
    valueWords(result),
    interval === null ? '–' : interval.map((end) => formatValue(end, unit)).join(' to '),
    p === null ? '–' : formatP(p),
    nReference === null ? formatCount(n) : `${formatCount(n)} / ${formatCount(nReference)}`,
    limitsWords(result) || '–',
  ];
}
