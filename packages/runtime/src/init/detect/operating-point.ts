import type { Moments } from '@vigil/statistics';
import { createDuckDbEngine, type Dimension } from '../../engine/index.js';
import { type Table, tableSource } from '../profile/table.js';

/**
 * The threshold behind logged decisions: the roundest number that separates the scores of patients who were flagged from
 * those of patients who were not. Null where none does.
 */
export async function operatingPoint(
  table: Table,
  score: string,
  decision: string,
  engines: Set<{ close(): Promise<void> }>,
): Promise<number | null> {
  const columns = [score, decision].flatMap((name) => table.columns.get(name) ?? []);
  const values: Dimension = {
    name: 'decision',
    column: decision,
    kind: 'values',
    values: ['0', '1', 'false', 'true'],
    others: false,
    missing: false,
  };
  const engine = createDuckDbEngine();
  engines.add(engine);
  try {
    const source = tableSource(table, 'log', columns);
    await engine.open([{ ...source, columns: { ...source.columns, [decision]: 'category' } }]);
    const scope = { source: 'log', spans: null, asOf: null, by: [values] };
    const [answer] = await engine.run([{ scope, kind: 'moments', column: score }]);
    if (answer === undefined || 'problem' in answer) return null;
    const found = (labels: readonly string[]) =>
      answer.cells
        .filter(({ group }) => labels.includes(group[0]!))
        .map(({ statistic }) => statistic as Moments);
    const below = found(['0', 'false']).flatMap(({ maximum }) => maximum ?? []);
    const above = found(['1', 'true']).flatMap(({ minimum }) => minimum ?? []);
    return below.length === 0 || above.length === 0 ? null : roundest(Math.max(...below), Math.min(...above));
  } finally {
    engines.delete(engine);
    await engine.close();
  }
}

/** The number with the fewest figures above `below` and up to `above`; null where the two overlap. */
export function roundest(below: number, above: number): number | null {
  if (!(below < above)) return null;
  for (let figures = 1; figures <= 15; figures += 1) {
    const scale = 10 ** figures;
    const candidate = Math.floor(above * scale + 1e-9) / scale;
    if (candidate > below && candidate <= above) return candidate;
  }
  return above;
}
