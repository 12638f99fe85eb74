import type { Duration, DurationUnit, FactValue } from '../protocol.js';
import { boolean, list, name, number, object, record, type SchemaOf, text, words } from './builder.js';
import { type DefinitionsOf, definition } from './definitions.js';

export const durationUnit = words<DurationUnit>({
  minute: true,
  hour: true,
  day: true,
  week: true,
  month: true,
  quarter: true,
  year: true,
});

/** A share of a whole, 0 to 1. */
export const share = number({ minimum: 0, maximum: 1 });

/** A calendar date, `2026-11-20`. */
export const date: SchemaOf<string> = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

const scalars = { anyOf: [text, number(), boolean] };
const typedValues = {
  oneOf: [
    object<{ readonly $duration: Duration }>({ $duration: definition('duration') }),
    object<{ readonly $date: string }>({ $date: date }),
    object<{ readonly $reference: string }>({ $reference: name }),
    object<{ readonly $secret: string }>({ $secret: name }),
  ],
};
const factValue: SchemaOf<FactValue> = {
  anyOf: [scalars, list(definition('factValue')), record(definition('factValue')), typedValues],
};

export const valueDefinitions: DefinitionsOf<'facts' | 'factValue' | 'duration'> = {
  facts: record(definition('factValue')),
  factValue,
  duration: object({ count: number({ exclusiveMinimum: 0 }), unit: durationUnit }),
};
