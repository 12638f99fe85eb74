import type { DataColumn } from '../../data-files/column.js';
import type { DeclaredColumns } from '../../data-files/declared-data.js';

/** What a file has under a name. */
export type Found =
  | { readonly kind: 'column'; readonly type: DataColumn['type'] }
  | { readonly kind: 'nested'; readonly fields: readonly string[] }
  /** The file may or may not have it. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'absent' };

/** The data of one source, as far as it could be looked at. */
export class DataTable {
  /** The source's path as the spec writes it. */
  readonly path: string;
  /** Rows of all files together; null where nobody knows. */
  readonly rows: number | null;
  readonly names: readonly string[];
  readonly #found = new Map<string, Found>();
  readonly #open: boolean;
  readonly #spanDays: DeclaredColumns['spanDays'];
  /** Whether types are declared by the file, rather than guessed from the beginning of a text. */
  readonly typesAreDeclared: boolean;

  constructor(path: string, data: DeclaredColumns) {
    this.path = path;
    this.rows = data.rows;
    this.#open = data.open === true;
    this.#spanDays = data.spanDays;
    this.typesAreDeclared = data.files.every((file) => file.toLowerCase().endsWith('.parquet'));
    for (const name of data.partial ?? []) this.#found.set(name, { kind: 'unknown' });
    for (const { name, fields } of data.nested) this.#found.set(name, { kind: 'nested', fields });
    for (const { name, type } of data.columns) this.#found.set(name, { kind: 'column', type });
    this.names = data.columns.map(({ name }) => name);
  }

  find(name: string): Found {
    return this.#found.get(name) ?? { kind: this.#open ? 'unknown' : 'absent' };
  }

  /** Days from the earliest to the latest value of a column of times; undefined where nobody knows. */
  spanDays(column: string | undefined): number | undefined {
    return column === undefined ? undefined : this.#spanDays?.get(column);
  }
}
