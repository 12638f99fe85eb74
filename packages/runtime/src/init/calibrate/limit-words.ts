import { numberText } from '../spelling.js';
import type { LimitRequest, SpreadRule } from './limit-request.js';
import type { Spread } from './spread.js';

/** "mean 0.657, standard deviation 0.0173 in 8 months of the reference" */
export function measuredWords(
  rule: SpreadRule,
  { mean, deviation, windows }: Spread,
  columns: number,
  { observation, unit, stretch }: LimitRequest,
): string {
  const of = observation?.of ?? 'the data';
  const where = `${windows} ${windows === 1 ? unit : `${unit}s`} of ${of}`;
  const widest = columns > 1 ? `the widest of ${columns} columns has ` : '';
  const smaller = stretch > 1.01 ? ', widened for the smaller windows of the log' : '';
  return `${widest}mean ${figure(rule, mean)}, standard deviation ${figure(rule, deviation)} in ${where}${smaller}`;
}

export function sentence(clause: string): string {
  return `${clause[0]!.toUpperCase()}${clause.slice(1)}.`;
}

/** Three figures are enough to see where a limit comes from. */
function figure({ share }: SpreadRule, value: number): string {
  const rounded = Number((share ? value * 100 : value).toPrecision(3));
  return share ? `${rounded} %` : numberText(rounded);
}
