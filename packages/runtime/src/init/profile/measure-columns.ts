import type { Moments } from '@vigil/statistics';
import type { CategoryCounts, Engine, EngineStatistic, Measurement, Scope } from '../../engine/engine.js';
import type { ColumnProfile } from './column-profile.js';

/** A column as it is read: its type so far, and what means missing in it. */
export type ReadColumn = Pick<ColumnProfile, 'name' | 'type' | 'marker'>;

/** Measures every column of an opened source; a column that cannot be read as its type is left out. */
export async function measureColumns(
  engine: Engine,
  source: string,
  rows: number,
  columns: readonly ReadColumn[],
): Promise<readonly ColumnProfile[]> {
  const scope: Scope = { source, spans: null, asOf: null, by: [] };
  const asked = columns.flatMap(
    (column): { readonly column: ReadColumn; readonly measurement: Measurement }[] => {
      const moments = { scope, kind: 'moments', column: column.name } as const;
      const categories = { scope, kind: 'categories', column: column.name } as const;
      if (column.type === 'timestamp') return [{ column, measurement: moments }];
      if (column.type === 'text') return [{ column, measurement: categories }];
      return [
        { column, measurement: moments },
        { column, measurement: categories },
      ];
    },
  );
  const answers = await engine.run(asked.map(({ measurement }) => measurement));
  const statistics = answers.map((answer) =>
    'problem' in answer ? null : (answer.cells[0]?.statistic ?? null),
  );
  const find = (column: ReadColumn, kind: EngineStatistic['kind']) =>
    statistics.find((statistic, index) => asked[index]!.column === column && statistic?.kind === kind) ??
    null;
  return columns.flatMap((column): ColumnProfile[] => {
    const moments = find(column, 'moments') as Moments | null;
    const categories = find(column, 'categories') as CategoryCounts | null;
    if (moments === null && categories === null && column.type !== 'text') return [];
    return [
      {
        ...column,
        rows,
        // Text with more values than are counted: whether some are missing is not known, and not needed.
        missing: moments?.missing ?? categories?.missing ?? 0,
        counts: categories?.counts ?? null,
        minimum: moments?.minimum ?? null,
        maximum: moments?.maximum ?? null,
        mean: moments === null || moments.count === 0 ? null : moments.sum / moments.count,
      },
    ];
  });
}
