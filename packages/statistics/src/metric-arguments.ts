import { binningProblem } from './drift/index.js';
import type { ArgumentValue, MetricDescriptor, MetricParameter } from './metric.js';

/** All arguments with defaults filled in, or what is wrong with them and which one it is. */
export type FilledArguments =
  | { readonly values: Readonly<Record<string, ArgumentValue | null>> }
  | { readonly problem: string; readonly argument: string };

/**
 * Checks the arguments of a metric, as written in a spec, against its parameters and fills in defaults.
 *
 * @param given named arguments as written; durations and percentages already turned into numbers
 * @returns values in the order of the parameters, or a problem as one sentence for people
 */
export function fillArguments(
  descriptor: MetricDescriptor,
  given: Readonly<Record<string, ArgumentValue>>,
): FilledArguments {
  const { name, parameters } = descriptor;
  for (const argument of Object.keys(given)) {
    if (!parameters.some((parameter) => parameter.name === argument))
      return { argument, problem: unknownArgument(descriptor, argument) };
  }
  const values: Record<string, ArgumentValue | null> = {};
  for (const parameter of parameters) {
    const value = given[parameter.name];
    if (value === undefined) {
      values[parameter.name] = parameter.default;
      continue;
    }
    const expected = expectation(parameter, value);
    if (expected !== null)
      return {
        argument: parameter.name,
        problem: `'${parameter.name}' of '${name}' must be ${expected}, not ${shown(value)}`,
      };
    values[parameter.name] = value;
  }
  if (descriptor.needs === 'cells') {
    const contradiction = binningProblem(name, given);
    if (contradiction !== null) return contradiction;
  }
  return { values };
}

function unknownArgument({ name, parameters }: MetricDescriptor, argument: string): string {
  return parameters.length === 0
    ? `'${name}' takes no arguments, so there is no '${argument}' to set`
    : `'${name}' has no argument '${argument}'; it takes ${list(parameters.map((entry) => entry.name))}`;
}

/** What a value should have been, or null when it is right. */
function expectation(parameter: MetricParameter, value: ArgumentValue): string | null {
  switch (parameter.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true or false';
    case 'word':
      return typeof value === 'string' && (parameter.values ?? [value]).includes(value)
        ? null
        : (parameter.values ?? ['a word']).join(' or ');
    case 'numbers':
      return Array.isArray(value) && value.every((entry) => isWithin(parameter, entry))
        ? null
        : `a list of numbers${bounds(parameter)}`;
    case 'integer':
      return Number.isSafeInteger(value) && isWithin(parameter, value)
        ? null
        : `a whole number${bounds(parameter)}`;
    case 'number':
      return isWithin(parameter, value) ? null : `a number${bounds(parameter)}`;
  }
}

function isWithin({ minimum, maximum }: MetricParameter, value: unknown): boolean {
  return (
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= (minimum ?? Number.NEGATIVE_INFINITY) &&
    value <= (maximum ?? Number.POSITIVE_INFINITY)
  );
}

function bounds({ minimum, maximum }: MetricParameter): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}

function shown(value: ArgumentValue): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}

function list(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
