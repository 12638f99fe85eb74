import type { Feature, Log, Model, Protocol } from '@vigil/language';
import type { MetricDescriptor } from '@vigil/statistics';
import type { ColumnType, Dimension } from '../engine/engine.js';

/** The model of that name, null where a log belongs to none. */
export function modelNamed(protocol: Protocol, name: string | null): Model | null {
  return protocol.models.find((model) => model.name === name) ?? null;
}

/** The model whose score a column of the log holds: the shadow's, or else the log's own. */
export function scoringModel(protocol: Protocol, log: Log, column: string | null): Model | null {
  const shadow = log.shadows.find((candidate) => candidate.column === column);
  return modelNamed(protocol, shadow?.model ?? log.model);
}

/** What the spec says of a column of the log: an input, or the output that stands behind a score column. */
export function featureOf(protocol: Protocol, log: Log, column: string): Feature | null {
  const isScore = column === log.prediction || log.shadows.some((shadow) => shadow.column === column);
  const model = isScore ? scoringModel(protocol, log, column) : modelNamed(protocol, log.model);
  const named = model?.features.find((feature) => feature.name === column);
  if (named !== undefined || !isScore) return named ?? null;
  const outputs = model?.features.filter((feature) => feature.direction === 'output') ?? [];
  return outputs.find((output) => output.type === 'probability') ?? outputs[0] ?? null;
}

/** Whether a column's values are numbers to be cut into bins, rather than categories. */
export function isNumeric(type: ColumnType): boolean {
  return type === 'number' || type === 'integer' || type === 'probability';
}

/**
 * Type in which an undeclared column is read for a metric. Where a metric takes numbers and categories
 * alike, an undeclared column is counted by category; declare it as a number to have it cut into bins.
 */
export function typeForMetric(descriptor: MetricDescriptor): ColumnType {
  if (descriptor.appliesTo === 'categorical') return 'category';
  if (descriptor.appliesTo !== 'column') return 'number';
  return descriptor.family === 'quality' ? 'text' : 'category';
}

/** Type an undeclared column must have to split rows into groups. */
export function typeForDimension(dimension: Dimension): ColumnType {
  return dimension.kind === 'bands' ? 'number' : 'category';
}
