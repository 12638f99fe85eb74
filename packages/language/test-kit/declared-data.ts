import type { DataColumn, NestedColumn } from '../src/data-files/column.js';
import type { DeclaredColumns, DeclaredData } from '../src/data-files/declared-data.js';

/** A file as a test tells it: types of its columns by name, or why it cannot be read. */
export interface TestFile {
  readonly columns: Readonly<Record<string, DataColumn['type']>>;
  readonly nested?: readonly NestedColumn[];
  readonly rows?: number | null;
  readonly more?: Pick<DeclaredColumns, 'open' | 'partial' | 'spanDays'>;
}

/** Data files that exist for a test only, by path. */
export function declaredData(files: Readonly<Record<string, TestFile | string>>): DeclaredData {
  return {
    async columnsOf(_, path) {
      const file = files[path];
      if (file === undefined || typeof file === 'string') return undefined;
      const columns = Object.entries(file.columns).map(([name, type]) => ({ name, type }));
      return { columns, nested: file.nested ?? [], rows: file.rows ?? null, files: [path], ...file.more };
    },
    async unreadableIn(_, path) {
      const problem = files[path];
      return typeof problem === 'string' ? [{ file: path, problem }] : [];
    },
  };
}

/** The data behind the declarations of the examples, and some more files. */
export const exampleData = declaredData({
  'training.parquet': {
    columns: { age: 'integer', sex: 'text', score: 'number', died: 'integer' },
    rows: 40_000,
  },
  'visits.parquet': {
    columns: {
      seen_at: 'timestamp',
      age: 'integer',
      sex: 'text',
      site: 'text',
      score: 'number',
      died: 'integer',
    },
    nested: [{ name: 'codes', fields: ['codes.list.element'] }],
    rows: 60_000,
    more: { spanDays: new Map([['seen_at', 365]]) },
  },
  'small.parquet': { columns: { sex: 'text', score: 'number' }, rows: 300 },
  'broken.parquet': 'The file is empty.',
});
