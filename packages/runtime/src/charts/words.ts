import type { DistributionFigure } from '../measure/figure.js';
import { checkWords, groupLabels } from '../report/check-words.js';
import { formatValue } from '../report/format.js';
import { limitSign } from '../report/limit-words.js';
import type { ReportLimit, ReportResult } from '../report/report.js';

export { limitsWords as limitsText } from '../report/value-words.js';
export { verdictWords as verdictText } from '../report/verdict-words.js';
export { checkWords as checkText };

export function valueText(value: number | null, unit: string | null): string {
  return value === null ? '–' : formatValue(value, unit);
}

export function limitText(limit: ReportLimit, unit: string | null): string {
  return `${limit.severity} ${limitSign(limit, unit)}`;
}

export function groupText(group: ReportResult['group']): string {
  return group === null ? 'all' : groupLabels(group);
}

/** Where reference and window differ most: `60..70: 12% before, 30% now`. */
export function differenceText(cells: DistributionFigure['cells']): string {
  const largest = cells
    .filter(({ reference, current }) => reference !== null && current !== null)
    .sort((a, b) => Math.abs(b.current! - b.reference!) - Math.abs(a.current! - a.reference!))[0];
  if (largest === undefined) return 'too few rows to show';
  return `${largest.name}: ${shareText(largest.reference)} before, ${shareText(largest.current)} now`;
}

export function shareText(share: number | null): string {
  return share === null ? 'fewer than 11 rows' : valueText(share, 'proportion');
}
