import { type ArgumentValue, fillArguments, type MetricDescriptor } from '@vigil/statistics';
import type { MetricTerm, Value } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';

/** The arguments of a metric with its defaults; undefined where they are not what the metric takes. */
export function askedArguments(
  term: MetricTerm,
  metric: MetricDescriptor,
): Readonly<Record<string, ArgumentValue | null>> | undefined {
  const given = givenArguments(term);
  if (given === undefined) return undefined;
  const filled = fillArguments(metric, given);
  return 'problem' in filled ? undefined : filled.values;
}

/** The arguments as written; undefined where one has no name or no value a metric takes. */
export function givenArguments(term: MetricTerm): Readonly<Record<string, ArgumentValue>> | undefined {
  const given: Record<string, ArgumentValue> = {};
  for (const { name, value } of term.arguments ?? []) {
    const written = value === undefined ? undefined : argumentValue(value);
    if (name === undefined || written === undefined) return undefined;
    given[name] = written;
  }
  return given;
}

function argumentValue(value: Value): ArgumentValue | undefined {
  switch (value.$type) {
    case 'NumberValue': {
      const number = quantityValue(value.quantity);
      return Number.isNaN(number) ? undefined : number;
    }
    case 'WordValue':
      return value.word?.$refText;
    case 'BooleanValue':
      return value.truth;
    case 'ListValue': {
      const items = (value.items ?? []).map(argumentValue);
      return items.every((item): item is number => typeof item === 'number') ? items : undefined;
    }
    default:
      return undefined;
  }
}
