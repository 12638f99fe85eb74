import type { DistinctCounts, DistributionPair, Moments } from '@vigil/statistics';
import type {
  Answer,
  Cell,
  DataProblem,
  Dimension,
  Engine,
  EngineStatistic,
  Measurement,
  RowTest,
  Scope,
  SourceDescription,
  TableSource,
} from '../src/engine/engine.js';

/** A row of a fake table: `at` is ISO time, `label` 0/1/null with the time it is known, the rest are columns. */
export interface FakeRow {
  readonly at?: string;
  readonly label?: number | null;
  readonly labelAt?: string;
  readonly [column: string]: string | number | null | undefined;
}
export interface FakeEngineOptions {
  readonly tables: Readonly<Record<string, readonly FakeRow[]>>;
  /** Columns whose measurements are answered with a problem, as `Source.column`. */
  readonly broken?: readonly string[];
  /** Sources that cannot be opened. */
  readonly unreadable?: readonly string[];
  /** Reorders the cells of every answer. */
  readonly shuffle?: <T>(cells: readonly T[]) => readonly T[];
  /** Throws from `open` or `run`, as an engine that was killed does. */
  readonly dies?: 'open' | 'run';
}

const micros = (iso: string) => Date.parse(iso) * 1000;

/** A plain, slow engine over rows in memory: what the contract says, counted the obvious way. */
export class FakeEngine implements Engine {
  readonly opened: TableSource[] = [];
  readonly asked: Measurement[] = [];

  constructor(private readonly options: FakeEngineOptions) {}

  async open(sources: readonly TableSource[]) {
    if (this.options.dies === 'open') throw new Error('canary: 1966-03-02 Jane Doe');
    this.opened.push(...sources);
    const descriptions = new Map<string, SourceDescription>();
    const problems: DataProblem[] = [];
    for (const { name, label } of sources) {
      if (this.options.unreadable?.includes(name)) {
        problems.push(problemOf(name, null));
        continue;
      }
      const rows = this.options.tables[name] ?? [];
      const times = rows.flatMap(({ at }) => (at === undefined ? [] : [micros(at)]));
      const known = label === null ? [] : rows.flatMap((row) => (row.label == null ? [] : [labelTime(row)]));
      descriptions.set(name, {
        columns: [],
        rows: rows.length,
        firstTime: times.length === 0 ? null : Math.min(...times),
        lastTime: times.length === 0 ? null : Math.max(...times),
        lastLabelTime: known.length === 0 ? null : Math.max(...known),
      });
    }
    return { descriptions, problems };
  }

  async run(measurements: readonly Measurement[]): Promise<readonly Answer[]> {
    if (this.options.dies === 'run') throw new Error('canary: 1966-03-02 Jane Doe');
    this.asked.push(...measurements);
    return measurements.map((measurement) => this.#answer(measurement));
  }

  features(): never {
    throw new Error('not asked of a fake');
  }

  async close(): Promise<void> {}

  #answer(measurement: Measurement): Answer {
    const { scope } = measurement;
    const reference = measurement.kind === 'distributions' ? measurement.reference : null;
    const sources = [
      scope.source,
      ...(reference === null || reference === 'previous' ? [] : [reference.source]),
    ];
    for (const source of sources) {
      if (this.options.unreadable?.includes(source)) return { problem: problemOf(source, null) };
      for (const column of [...columnsOf(measurement), ...scope.by.map((dimension) => dimension.column)])
        if (this.options.broken?.includes(`${source}.${column}`))
          return { problem: problemOf(source, column) };
    }
    const parts = this.#split(scope);
    const others = reference === null || reference === 'previous' ? null : this.#split(reference);
    const cells: Cell<EngineStatistic>[] = [];
    for (const { span, group, rows } of parts) {
      const find = (list: typeof parts, at: number) =>
        list.find((part) => part.span === at && String(part.group) === String(group))?.rows ?? [];
      const before =
        reference === 'previous' ? find(parts, span - 1) : others === null ? [] : find(others, 0);
      cells.push({ span, group, statistic: count(measurement, rows, before, span, scope.asOf) });
    }
    return { cells: this.options.shuffle?.(cells) ?? cells };
  }

  /** Rows by span and group; groups without a row are left out, as GROUP BY does. */
  #split(scope: Scope): { span: number; group: readonly string[]; rows: FakeRow[] }[] {
    const parts = new Map<string, { span: number; group: readonly string[]; rows: FakeRow[] }>();
    for (const row of this.options.tables[scope.source] ?? []) {
      const group = scope.by.map((dimension) => labelOf(row, dimension));
      if (group.some((label) => label === null)) continue;
      if (scope.asOf !== null && row.at !== undefined && micros(row.at) > scope.asOf) continue;
      for (const [span, { start, end }] of (
        scope.spans ?? [{ start: Number.NEGATIVE_INFINITY, end: Infinity }]
      ).entries()) {
        if (row.at !== undefined && (micros(row.at) < start || micros(row.at) >= end)) continue;
        const key = JSON.stringify([span, group]);
        const part = parts.get(key) ?? { span, group: group as string[], rows: [] };
        parts.set(key, part);
        part.rows.push(row);
      }
    }
    return [...parts.values()];
  }
}

function problemOf(source: string, column: string | null): DataProblem {
  const what = column === null ? 'cannot be read' : `column '${column}' holds NaN in 3 rows`;
  return { code: 'VGR0016', source, column, message: `'${source}': ${what}.`, rows: null };
}

function labelTime(row: FakeRow): number {
  return micros(row.labelAt ?? row.at!);
}

function columnsOf(measurement: Measurement): readonly string[] {
  if (measurement.kind === 'rows') return [];
  if (measurement.kind === 'proportion') return [measurement.test.column];
  return [measurement.kind === 'scores' ? measurement.score : measurement.column];
}

function labelOf(row: FakeRow, dimension: Dimension): string | null {
  const value = row[dimension.column];
  if (value == null) return dimension.missing ? '(missing)' : null;
  if (dimension.kind === 'bands')
    return dimension.labels[dimension.cuts.filter((cut) => Number(value) >= cut).length]!;
  if (dimension.values.includes(String(value))) return String(value);
  return dimension.others ? '(other)' : null;
}

function count(
  measurement: Measurement,
  rows: readonly FakeRow[],
  reference: readonly FakeRow[],
  span: number,
  asOf: number | null,
): EngineStatistic {
  switch (measurement.kind) {
    case 'rows':
      return { kind: 'rows', rows: rows.length };
    case 'proportion':
      return proportion(measurement.test, rows);
    case 'moments':
      return moments(numbersOf(rows, measurement.column), rows.length);
    case 'histogram': {
      const { cuts, closed, column } = measurement;
      const own = 'perSpan' in cuts ? cuts.perSpan[span]! : cuts;
      const values = numbersOf(rows, column);
      const counts = new Array<number>(own.length + 1).fill(0);
      for (const value of values)
        counts[own.filter((cut) => (closed === 'right' ? value > cut : value >= cut)).length]! += 1;
      return { kind: 'histogram', counts, missing: rows.length - values.length };
    }
    case 'categories': {
      const counts = new Map<string, number>();
      let missing = 0;
      for (const row of rows) {
        const value = row[measurement.column];
        if (value == null) missing++;
        else counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
      }
      return { kind: 'categories', counts, missing };
    }
    case 'quantiles': {
      const values = numbersOf(rows, measurement.column);
      const at = measurement.probabilities.map((p) => quantile(values, p));
      return { kind: 'quantiles', values: values.length === 0 ? null : at, count: values.length };
    }
    case 'distributions':
      return distributions(numbersOf(reference, measurement.column), numbersOf(rows, measurement.column));
    case 'scores': {
      const scored = rows.filter((row) => row[measurement.score] != null);
      const labelled = scored.filter((row) => row.label != null && (asOf === null || labelTime(row) <= asOf));
      const scores = [...new Set(numbersOf(labelled, measurement.score))].sort((a, b) => a - b);
      const counted = (label: number) =>
        Float64Array.from(
          scores,
          (score) => labelled.filter((row) => row[measurement.score] === score && row.label === label).length,
        );
      return {
        kind: 'scores',
        scores: Float64Array.from(scores),
        positives: counted(1),
        negatives: counted(0),
        unlabelled: scored.length - labelled.length,
      };
    }
  }
}

function numbersOf(rows: readonly FakeRow[], column: string): number[] {
  return rows
    .flatMap((row) => (typeof row[column] === 'number' ? [row[column] as number] : []))
    .sort((a, b) => a - b);
}

function quantile(values: readonly number[], p: number): number {
  const at = p * (values.length - 1);
  const low = values[Math.floor(at)]!;
  return low + (values[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

function moments(values: readonly number[], rows: number): Moments {
  return {
    kind: 'moments',
    count: values.length,
    missing: rows - values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    sumOfSquares: values.reduce((sum, value) => sum + value * value, 0),
    minimum: values[0] ?? null,
    maximum: values.at(-1) ?? null,
  };
}

function proportion(test: RowTest, rows: readonly FakeRow[]): EngineStatistic {
  const known = rows.filter((row) => row[test.column] != null);
  if (test.test === 'missing')
    return { kind: 'proportion', events: rows.length - known.length, trials: rows.length };
  const hits = known.filter((row) => {
    const value = row[test.column];
    if (test.test === 'unseen') return !test.values.includes(String(value));
    if (test.test === 'atLeast') return Number(value) >= test.threshold;
    return (
      (test.minimum !== null && Number(value) < test.minimum) ||
      (test.maximum !== null && Number(value) > test.maximum)
    );
  });
  return { kind: 'proportion', events: hits.length, trials: known.length };
}

function distributions(reference: readonly number[], current: readonly number[]): DistributionPair {
  const distinct = (values: readonly number[]): DistinctCounts => {
    const own = [...new Set(values)];
    return {
      values: Float64Array.from(own),
      counts: Float64Array.from(own, (value) => values.filter((other) => other === value).length),
    };
  };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    kind: 'distributions',
    nReference: reference.length,
    nCurrent: current.length,
    segments: [
      {
        lower: Number.NEGATIVE_INFINITY,
        upper: Number.POSITIVE_INFINITY,
        referenceCount: reference.length,
        currentCount: current.length,
        referenceSum: sum(reference),
        currentSum: sum(current),
        values: { reference: distinct(reference), current: distinct(current) },
      },
    ],
    reference: moments(reference, reference.length),
    referenceQuartiles:
      reference.length === 0 ? null : [quantile(reference, 0.25), quantile(reference, 0.75)],
  };
}
