import type { LimitRule } from '../draft.js';
import { numberText, percentText } from '../spelling.js';
import type { WrittenLimits } from '../write/monitor-text.js';
import type { Observation } from './observe.js';
import { type Spread, spreadOf } from './spread.js';

/** Shewhart's warning and action limits, in standard deviations. */
const WARN = 2;
const FAIL = 3;

export interface LimitRequest {
  readonly rule: LimitRule;
  /** Null where nothing could be measured. */
  readonly observation: Observation | null;
  /** "month", for the comment. */
  readonly unit: string;
  /** By how much windows of the log spread wider than those measured. */
  readonly stretch: number;
}

/** The limits of a check, rounded away from an alarm; null where the check cannot be judged with what is known. */
export function limitsOf(request: LimitRequest): WrittenLimits | null {
  const { rule, observation } = request;
  if (rule.kind === 'fixed') {
    const windows = observation?.targets.flat() ?? [];
    const holds = windows.length > 0 && windows.every(({ value }) => value <= rule.fail);
    return holds ? { text: `fail > ${numberText(rule.fail)}`, comment: sentence(rule.because) } : null;
  }
  const spreads = (observation?.targets ?? []).map((windows) => spreadOf(windows, request.stretch));
  if (spreads.length === 0) {
    const { least } = rule;
    if (!rule.withoutWindows || least === null) return null;
    return {
      text: oneSided(rule, least.warn, least.fail),
      comment: `Not calibrated, for want of windows: ${least.because}.`,
    };
  }
  return rule.side === 'outside' ? bothSides(rule, spreads[0]!, request) : oneSide(rule, spreads, request);
}

type SpreadRule = Extract<LimitRule, { kind: 'spread' }>;

function oneSide(rule: SpreadRule, spreads: readonly Spread[], request: LimitRequest): WrittenLimits | null {
  const sign = rule.side === 'above' ? 1 : -1;
  const at = (times: number) => (spread: Spread) => spread.mean + sign * times * spread.deviation;
  // Of several columns the one that spreads widest decides: the limit is common to all.
  const worst = spreads.reduce((one, other) => (sign * at(FAIL)(other) > sign * at(FAIL)(one) ? other : one));
  const step = stepOf(worst.deviation);
  const measured = {
    warn: outwards(at(WARN)(worst), sign, step),
    fail: outwards(at(FAIL)(worst), sign, step),
  };
  const least = rule.least;
  const milder = (one: number, other: number | undefined) =>
    other === undefined ? one : sign > 0 ? Math.max(one, other) : Math.min(one, other);
  const warn = milder(measured.warn, least?.warn);
  let fail = milder(measured.fail, least?.fail);
  if (sign * fail <= sign * warn)
    fail = tidy(warn + sign * Math.max(step, least === null ? step : Math.abs(least.fail - least.warn)));
  const text = oneSided(rule, warn, fail);
  if (text === '') return null;
  const usual = least !== null && warn === least.warn && fail === least.fail;
  return {
    text,
    comment: usual
      ? stays(rule, least.because, worst, spreads.length, request)
      : derived(rule, worst, spreads.length, request),
  };
}

/** Limits that lie in what the metric can be; empty where none does. */
function oneSided(rule: SpreadRule, warn: number, fail: number): string {
  const inside = (limit: number) => limit > rule.minimum && limit < rule.maximum;
  const operator = rule.side === 'above' ? '>' : '<';
  return [
    ...(inside(warn) ? [`warn ${operator} ${valueText(rule, warn)}`] : []),
    ...(inside(fail) ? [`fail ${operator} ${valueText(rule, fail)}`] : []),
  ].join(' ');
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
  const narrower = warn.low > fail.low && warn.high < fail.high;
  return {
    text: `${narrower ? `warn outside ${sides(warn)} ` : ''}fail outside ${sides(fail)}`,
    comment: derived(rule, spread, 1, request),
  };
}

function derived(
  rule: SpreadRule,
  { mean, deviation, windows }: Spread,
  columns: number,
  request: LimitRequest,
): string {
  const worst = columns > 1 ? ', the widest of these columns' : '';
  return `Mean ${shown(rule, mean)}, standard deviation ${shown(rule, deviation)} in ${counted(windows, request)}${worst}: limits at 2 and 3 deviations.`;
}

function stays(
  rule: SpreadRule,
  because: string,
  { mean, deviation, windows }: Spread,
  columns: number,
  request: LimitRequest,
): string {
  const found = columns > 1 ? 'at most a mean of' : 'a mean of';
  return `${sentence(because).slice(0, -1)}; in ${counted(windows, request)}: ${found} ${shown(rule, mean)}, standard deviation ${shown(rule, deviation)}.`;
}

function counted(windows: number, { observation, unit }: LimitRequest): string {
  return `${windows} ${windows === 1 ? unit : `${unit}s`} of ${observation?.of ?? 'the data'}`;
}

function sentence(clause: string): string {
  return `${clause[0]!.toUpperCase()}${clause.slice(1)}.`;
}

function valueText({ share }: SpreadRule, value: number): string {
  return share ? percentText(value) : numberText(value);
}

/** Three figures are enough to see where a limit comes from. */
function shown({ share }: SpreadRule, value: number): string {
  const figure = Number((share ? value * 100 : value).toPrecision(3));
  return share ? `${figure} %` : numberText(figure);
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
