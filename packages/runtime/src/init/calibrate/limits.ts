import { numberText, percentText } from '../spelling.js';
import type { WrittenLimits } from '../write/limits.js';
import type { LimitRequest, SpreadRule } from './limit-request.js';
import { measuredWords, sentence } from './limit-words.js';
import { type Spread, spreadOf } from './spread.js';

/** Shewhart's warning and action limits, in standard deviations. */
const WARN = 2;
const FAIL = 3;

type Pair = { readonly warn: number; readonly fail: number };

/** The limits of a check, rounded away from an alarm; null where the check cannot be judged with what is known. */
export function limitsOf(request: LimitRequest): WrittenLimits | null {
  const { rule, observation, stretch } = request;
  if (rule.kind === 'fixed') {
    const holds = observation?.windows.every(({ value }) => value <= rule.fail) ?? false;
    if (!holds) return null;
    return { text: `fail > ${numberText(rule.fail)}`, comment: () => sentence(rule.because), width: 0 };
  }
  if (observation === null) {
    const { least } = rule;
    if (!rule.withoutWindows || least === null) return null;
    const comment = () => `Not calibrated, for want of windows: ${least.because}.`;
    return { text: oneSided(rule, least), comment, width: 0 };
  }
  const spread = spreadOf(observation.windows, stretch);
  return rule.side === 'outside' ? bothSides(rule, spread, request) : oneSide(rule, spread, request);
}

function oneSide(rule: SpreadRule, spread: Spread, request: LimitRequest): WrittenLimits | null {
  const sign = rule.side === 'above' ? 1 : -1;
  const { least, useful } = rule;
  const step = stepOf(spread.deviation);
  const at = (deviations: number) => outwards(spread.mean + sign * deviations * spread.deviation, sign, step);
  const milder = (one: number, other: number | undefined) =>
    other === undefined || sign * one > sign * other ? one : other;
  const warn = milder(at(WARN), least?.warn);
  const fail = milder(at(FAIL), least?.fail);
  const limits = { warn, fail: sign * fail > sign * warn ? fail : tidy(warn + sign * step) };
  if (useful !== null && sign * limits.fail > sign * useful) return null;
  const text = oneSided(rule, limits);
  if (text === '') return null;
  const words = (columns: number) => measuredWords(rule, spread, columns, request);
  const isUsual = least !== null && limits.warn === least.warn && limits.fail === least.fail;
  return {
    text,
    width: spread.mean * sign + FAIL * spread.deviation,
    comment: (columns) =>
      isUsual
        ? `${sentence(least.because).slice(0, -1)}; ${words(columns)}.`
        : sentence(`${words(columns)}: limits at 2 and 3 standard deviations${leastWords(rule)}`),
  };
}

/** Limits that are never stricter than the least ones say so. */
function leastWords(rule: SpreadRule): string {
  if (rule.least === null) return '';
  const bound = rule.side === 'above' ? 'at least' : 'at most';
  return `, but ${bound} ${valueText(rule, rule.least.warn)} and ${valueText(rule, rule.least.fail)}`;
}

function bothSides(rule: SpreadRule, spread: Spread, request: LimitRequest): WrittenLimits | null {
  const { mean, deviation } = spread;
  if (deviation === 0) return null;
  const step = stepOf(deviation);
  const limit = (times: number) => ({
    low: Math.max(rule.minimum, outwards(mean - times * deviation, -1, step)),
    high: Math.min(rule.maximum, outwards(mean + times * deviation, 1, step)),
  });
  const [warn, fail] = [limit(WARN), limit(FAIL)];
  const sides = ({ low, high }: { readonly low: number; readonly high: number }) =>
    `${valueText(rule, low)}..${valueText(rule, high)}`;
  const words = (columns: number) => measuredWords(rule, spread, columns, request);
  if (rule.warnOnly) {
    const comment = (columns: number) => sentence(`${words(columns)}: limits at 3 standard deviations`);
    return { text: `warn outside ${sides(fail)}`, comment, width: deviation };
  }
  const isMilder = warn.low > fail.low && warn.high < fail.high;
  return {
    text: `${isMilder ? `warn outside ${sides(warn)} ` : ''}fail outside ${sides(fail)}`,
    comment: (columns) => sentence(`${words(columns)}: limits at 2 and 3 standard deviations`),
    width: deviation,
  };
}

/** Limits that lie in what the metric can be; empty where none does. */
function oneSided(rule: SpreadRule, { warn, fail }: Pair): string {
  const inside = (limit: number) => limit > rule.minimum && limit < rule.maximum;
  const operator = rule.side === 'above' ? '>' : '<';
  return [
    ...(inside(warn) ? [`warn ${operator} ${valueText(rule, warn)}`] : []),
    ...(inside(fail) ? [`fail ${operator} ${valueText(rule, fail)}`] : []),
  ].join(' ');
}

function valueText({ share }: SpreadRule, value: number): string {
  return share ? percentText(value) : numberText(value);
}

/** The power of ten below a standard deviation, so that rounding moves a limit by less than one. */
function stepOf(deviation: number): number {
  return deviation > 0 ? Math.max(1e-6, 10 ** Math.floor(Math.log10(deviation))) : 0.01;
}

function outwards(value: number, sign: number, step: number): number {
  const steps = value / step;
  // A limit that stands on a step already is not moved by what binary fractions add.
  return tidy((sign > 0 ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9)) * step);
}

function tidy(value: number): number {
  return Number(value.toPrecision(10)) + 0;
}
