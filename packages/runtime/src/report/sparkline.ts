import type { ReportResult, Verdict } from './report.js';
import { limitValues } from './value-words.js';

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const gap = '·';

/** One character per window with the verdict to colour it by. */
export interface Spark {
  readonly character: string;
  readonly verdict: Verdict;
}

/**
 * A series as blocks between the smallest and the largest of its values and limits, so that a value
 * far inside its limit looks small whatever its noise; windows without a verdict are `·`.
 */
export function sparkline(results: readonly ReportResult[]): readonly Spark[] {
  const values = results.flatMap(({ value, verdict }) =>
    value === null || verdict === 'insufficient' ? [] : [value],
  );
  const scale = [...values, ...limitValues(results[0]?.limits ?? [])];
  const low = Math.min(...scale);
  const high = Math.max(...scale);
  return results.map(({ value, verdict }) => {
    if (value === null || verdict === 'insufficient') return { character: gap, verdict };
    const height = high === low ? 0.5 : (value - low) / (high - low);
    return { character: blocks[Math.min(blocks.length - 1, Math.floor(height * blocks.length))]!, verdict };
  });
}
