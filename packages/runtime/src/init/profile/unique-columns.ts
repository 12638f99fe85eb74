import { createDuckDbEngine, problemTemplates } from '../../engine/index.js';
import { type Table, tableSource } from './table.js';

/**
 * Which of these columns name a row: no value occurs twice. Asked of the engine one by one, with the very test a run
 * makes of a log's id.
 */
export async function uniqueColumns(
  table: Table,
  candidates: readonly string[],
  engines: Set<{ close(): Promise<void> }>,
): Promise<ReadonlySet<string>> {
  const unique = new Set<string>();
  for (const column of candidates) {
    const profile = table.columns.get(column);
    if (profile === undefined || profile.missing > 0) continue;
    // What repeats among the values that were counted needs no second look.
    if (profile.counts !== null && profile.counts.size < table.rows) continue;
    const engine = createDuckDbEngine();
    engines.add(engine);
    try {
      const source = { ...tableSource(table, 'log', [profile]), id: column };
      const { problems } = await engine.open([source]);
      if (!problems.some(({ code }) => code === problemTemplates.duplicateIds.code)) unique.add(column);
    } finally {
      engines.delete(engine);
      await engine.close();
    }
  }
  return unique;
}
