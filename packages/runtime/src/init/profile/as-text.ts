import { createDuckDbEngine } from '../../engine/index.js';
import { measureColumns } from './measure-columns.js';
import { type Table, tableSource } from './table.js';

/** The table with this column read as text: a version `1.0` that looks like a number is not `1`. */
export async function withColumnAsText(
  table: Table,
  name: string,
  engines: Set<{ close(): Promise<void> }>,
): Promise<Table> {
  const known = table.columns.get(name);
  if (known === undefined || known.type === 'text') return table;
  const column = { ...known, type: 'text' } as const;
  const engine = createDuckDbEngine();
  engines.add(engine);
  try {
    await engine.open([tableSource(table, 'log', [column])]);
    const [measured] = await measureColumns(engine, 'log', table.rows, [column]);
    const columns = new Map(table.columns);
    columns.set(name, measured ?? column);
    return { ...table, columns };
  } finally {
    engines.delete(engine);
    await engine.close();
  }
}
