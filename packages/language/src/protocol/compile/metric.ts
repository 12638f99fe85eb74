import { type MetricTarget, metricNamed } from '@vigil/statistics';
import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { FeatureType, MetricTerm } from '../protocol.js';
import type { CompileContext } from './context.js';
import { required, unexpected } from './required.js';

/** What a metric term takes from the place it stands in. */
export interface MetricSurroundings {
  /** The model `all inputs` speaks of. */
  readonly model: ast.Model | undefined;
  /** The monitor's `by`, for terms that have none of their own. */
  readonly by: MetricTerm['by'];
}

/** Column types a metric can be measured on; targets that are no columns fit none. */
const applicableTypes: { readonly [Target in MetricTarget]: readonly FeatureType[] } = {
  numeric: ['number', 'integer', 'probability'],
  categorical: ['category', 'boolean'],
  column: ['number', 'integer', 'probability', 'category', 'boolean', 'timestamp'],
  prediction: [],
  outcome: [],
  rows: [],
};

/** Resolves `all inputs`, names subgroups canonically and writes numbers as proportions. */
export function compileMetricTerm(
  term: ast.MetricTerm,
  surroundings: MetricSurroundings,
  context: CompileContext,
): MetricTerm {
  const own = compileCrosses(term.by, context);
  return {
    metric: term.metric,
    arguments: compileArguments(term),
    aggregate: term.aggregate ?? null,
    of: compileTarget(term, surroundings.model),
    at: term.at === undefined ? null : quantityValue(term.at),
    by: own.length > 0 ? own : surroundings.by,
  };
}

export function compileCrosses(crosses: readonly ast.Cross[], context: CompileContext): MetricTerm['by'] {
  return crosses.map((cross) =>
    cross.dimensions.map(({ ref, $refText }) =>
      context.dimensionName(required(ref, cross, `the subgroup '${$refText}'`)),
    ),
  );
}

/** Names of the columns a term speaks of; `all inputs` are those the metric is defined for, as declared. */
function compileTarget({ metric, target }: ast.MetricTerm, model: ast.Model | undefined): readonly string[] {
  if (target?.all === undefined) return target?.columns ?? [];
  const direction = target.all === 'inputs' ? 'input' : 'output';
  const types = applicableTypes[required(metricNamed(metric), target, `the metric '${metric}'`).appliesTo];
  return required(model, target, `the model of 'all ${target.all}'`)
    .statements.filter((statement) => statement.$type === 'Feature')
    .filter((feature) => feature.direction === direction && types.includes(feature.type))
    .map(({ name }) => name);
}

function compileArguments(term: ast.MetricTerm): MetricTerm['arguments'] {
  const named = term.arguments.map((argument): [string, MetricTerm['arguments'][string]] => [
    required(argument.name, argument, 'the name of an argument'),
    argumentValue(argument.value),
  ]);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function argumentValue(value: ast.Value): MetricTerm['arguments'][string] {
  switch (value.$type) {
    case 'NumberValue':
      return quantityValue(value.quantity);
    case 'BooleanValue':
      return value.truth;
    case 'WordValue':
      return value.word.$refText;
    case 'TextValue':
      return value.text;
    case 'ListValue':
      return value.items.map((item) =>
        item.$type === 'NumberValue' ? quantityValue(item.quantity) : unexpected(item, 'a number'),
      );
    default:
      return unexpected(value, 'the value of an argument');
  }
}
