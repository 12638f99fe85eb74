import { checkWords, groupLabels } from '../report/check-words.js';
import { formatValue } from '../report/format.js';
import { limitSign } from '../report/limit-words.js';
import type { ReportLimit, ReportResult } from '../report/report.js';

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
