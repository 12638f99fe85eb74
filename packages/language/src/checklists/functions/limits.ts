import type { Limit } from '../../protocol/protocol.js';
import { shown } from '../expression/shown.js';
import { anyType, limitType, truthType } from '../model/type.js';
import type { Value } from '../model/value.js';
import { answer, itemsOf, unknownAmong } from './answers.js';
import type { CheckFunction } from './function.js';
import { acceptable, type Range, within } from './range.js';

/** A comparison in words: "at least 0.62", "≥ 0.62", "< 5 %". */
const numericText =
  /(?:<=?|>=?|==?|≤|≥|at least|at most|above|below|less than|more than|under|over|between)\s*-?\d/i;

/** `isNumericLimit(monitor.fail)` */
export const isNumericLimit: CheckFunction = {
  name: 'isNumericLimit',
  parameters: [{ name: 'limit', type: anyType }],
  returns: truthType,
  documentation:
    'Whether it compares with a number: a limit of a check or claim, or words such as "at least 0.62".',
  apply: ([value]) => {
    const unknown = unknownAmong([value]);
    if (unknown !== undefined) return unknown;
    const items = itemsOf(value);
    return answer(
      items.length > 0 && items.every(isNumeric),
      `${value?.origin?.concept ?? 'the limit'} has no number`,
      value,
    );
  },
};

function isNumeric(value: Value): boolean {
  if (value.kind === 'record') {
    const limit = value.members.limit?.();
    return limit !== undefined && isNumeric(limit);
  }
  return (
    value.kind === 'limit' ||
    value.kind === 'number' ||
    (value.kind === 'text' && numericText.test(value.text))
  );
}

/** `stricter(monitor.warn, monitor.fail)` */
export const stricter: CheckFunction = {
  name: 'stricter',
  parameters: [
    { name: 'a', type: limitType },
    { name: 'b', type: limitType },
  ],
  returns: truthType,
  documentation:
    'Whether limit `a` is reached before limit `b`: what breaks `b` breaks `a`, and not the other way round.',
  apply: ([a, b]) => {
    const unknown = unknownAmong([a, b]);
    if (unknown !== undefined) return unknown;
    if (a?.kind !== 'limit' || b?.kind !== 'limit') return answer(false, 'these are no limits of a check', a);
    return answer(isStricter(a.limit, b.limit), `${shown(a)} is not reached before ${shown(b)}`, a);
  },
};

/** What `a` accepts lies within what `b` accepts, and is less. */
function isStricter(a: Limit, b: Limit): boolean {
  if (a.subject !== b.subject) return false;
  const [first, second]: readonly Range[] = [acceptable(a), acceptable(b)];
  return first !== undefined && second !== undefined && within(first, second) && !within(second, first);
}
