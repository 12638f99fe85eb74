import type { StatisticKind, StatisticOf } from './statistic.js';

/** A value an argument of a metric can take in a spec, e.g. `ece(bins: 10)` or `psi(profile: evidently)`. */
export type ArgumentValue = number | string | boolean | readonly number[];

export interface MetricParameter {
  readonly name: string;
  readonly type: 'number' | 'integer' | 'word' | 'boolean' | 'numbers';
  /** Allowed words for `word`. */
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** Value when the spec names none; `null` means "absent". */
  readonly default: ArgumentValue | null;
  /** One sentence for hover and reference manual. */
  readonly summary: string;
}

/**
 * What stands after `of`:
 * `numeric` / `categorical` / `column` (either): a column of the log;
 * `prediction`: the logged score, no labels needed (`of` may name another numeric score column);
 * `outcome`: score and label together; `rows`: the log as a whole, nothing stands after `of`.
 */
export type MetricTarget = 'numeric' | 'categorical' | 'column' | 'prediction' | 'outcome' | 'rows';

/** Everything `compute` may depend on beside the statistic. */
export interface MetricContext {
  /** Named arguments with defaults filled in. */
  readonly arguments: Readonly<Record<string, ArgumentValue | null>>;
  /** Decision threshold for metrics with `threshold`; positive prediction = score >= threshold. */
  readonly threshold: number | null;
  /** Two-sided confidence of intervals, e.g. 0.95. */
  readonly confidence: number;
}

export interface MetricValue {
  readonly status: 'value';
  readonly value: number;
  /** Two-sided interval at the context's confidence, or null where none is defined. */
  readonly interval: readonly [number, number] | null;
  readonly pValue: number | null;
  /** Rows (or the denominator's rows) the value rests on, and the reference's where one is used. */
  readonly n: number;
  readonly nReference: number | null;
  /** For rates: events / trials, so that gaps and ratios of groups get intervals. */
  readonly proportion?: { readonly events: number; readonly trials: number };
}

/** Not enough data to say; never a pass. `value` is given where it could be computed all the same. */
export interface MetricInsufficient {
  readonly status: 'insufficient';
  readonly value: number | null;
  readonly n: number;
  readonly nReference: number | null;
  /** e.g. "7 positive outcomes, 10 needed". */
  readonly reason: string;
}

export type MetricResult = MetricValue | MetricInsufficient;

/** One metric: one file exports one descriptor; `catalogue.ts` collects them. */
export interface MetricDescriptor<K extends StatisticKind = StatisticKind> {
  /** Name in the language: one word, e.g. `observed_expected`. */
  readonly name: string;
  readonly title: string;
  /** One sentence: what it measures. */
  readonly summary: string;
  /** Formula in plain text. */
  readonly formula: string;
  readonly family: 'drift' | 'quality' | 'performance' | 'calibration' | 'model';
  readonly appliesTo: MetricTarget;
  readonly parameters: readonly MetricParameter[];
  /** `required`: `at` must be given unless the model has an operating point. */
  readonly threshold: 'none' | 'required';
  readonly needsLabels: boolean;
  readonly needsReference: boolean;
  /** Which direction is better; `target`: nearest to `targetValue`, both directions can be worse. */
  readonly better: 'lower' | 'higher' | 'target';
  readonly targetValue?: number;
  /** Possible values, null = unbounded. */
  readonly range: { readonly minimum: number | null; readonly maximum: number | null };
  /** `column`: the unit of the column it is measured on. */
  readonly unit: 'proportion' | 'column' | 'count' | 'none' | 'bits' | 'nats';
  readonly givesPValue: boolean;
  readonly givesInterval: boolean;
  /** May stand before `gap` / `ratio`. */
  readonly byGroup: boolean;
  readonly needs: K;
  compute(statistic: StatisticOf<K>, context: MetricContext): MetricResult;
  /** The sentence a clinician reads, for a value already formatted, e.g. "Of the patients readmitted, 41 % were flagged." */
  sentence(formatted: {
    readonly value: string;
    readonly target: string;
    readonly threshold: string | null;
  }): string;
  /** Paper, standard or reference implementation the definition follows. */
  readonly source: string;
}

/** Keeps `compute`'s statistic type inside a metric's own file while the catalogue holds them all. */
export function metric<K extends StatisticKind>(descriptor: MetricDescriptor<K>): MetricDescriptor {
  return descriptor as unknown as MetricDescriptor;
}
