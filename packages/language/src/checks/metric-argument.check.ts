import type { MetricDescriptor, MetricParameter } from '@vigil/statistics';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import type { Argument, MetricTerm, Value } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { rangeInWords } from './field-value.js';
import { checkMembersOnce } from './members.js';
import { describeValue } from './written-value.js';

/** Arguments of a metric: named, known, once each, and of the parameter's type and range. */
export function checkArguments(term: MetricTerm, metric: MetricDescriptor, report: Report): void {
  const names = metric.parameters.map(({ name }) => name);
  const known = names.length === 0 ? '; it takes none' : ` (${names.join(', ')})`;
  const members = (term.arguments ?? []).map((node) => ({ node, name: node.name, property: 'name' }));
  checkMembersOnce('argument', `'${metric.name}'`, members, report);
  for (const argument of term.arguments ?? []) {
    if (argument.name === undefined) {
      report('unnamedArgument', { metric: metric.name, known }, { node: argument });
      continue;
    }
    const parameter = metric.parameters.find(({ name }) => name === argument.name);
    if (parameter !== undefined) {
      checkArgument(argument, parameter, metric.name, report);
      continue;
    }
    const near = nearest(argument.name, names);
    report(
      'unknownArgument',
      {
        metric: metric.name,
        argument: argument.name,
        hint: hint(near),
        known: near === undefined ? known : '',
      },
      { node: argument, property: 'name' },
      { replacement: near },
    );
  }
}

function checkArgument(argument: Argument, parameter: MetricParameter, metric: string, report: Report): void {
  const { value } = argument;
  if (value === undefined || accepts(parameter, value)) return;
  const word = value.$type === 'WordValue' ? value.word?.$refText : undefined;
  const near = word === undefined ? undefined : nearest(word, parameter.values ?? []);
  report(
    'wrongArgument',
    {
      argument: parameter.name,
      metric,
      expected: expectation(parameter),
      found: `${describeValue(value)}${hint(near)}`,
    },
    { node: argument, property: 'value' },
    { replacement: near },
  );
}

function accepts(parameter: MetricParameter, value: Value): boolean {
  switch (parameter.type) {
    case 'number':
    case 'integer':
      return value.$type === 'NumberValue' && acceptsNumber(parameter, quantityValue(value.quantity));
    case 'boolean':
      return value.$type === 'BooleanValue';
    case 'word':
      return value.$type === 'WordValue' && (parameter.values?.includes(value.word?.$refText) ?? true);
    case 'numbers':
      return (
        value.$type === 'ListValue' &&
        (value.items ?? []).length > 0 &&
        value.items.every(
          (item) => item.$type === 'NumberValue' && acceptsNumber(parameter, quantityValue(item.quantity)),
        )
      );
  }
}

function acceptsNumber({ type, minimum, maximum }: MetricParameter, value: number): boolean {
  if (!Number.isFinite(value) || (type === 'integer' && !Number.isInteger(value))) return false;
  return (minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum);
}

function expectation({ type, values, minimum, maximum }: MetricParameter): string {
  const range = minimum === undefined && maximum === undefined ? '' : ` ${rangeInWords(minimum, maximum)}`;
  switch (type) {
    case 'number':
      return `a number${range}`;
    case 'integer':
      return `a whole number${range}`;
    case 'numbers':
      return `a list of numbers${range}, e.g. [10, 20]`;
    case 'boolean':
      return 'true or false';
    case 'word':
      return `one of the words ${(values ?? []).join(', ')}`;
  }
}
