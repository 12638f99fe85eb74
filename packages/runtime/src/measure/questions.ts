import type { Answer, Cell, DataProblem, Engine, EngineStatistic, Measurement } from '../engine/engine.js';

/** A measurement asked in one round; its answer is looked up by it. */
export interface Asked {
  readonly index: number;
}

/** Measurements of one round, each asked once however many checks need it. */
export class Questions {
  readonly #indices = new Map<string, number>();
  readonly #measurements: Measurement[] = [];
  /** Span lists are long and shared: each is spelt out once and written into keys by its number. */
  readonly #spelt = new WeakMap<object, number>();
  readonly #numbers = new Map<string, number>();

  ask(measurement: Measurement): Asked {
    const key = JSON.stringify(measurement, (name, value: unknown) =>
      name === 'spans' && typeof value === 'object' && value !== null ? this.#numberOf(value) : value,
    );
    const known = this.#indices.get(key);
    if (known !== undefined) return { index: known };
    const index = this.#measurements.push(measurement) - 1;
    this.#indices.set(key, index);
    return { index };
  }

  get measurements(): readonly Measurement[] {
    return this.#measurements;
  }

  #numberOf(spans: object): number {
    const known = this.#spelt.get(spans);
    if (known !== undefined) return known;
    const text = JSON.stringify(spans);
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    this.#spelt.set(spans, number);
    return number;
  }
}

/** What one span and group answered: a statistic, a problem, or nothing (no row fell into it). */
export type Found<S> =
  | { readonly kind: 'statistic'; readonly statistic: S }
  | { readonly kind: 'problem'; readonly problem: DataProblem }
  | { readonly kind: 'none' };

/** The engine's answers of one round, found by span and group whatever order the cells came in. */
export class Answers {
  readonly #cells: readonly (ReadonlyMap<string, EngineStatistic> | DataProblem)[];

  constructor(answers: readonly Answer[]) {
    this.#cells = answers.map((answer) =>
      'problem' in answer
        ? answer.problem
        : new Map(answer.cells.map((cell) => [keyOf(cell.span, cell.group), cell.statistic])),
    );
  }

  /** @throws TypeError when the engine answered with another kind than was asked: a fault of the engine. */
  find<K extends EngineStatistic['kind']>(
    asked: Asked,
    kind: K,
    span: number,
    group: Cell<EngineStatistic>['group'],
  ): Found<Extract<EngineStatistic, { kind: K }>> {
    const cells = this.#cells[asked.index]!;
    if ('code' in cells) return { kind: 'problem', problem: cells };
    const statistic = cells.get(keyOf(span, group));
    if (statistic === undefined) return { kind: 'none' };
    if (statistic.kind !== kind) throw new TypeError(`Asked for ${kind}, answered with ${statistic.kind}.`);
    return { kind: 'statistic', statistic: statistic as Extract<EngineStatistic, { kind: K }> };
  }
}

function keyOf(span: number, group: readonly string[]): string {
  return JSON.stringify([span, ...group]);
}

/**
 * Runs one round. An engine that fails as a whole answers every measurement with `stopped`, so that
 * the report is still made; its own words are dropped, because they may quote a cell.
 */
export async function answer(
  engine: Engine,
  questions: Questions,
  stopped: (source: string) => DataProblem,
  progress?: (done: number, total: number) => void,
): Promise<Answers> {
  const { measurements } = questions;
  if (measurements.length === 0) return new Answers([]);
  try {
    return new Answers(await engine.run(measurements, progress));
  } catch {
    return new Answers(measurements.map(({ scope }) => ({ problem: stopped(scope.source) })));
  }
}
