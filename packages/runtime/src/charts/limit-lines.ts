import type { VegaLite } from '@vigil/language/documents';
import type { ReportLimit } from '../report/report.js';
import { colour } from './colours.js';
import { limitText } from './words.js';

/** Limits on the value itself; those on its p-value have no place on its axis. */
export function valueLimits(limits: readonly ReportLimit[]): readonly ReportLimit[] {
  return limits.filter(({ subject }) => subject === undefined);
}

/**
 * Limits as lines across a chart, each with its words at the end: dashed for a warning, whole for a failure.
 *
 * @param axis the one that the values are on
 */
export function limitLines(limits: readonly ReportLimit[], unit: string | null, axis: 'x' | 'y'): VegaLite[] {
  return limits.flatMap((limit) => {
    const at = limit.operator === 'outside' ? [limit.low, limit.high] : [limit.value];
    return at.flatMap((value, index) => [
      line(limit, value, axis),
      ...(index === 0 ? [label(limit, value, unit, axis)] : []),
    ]);
  });
}

/** A limit is drawn once, however many windows there are. */
const once = { values: [{}] };

function line({ severity }: ReportLimit, value: number, axis: 'x' | 'y'): VegaLite {
  const across =
    axis === 'y' ? { x: { value: 0 }, x2: { value: 'width' } } : { y: { value: 0 }, y2: { value: 'height' } };
  return {
    data: once,
    mark: { type: 'rule', strokeWidth: 1.5, strokeDash: severity === 'warn' ? [5, 4] : [1, 0], aria: false },
    encoding: {
      ...across,
      [axis]: { datum: value, type: 'quantitative' },
      color: { value: severity === 'warn' ? colour.warn : colour.fail },
    },
  };
}

function label(limit: ReportLimit, value: number, unit: string | null, axis: 'x' | 'y'): VegaLite {
  const beside =
    axis === 'y'
      ? { align: 'left', baseline: 'middle', dx: 5 }
      : { align: 'center', baseline: 'bottom', dy: -3 };
  const end = axis === 'y' ? { x: { value: 'width' } } : { y: { value: 0 } };
  return {
    data: once,
    mark: { type: 'text', fontSize: 11, aria: false, ...beside },
    encoding: {
      ...end,
      [axis]: { datum: value, type: 'quantitative' },
      text: { value: limitText(limit, unit) },
      color: { value: colour.text },
    },
  };
}
