import { shown } from '../expression/shown.js';
import { numberType, truthType } from '../model/type.js';
import { answer, numberOf, unknownAmong } from './answers.js';
import type { CheckFunction } from './function.js';

/** `close(trial.sampleSize.n, recompute(trial.sampleSize), 0.05)` */
export const close: CheckFunction = {
  name: 'close',
  parameters: [
    { name: 'a', type: numberType },
    { name: 'b', type: numberType },
    { name: 'tolerance', type: numberType },
  ],
  returns: truthType,
  documentation:
    'Whether two numbers differ by no more than the tolerance, absolutely or relative to the larger.',
  apply: ([a, b, tolerance]) => {
    const unknown = unknownAmong([a, b, tolerance]);
    if (unknown !== undefined) return unknown;
    const [first, second, most] = [numberOf(a), numberOf(b), numberOf(tolerance)];
    if (
      first === undefined ||
      second === undefined ||
      most === undefined ||
      a === undefined ||
      b === undefined
    )
      return answer(false, 'these are no numbers', a);
    const difference = Math.abs(first - second);
    const isClose = difference <= most || difference <= most * Math.max(Math.abs(first), Math.abs(second));
    return answer(
      isClose,
      `${a.origin?.concept ?? 'the value'} is ${shown(a)}; the design needs ${shown(b)}`,
      a,
    );
  },
};
