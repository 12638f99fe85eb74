import type { Answer, DataProblem, Measurement, TableSource } from '../engine.js';
import { dataProblem } from '../problems.js';
import { type Aggregate, answerAggregates } from './aggregates.js';
import { answerCategories, answerScores } from './distinct.js';
import { answerDistributions, type DistributionMeasurement } from './distributions.js';
import { ProblemError } from './failures.js';
import { frame } from './frame.js';
import { answerQuantiles, type QuantileMeasurement } from './quantiles.js';
import type { Query } from './query.js';
import { isNumeric, type Table } from './table.js';

export interface Context {
  readonly tables: ReadonlyMap<string, Table>;
  readonly spoilt: ReadonlyMap<string, DataProblem>;
  readonly query: (source: TableSource) => Query;
}

/** Measurements that are answered together, and the way to do it. */
interface Batch {
  readonly indices: number[];
  readonly answer: (indices: readonly number[]) => Promise<readonly Answer[]>;
}

/** Most measurements in one query; wide monitors are split, so that memory stays bounded. */
const MOST_AT_ONCE = 64;

/**
 * measurements → batches that share a scan → answers in the order asked. A measurement on something spoilt
 * is answered with its problem; a batch that fails is asked again one by one, so that each fails alone.
 */
export async function answer(
  context: Context,
  measurements: readonly Measurement[],
  progress?: (done: number, total: number) => void,
): Promise<readonly Answer[]> {
  const answers = new Map<number, Answer>();
  const askable: number[] = [];
  measurements.forEach((measurement, index) => {
    const problem = problemOf(context, measurement);
    if (problem === null) askable.push(index);
    else answers.set(index, { problem });
  });
  progress?.(answers.size, measurements.length);
  for (const batch of batches(context, measurements, askable)) {
    for (const [index, found] of await isolated(batch, measurements)) answers.set(index, found);
    progress?.(answers.size, measurements.length);
  }
  return measurements.map((measurement, index) => answers.get(index) ?? failed(measurement));
}

async function isolated(
  batch: Batch,
  measurements: readonly Measurement[],
): Promise<ReadonlyMap<number, Answer>> {
  const attempt = async (indices: readonly number[]): Promise<[number, Answer][] | ProblemError> => {
    try {
      const found = await batch.answer(indices);
      return indices.map((index, position) => [index, found[position] ?? failed(measurements[index]!)]);
    } catch (error) {
      if (error instanceof ProblemError) return error;
      throw error;
    }
  };
  const together = await attempt(batch.indices);
  if (!(together instanceof ProblemError)) return new Map(together);
  const alone = new Map<number, Answer>();
  for (const index of batch.indices) {
    const found = batch.indices.length === 1 ? together : await attempt([index]);
    alone.set(index, found instanceof ProblemError ? { problem: found.problem } : found[0]![1]);
  }
  return alone;
}

function failed({ scope }: Measurement): Answer {
  return { problem: dataProblem('engineFailed', scope.source) };
}

/** Groups what shares rows: same source, spans, as-of and groups. */
function batches(
  context: Context,
  measurements: readonly Measurement[],
  askable: readonly number[],
): Batch[] {
  const grouped = new Map<string, Batch>();
  const add = (key: string, index: number, make: Batch['answer']) => {
    const open = grouped.get(key) ?? { indices: [], answer: make };
    open.indices.push(index);
    grouped.set(key, open);
  };
  for (const index of askable) {
    const measurement = measurements[index]!;
    const { scope } = measurement;
    const table = context.tables.get(scope.source)!;
    const query = context.query(table.source);
    const pick = <M extends Measurement>(indices: readonly number[]) =>
      indices.map((at) => measurements[at] as M);
    switch (measurement.kind) {
      case 'rows':
      case 'proportion':
      case 'moments':
      case 'histogram':
        if (measurement.kind === 'histogram' && 'perSpan' in measurement.cuts) {
          add(`span ${index}`, index, async () => [await histogramPerSpan(query, table, measurement)]);
          break;
        }
        add(`aggregate ${JSON.stringify(scope)}`, index, (indices) =>
          answerAggregates(query, frame(table, scope), pick<Aggregate>(indices)),
        );
        break;
      case 'quantiles':
        add(`quantiles ${JSON.stringify(scope)}`, index, (indices) =>
          answerQuantiles(query, frame(table, scope), pick<QuantileMeasurement>(indices)),
        );
        break;
      case 'distributions': {
        const reference =
          measurement.reference === 'previous' ? table : context.tables.get(measurement.reference.source)!;
        add(`distributions ${JSON.stringify([scope, measurement.reference])}`, index, (indices) =>
          answerDistributions(query, { current: table, reference }, pick<DistributionMeasurement>(indices)),
        );
        break;
      }
      case 'categories':
        add(`categories ${index}`, index, async () => [
          await answerCategories(query, frame(table, scope), measurement),
        ]);
        break;
      case 'scores':
        add(`scores ${index}`, index, async () => [
          await answerScores(query, frame(table, scope), measurement),
        ]);
        break;
    }
  }
  return [...grouped.values()].flatMap((batch) => split(batch));
}

function split(batch: Batch): Batch[] {
  const parts: Batch[] = [];
  for (let from = 0; from < batch.indices.length; from += MOST_AT_ONCE)
    parts.push({ indices: batch.indices.slice(from, from + MOST_AT_ONCE), answer: batch.answer });
  return parts;
}

/** Each span has cuts of its own (against the previous window): each is counted on its own. */
async function histogramPerSpan(
  query: Query,
  table: Table,
  measurement: Extract<Measurement, { kind: 'histogram' }>,
): Promise<Answer> {
  const { scope, cuts } = measurement;
  if (!('perSpan' in cuts)) throw new RangeError('These cuts hold for all spans.');
  const found = [];
  for (const [span, own] of (scope.spans ?? [null]).entries()) {
    const narrowed = { ...scope, spans: own === null ? null : [own] };
    const [answered] = await answerAggregates(query, frame(table, narrowed), [
      { ...measurement, scope: narrowed, cuts: cuts.perSpan[span] ?? [] },
    ]);
    if (answered !== undefined && 'cells' in answered)
      found.push(...answered.cells.map((cell) => ({ ...cell, span })));
  }
  return { cells: found };
}

/** Why a measurement cannot be answered, before anything is read. */
function problemOf(context: Context, measurement: Measurement): DataProblem | null {
  const scopes = [measurement.scope];
  if (measurement.kind === 'distributions' && measurement.reference !== 'previous')
    scopes.push(measurement.reference);
  for (const scope of scopes) {
    const spoilt = context.spoilt.get(scope.source);
    if (spoilt !== undefined) return spoilt;
    const table = context.tables.get(scope.source);
    if (table === undefined) return dataProblem('engineFailed', scope.source);
    if (scope.spans !== null && table.source.time === null) return dataProblem('noTime', scope.source);
    for (const column of columnsOf(measurement, scope)) {
      const problem = table.columnProblems.get(column) ?? undeclared(table, column);
      if (problem !== null) return problem;
    }
    const label = table.source.label?.column ?? null;
    if (measurement.kind === 'scores') {
      if (label === null) return dataProblem('undeclaredColumn', scope.source, { column: 'label' });
      const problem = table.columnProblems.get(label);
      if (problem !== undefined) return problem;
    }
    const sums = measurement.kind === 'moments' || measurement.kind === 'distributions';
    if (sums && !isNumeric(table.columns.get(measurement.column)!.type))
      return dataProblem('wrongType', scope.source, {
        column: measurement.column,
        expected: 'a category, which has no mean and no order',
        rows: table.description.rows,
      });
  }
  return null;
}

function undeclared(table: Table, column: string): DataProblem | null {
  return table.columns.has(column) ? null : dataProblem('undeclaredColumn', table.source.name, { column });
}

function columnsOf(measurement: Measurement, scope: Measurement['scope']): string[] {
  const by = scope.by.map(({ column }) => column);
  switch (measurement.kind) {
    case 'rows':
      return by;
    case 'proportion':
      return [...by, measurement.test.column];
    case 'scores':
      return [...by, measurement.score];
    default:
      return [...by, measurement.column];
  }
}
