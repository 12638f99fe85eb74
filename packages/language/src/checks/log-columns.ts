import {
  type Feature,
  type FeatureType,
  isFeature,
  isLogColumn,
  isOutcomes,
  type Log,
  type LogColumn,
  type Model,
} from '../generated/ast.js';
import type { CheckContext } from './check-context.js';

/** What is known about a column of a log; the type is undefined where nobody declares it. */
export interface KnownColumn {
  readonly name: string;
  readonly type: FeatureType | undefined;
  readonly feature: Feature | undefined;
}

const roleTypes: Readonly<Partial<Record<LogColumn['role'], FeatureType>>> = {
  time: 'timestamp',
  label: 'boolean',
  prediction: 'probability',
  shadow: 'probability',
  arm: 'category',
};

/** The features of a model, as far as they have names. */
export function featuresOf(model: Model | undefined): Feature[] {
  return (model?.statements ?? []).filter(isFeature).filter(({ name }) => name !== undefined);
}

/** The columns a log names itself, by role. */
export function logColumns(log: Log): LogColumn[] {
  return (log.statements ?? []).filter(isLogColumn);
}

/** The column of a role, if the log names one. */
export function columnOfRole(log: Log, role: LogColumn['role']): LogColumn | undefined {
  return logColumns(log).find((statement) => statement.role === role);
}

/**
 * All columns of a log that the spec knows; undefined where the log has no model with features, so that
 * nothing can be said about a column.
 */
export function knownColumns(log: Log, context: CheckContext): ReadonlyMap<string, KnownColumn> | undefined {
  const model = log.model?.ref;
  const features = featuresOf(model);
  if (model === undefined || features.length === 0) return undefined;
  const columns = new Map<string, KnownColumn>();
  const add = (name: string | undefined, type?: FeatureType, feature?: Feature): void => {
    if (name !== undefined && !columns.has(name)) columns.set(name, { name, type, feature });
  };
  for (const feature of features) add(feature.name, feature.type, feature);
  for (const { role, column, availableAt } of logColumns(log)) {
    add(column, roleTypes[role]);
    add(availableAt, 'timestamp');
  }
  for (const outcomes of (log.statements ?? []).filter(isOutcomes)) add(outcomes.key);
  for (const column of context.dimensionColumns(log)) add(column);
  return columns;
}
