import type { MetricTarget } from '@vigil/statistics';
import type { FeatureType } from '../generated/ast.js';

const numbers: readonly FeatureType[] = ['number', 'integer', 'probability'];
const categories: readonly FeatureType[] = ['category', 'boolean'];

/** Types of columns each target can be measured on. */
const fitting: Readonly<Record<MetricTarget, readonly FeatureType[]>> = {
  numeric: numbers,
  categorical: categories,
  column: [...numbers, ...categories, 'timestamp'],
  prediction: numbers,
  outcome: numbers,
  rows: [],
};

const wanted: Readonly<Record<MetricTarget, string>> = {
  numeric: 'numbers',
  categorical: 'categories',
  column: 'columns',
  prediction: 'scores',
  outcome: 'scores and their outcomes',
  rows: 'rows',
};

const found: Readonly<Record<FeatureType, string>> = {
  number: 'a number',
  integer: 'an integer',
  probability: 'a probability',
  category: 'a category',
  boolean: 'a boolean',
  timestamp: 'a time',
};

export function fits(target: MetricTarget, type: FeatureType): boolean {
  return fitting[target].includes(type);
}

/** Whether `of all inputs` makes sense for a target: one result for each column. */
export function isPerColumn(target: MetricTarget): boolean {
  return target === 'numeric' || target === 'categorical' || target === 'column';
}

export function wantedColumns(target: MetricTarget): string {
  return wanted[target];
}

/** "a category": what a feature of this type is. */
export function featureNoun(type: FeatureType): string {
  return found[type];
}
