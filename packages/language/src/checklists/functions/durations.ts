import { daysOf } from '../model/facts.js';
import { durationType, numberType } from '../model/type.js';
import { open } from '../model/values.js';
import { numberOf } from './answers.js';
import type { CheckFunction } from './function.js';

function durationFunction(name: string, unit: 'year' | 'month' | 'day'): CheckFunction {
  return {
    name,
    parameters: [{ name: 'count', type: numberType }],
    returns: durationType,
    documentation: `A duration of so many ${name}, of 365.25 days a year.`,
    apply: ([count]) => {
      const number = numberOf(count);
      return number === undefined
        ? open(`'${name}' takes a number.`)
        : { kind: 'duration', days: daysOf({ count: number, unit }) };
    },
  };
}

/** `years(10)` */
export const years = durationFunction('years', 'year');
/** `months(6)` */
export const months = durationFunction('months', 'month');
/** `days(30)` */
export const days = durationFunction('days', 'day');
