import { type DuckDBDataChunk, DuckDBListValue, type DuckDBResult, DuckDBTypeId } from '@duckdb/node-api';
import type { QueryResult, ResultColumn } from './messages.js';

const numeric = new Set<DuckDBTypeId>([
  DuckDBTypeId.BOOLEAN,
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);

/** Reads a result chunk by chunk into plain columns that travel between processes. */
export async function readResult(result: DuckDBResult): Promise<QueryResult> {
  const chunks: DuckDBDataChunk[] = [];
  let rows = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    chunks.push(chunk);
    rows += chunk.rowCount;
  }
  const columns = Array.from({ length: result.columnCount }, (_, index) =>
    readColumn(chunks, index, result.columnTypeId(index), rows),
  );
  return { rows, columns };
}

function readColumn(
  chunks: readonly DuckDBDataChunk[],
  column: number,
  type: DuckDBTypeId,
  rows: number,
): ResultColumn {
  if (numeric.has(type)) {
    const values = new Float64Array(rows);
    let row = 0;
    for (const chunk of chunks) {
      const vector = chunk.getColumnVector(column);
      for (let i = 0; i < chunk.rowCount; i += 1) {
        const value = vector.getItem(i);
        values[row] = value === null ? Number.NaN : Number(value);
        row += 1;
      }
    }
    return { type: 'numbers', values };
  }
  const cells = chunks.flatMap((chunk) => chunk.getColumnValues(column));
  if (type === DuckDBTypeId.HUGEINT)
    return { type: 'integers', values: cells.map((cell) => (typeof cell === 'bigint' ? cell : null)) };
  if (type === DuckDBTypeId.LIST)
    return {
      type: 'lists',
      values: cells.map((cell) => (cell instanceof DuckDBListValue ? cell.items.map(Number) : null)),
    };
  return { type: 'texts', values: cells.map((cell) => (cell === null ? null : String(cell))) };
}
