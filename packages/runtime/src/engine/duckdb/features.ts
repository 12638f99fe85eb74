import type { FeatureBatch, FeatureRequest } from '../engine.js';
import { numbers } from './columns.js';
import { columnOf } from './frame.js';
import { numberOf } from './groups.js';
import type { Query } from './query.js';
import { integer, text } from './quote.js';
import type { Table } from './table.js';

/** Rows per batch: a few megabytes for a model of twenty features. */
const BATCH = 50_000;

/**
 * Feature rows for re-scoring. Rows are taken and ordered by a hash of the id (of all values where there is
 * no id), so that the same rows come in the same order whatever the order of the file.
 */
export async function* features(
  query: Query,
  table: Table,
  request: FeatureRequest,
): AsyncIterable<FeatureBatch> {
  const columns = [...request.columns, request.score].map((name) => numberOf(columnOf(table, name)));
  const conditions = [`${columns[columns.length - 1]} IS NOT NULL`];
  if (request.span !== null)
    conditions.push(`t >= ${integer(request.span.start)}`, `t < ${integer(request.span.end)}`);
  if (request.version !== null) conditions.push(versionSql(table, request.version));
  const identity =
    table.source.id === null
      ? `concat_ws('|', ${columns.map((column) => `coalesce(CAST(${column} AS VARCHAR), '')`).join(', ')})`
      : 'k';
  const limit = request.sample === null ? '' : ` LIMIT ${integer(request.sample)}`;
  const chosen = `f_${table.sql}`;
  await query(
    `CREATE OR REPLACE TABLE ${chosen} AS SELECT row_number() OVER (ORDER BY digest, identity) - 1 AS place, * EXCLUDE (digest, identity) FROM (SELECT ${columns.map((column, index) => `${column} AS x${index}`).join(', ')}, md5(${identity}) AS digest, ${identity} AS identity FROM ${table.sql} WHERE ${conditions.join(' AND ')} ORDER BY digest, identity${limit})`,
  );
  try {
    for (let from = 0; ; from += BATCH) {
      const result = await query(
        `SELECT * EXCLUDE (place) FROM ${chosen} WHERE place >= ${from} AND place < ${from + BATCH} ORDER BY place`,
      );
      if (result.rows === 0) return;
      const arrays = columns.map((_, index) => numbers(result, index));
      yield { features: arrays.slice(0, -1), scores: arrays[arrays.length - 1]! };
      if (result.rows < BATCH) return;
    }
  } finally {
    await query(`DROP TABLE IF EXISTS ${chosen}`);
  }
}

function versionSql(table: Table, version: NonNullable<FeatureRequest['version']>): string {
  if (table.source.version?.column === version.column) return `v = ${text(version.value)}`;
  return `CAST(${columnOf(table, version.column).sql} AS VARCHAR) = ${text(version.value)}`;
}
