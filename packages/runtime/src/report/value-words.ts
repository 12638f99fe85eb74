import { formatValue } from './format.js';
import { limitSign } from './limit-words.js';
import type { ReportLimit, ReportResult } from './report.js';

export { demandWords } from './limit-words.js';

/** A result's value beside its limits, `–` where there is none. */
export function valueWords({ value, unit, limits }: Pick<ReportResult, 'value' | 'unit' | 'limits'>): string {
  return value === null ? '–' : formatValue(value, unit, limitValues(limits));
}

/** All limits in short: `> 0.1 / 0.2` (warn / fail), `outside 0.8..1.25`; empty where there is none. */
export function limitsWords({ limits, unit }: Pick<ReportResult, 'limits' | 'unit'>): string {
  const signs = [...limits].sort((a, b) => order(a) - order(b)).map((limit) => limitSign(limit, unit));
  return signs.map((sign, index) => shortened(sign, signs[index - 1])).join(' / ');
}

function order(limit: ReportLimit): number {
  return limit.severity === 'warn' ? 0 : 1;
}

/** A sign without the operator it shares with the one before it. */
function shortened(sign: string, before: string | undefined): string {
  const operator = /^(?:p )?(?:[<>=]=?|==) /.exec(sign)?.[0];
  return operator !== undefined && before?.startsWith(operator) ? sign.slice(operator.length) : sign;
}

/** The numbers of the limits on the value. */
export function limitValues(limits: readonly ReportLimit[]): readonly number[] {
  return limits.flatMap((limit) => {
    if (limit.subject === 'pValue') return [];
    return limit.operator === 'outside' ? [limit.low, limit.high] : [limit.value];
  });
}
