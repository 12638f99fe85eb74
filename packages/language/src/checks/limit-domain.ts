import type { MetricDescriptor } from '@vigil/statistics';

/** What a limit is set on: a metric's value, or the gap or ratio of it between groups. */
export interface LimitDomain {
  /** "psi", "sensitivity gap" */
  readonly name: string;
  readonly better: MetricDescriptor['better'];
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly unit: MetricDescriptor['unit'];
  readonly givesPValue: boolean;
}

/** A gap lies between 0 and the width of the metric's range, less is better; a ratio in 0–1, more is better. */
export function limitDomain(metric: MetricDescriptor, aggregate: 'gap' | 'ratio' | undefined): LimitDomain {
  const { minimum, maximum } = metric.range;
  const { name, better, unit, givesPValue } = metric;
  if (aggregate === undefined) return { name, better, minimum, maximum, unit, givesPValue };
  const derived = { name: `${name} ${aggregate}`, minimum: 0, givesPValue: false } as const;
  if (aggregate === 'ratio') return { ...derived, better: 'higher', maximum: 1, unit: 'none' };
  const width = minimum === null || maximum === null ? null : maximum - minimum;
  return { ...derived, better: 'lower', maximum: width, unit };
}

/** "between 0 and 1", "at or above 0", "at or below 0". */
export function domainInWords({ minimum, maximum }: LimitDomain): string {
  if (minimum !== null && maximum !== null) return `between ${minimum} and ${maximum}`;
  return minimum !== null ? `at or above ${minimum}` : `at or below ${maximum}`;
}
