import type { Report } from '../diagnostics/reporter.js';
import type { Limit } from '../generated/ast.js';
import { isPercentage, quantityValue } from '../grammar/quantity.js';
import { badRegion, isMilder, reach } from './bad-region.js';
import { domainInWords, type LimitDomain } from './limit-domain.js';
import { percentHint, percentMeant } from './percent-hint.js';

const opposites = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
const units: Readonly<Record<LimitDomain['unit'], string>> = {
  proportion: 'a share',
  none: 'a plain number',
  column: 'measured in the unit of its column',
  count: 'a count',
  bits: 'measured in bits',
  nats: 'measured in nats',
};

/** Limits of one check: direction, reach, and warning before failure. */
export function checkLimits(limits: readonly Limit[], domain: LimitDomain, report: Report): void {
  const sound = limits.filter((limit) =>
    limit.pValue ? checkPLimit(limit, domain, report) : checkValueLimit(limit, domain, report),
  );
  checkOnce(limits, report);
  for (const fail of sound.filter(({ severity }) => severity === 'fail')) {
    for (const warn of sound.filter(({ severity }) => severity === 'warn')) checkMilder(warn, fail, report);
  }
}

/** @returns whether the limit makes sense on its own, so that comparing it with others does too */
function checkPLimit(limit: Limit, domain: LimitDomain, report: Report): boolean {
  const { severity, comparison } = limit;
  if (!domain.givesPValue) {
    report('noPValue', { metric: domain.name, severity }, { node: limit });
    return false;
  }
  const { operator, value } = comparison ?? {};
  if (operator === undefined || value === undefined) return false;
  if (operator !== '<') {
    report('pValueDirection', { severity, operator, value }, { node: limit });
    return false;
  }
  const number = quantityValue(value);
  if (number > 0 && number < 1) return true;
  report('pValueOutOfRange', { value }, { node: limit });
  return false;
}

function checkValueLimit(limit: Limit, domain: LimitDomain, report: Report): boolean {
  const { severity, comparison, outside } = limit;
  if (comparison?.operator === '==') {
    report('exactLimit', { severity, value: comparison.value ?? '' }, { node: limit });
    return false;
  }
  const region = badRegion(limit);
  if (region === undefined) return false;
  if (outside !== undefined && quantityValue(outside.low) >= quantityValue(outside.high)) {
    report('rangeUpsideDown', { low: outside.low, high: outside.high }, { node: outside });
    return false;
  }
  return (
    !reportPercentage(limit, domain, report) &&
    !reportDirection(limit, domain, report) &&
    !reportReach(limit, region, domain, report)
  );
}

function reportPercentage(limit: Limit, domain: LimitDomain, report: Report): boolean {
  if (domain.unit === 'proportion' || domain.unit === 'none') return false;
  const written = [limit.comparison?.value, limit.outside?.low, limit.outside?.high];
  const value = written.find((each) => each !== undefined && isPercentage(each));
  if (value === undefined) return false;
  report(
    'percentageNotPossible',
    { metric: domain.name, measured: units[domain.unit], value },
    { node: limit },
  );
  return true;
}

function reportDirection(limit: Limit, domain: LimitDomain, report: Report): boolean {
  const { severity, comparison } = limit;
  const operator = comparison?.operator;
  if (operator === undefined || operator === '==' || domain.better === 'target') return false;
  const alarmsHigh = operator === '>' || operator === '>=';
  if (alarmsHigh === (domain.better === 'lower')) return false;
  report(
    'wrongDirection',
    {
      severity,
      limit: limitText(limit),
      metric: domain.name,
      better: domain.better,
      opposite: `${opposites[operator]} ${comparison?.value ?? ''}`,
    },
    { node: limit },
    { replacement: `${severity} ${opposites[operator]} ${comparison?.value ?? ''}` },
  );
  return true;
}

function reportReach(
  limit: Limit,
  region: ReturnType<typeof badRegion> & object,
  domain: LimitDomain,
  report: Report,
): boolean {
  const reached = reach(region, domain);
  if (reached === 'sometimes') return false;
  const { severity, comparison } = limit;
  const inShares = domain.unit === 'proportion';
  const meant = inShares ? percentMeant(comparison?.value) : undefined;
  const values = {
    severity,
    limit: limitText(limit),
    metric: domain.name,
    range: domainInWords(domain),
    hint: inShares ? percentHint(comparison?.value) : '',
  };
  const replacement = meant === undefined ? undefined : `${severity} ${comparison?.operator} ${meant}`;
  report(reached === 'never' ? 'neverBreached' : 'alwaysBreached', values, { node: limit }, { replacement });
  return true;
}

function checkMilder(warn: Limit, fail: Limit, report: Report): void {
  if (warn.pValue !== fail.pValue) return;
  const [mild, hard] = [badRegion(warn), badRegion(fail)];
  if (mild === undefined || hard === undefined || isMilder(mild, hard)) return;
  report('warnNotMilder', { warn: limitText(warn), fail: limitText(fail) }, { node: warn });
}

/** One limit of a severity on each side. */
function checkOnce(limits: readonly Limit[], report: Report): void {
  const first = new Map<string, Limit>();
  for (const limit of limits) {
    const region = badRegion(limit);
    if (region === undefined) continue;
    const sides = [region.low === null ? '' : 'low', region.high === null ? '' : 'high'].filter(
      (each) => each !== '',
    );
    const keys = sides.map((side) => `${limit.severity} ${limit.pValue ? 'p' : 'value'} ${side}`);
    const earlier = keys.map((key) => first.get(key)).find((each) => each !== undefined);
    if (earlier !== undefined) {
      report('duplicateLimit', { severity: limit.severity, first: limitText(earlier) }, { node: limit });
    }
    for (const key of keys) if (!first.has(key)) first.set(key, limit);
  }
}

/** A limit as written, without its severity: `> 0.1`, `p < 0.01`, `outside 0.8..1.25`. */
export function limitText({ pValue, comparison, outside }: Limit): string {
  if (outside !== undefined) return `outside ${outside.low}..${outside.high}`;
  return `${pValue ? 'p ' : ''}${comparison?.operator} ${comparison?.value}`;
}
