import { measure } from '../expression/equality.js';
import { anyType } from '../model/type.js';
import type { Value } from '../model/value.js';
import { open } from '../model/values.js';
import { itemsOf } from './answers.js';
import type { CheckFunction, CheckMethod } from './function.js';

/** The largest; what is not known where one of them is not. */
function largest(values: readonly Value[]): Value {
  const unknown = values.find(({ kind }) => kind === 'absent' || kind === 'open');
  if (unknown !== undefined) return unknown;
  const [first] = values;
  if (first === undefined) return open('There is no largest of no values.');
  if (
    values.some((value) => value.kind !== first.kind || measure(value) === undefined || value.kind === 'text')
  )
    return open('Only numbers, durations and dates have a largest.');
  return values.reduce((most, value) => ((measure(value) ?? 0) > (measure(most) ?? 0) ? value : most), first);
}

/** `max(product.lifetime, years(2))` */
export const max: CheckFunction = {
  name: 'max',
  parameters: [
    { name: 'a', type: anyType },
    { name: 'b', type: anyType },
  ],
  returns: anyType,
  documentation: 'The larger of two numbers, durations or dates.',
  apply: (given) => largest(given),
};

/** `retentionPolicies.map(r, r.period).max()` */
export const maxOfList: CheckMethod = {
  name: 'max',
  parameters: [],
  returns: anyType,
  documentation: 'The largest of a list of numbers, durations or dates.',
  apply: (receiver) =>
    receiver.kind === 'absent' || receiver.kind === 'open' ? receiver : largest(itemsOf(receiver)),
};
