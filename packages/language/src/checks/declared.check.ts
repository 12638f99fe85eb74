import type { MetricDescriptor } from '@vigil/statistics';
import type { Report } from '../diagnostics/reporter.js';
import type { Feature, Target } from '../generated/ast.js';
import type { KnownColumn } from './log-columns.js';
import { fits } from './metric-columns.js';

/** What a metric of data quality compares values with: it must be declared, or nothing is ever wrong. */
interface Declared {
  readonly noun: string;
  readonly isThere: (feature: Feature) => boolean;
  /** A reference can stand in for the declaration. */
  readonly orReference: boolean;
}

const declarations: Readonly<Record<string, Declared>> = {
  out_of_range: {
    noun: 'range',
    isThere: ({ range }) => range !== undefined,
    orReference: false,
  },
  unseen: {
    noun: 'categories',
    isThere: ({ type, values }) => (values ?? []).length > 0 || type === 'boolean',
    orReference: true,
  },
};

/** Reports the columns of a term for which the model declares nothing the metric could compare with. */
export function checkDeclared(
  target: Target,
  metric: MetricDescriptor,
  columns: ReadonlyMap<string, KnownColumn>,
  hasReference: boolean,
  report: Report,
): void {
  const wanted = declarations[metric.name];
  if (wanted === undefined || (wanted.orReference && hasReference)) return;
  const bare = columnsOf(target, columns)
    // Columns of a type that does not fit are reported as such.
    .filter(({ type }) => type === undefined || fits(metric.appliesTo, type))
    .filter(({ feature }) => feature === undefined || !wanted.isThere(feature))
    .map(({ name }) => `'${name}'`);
  if (bare.length === 0) return;
  report(
    'nothingDeclared',
    { metric: metric.name, declared: wanted.noun, columns: bare.join(', ') },
    { node: target },
  );
}

/** The known columns a target speaks of; `all inputs` are features only. */
function columnsOf(target: Target, columns: ReadonlyMap<string, KnownColumn>): KnownColumn[] {
  if (target.all === undefined) {
    return (target.columns ?? []).flatMap((name) => columns.get(name) ?? []);
  }
  const direction = target.all === 'outputs' ? 'output' : 'input';
  return [...columns.values()].filter(({ feature }) => feature?.direction === direction);
}
