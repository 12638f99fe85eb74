import { BrokenThrift, type CompactReader } from './compact-reader.js';

/** One element of the schema, which lists a tree depth first; numbers as in parquet.thrift. */
export interface SchemaElement {
  readonly name: string;
  /** Physical type; null for a group. */
  readonly physical: number | null;
  /** 0 required, 1 optional, 2 repeated; null for the root. */
  readonly repetition: number | null;
  /** Number of children; 0 for a column. */
  readonly children: number;
  /** ConvertedType, which older writers use alone. */
  readonly converted: number | null;
  /** Field of the union LogicalType that is set. */
  readonly logical: number | null;
}

export interface FileMetadata {
  readonly schema: readonly SchemaElement[];
  readonly rows: number;
}

/** More elements than a file of MOST_COLUMNS columns has, nested as deeply as people nest them. */
export const MOST_ELEMENTS = 20_000;

/** The schema has more elements than are read. */
export class TooManyElements extends Error {
  constructor(readonly count: number) {
    super(`${count} elements`);
  }
}

/**
 * Reads schema and row count of a FileMetaData (parquet-format, src/main/thrift/parquet.thrift). Reading
 * ends there: the row groups, which make a footer long, come after.
 * @throws BrokenThrift, TooManyElements
 */
export function readFileMetadata(reader: CompactReader): FileMetadata {
  let schema: readonly SchemaElement[] | null = null;
  let rows: number | null = null;
  for (const { id, type } of reader.fields()) {
    if (id === 2) schema = readSchema(reader, type);
    else if (id === 3) rows = reader.integer(type);
    else reader.skip(type);
    if (schema !== null && rows !== null) break;
  }
  if (schema === null) throw new BrokenThrift('it has no schema');
  if (rows === null || rows < 0) throw new BrokenThrift('it has no number of rows');
  return { schema, rows };
}

function readSchema(reader: CompactReader, type: number): SchemaElement[] {
  const size = reader.structures(type);
  if (size > MOST_ELEMENTS) throw new TooManyElements(size);
  return Array.from({ length: size }, () => readElement(reader));
}

function readElement(reader: CompactReader): SchemaElement {
  let name: string | null = null;
  let children = 0;
  let physical: number | null = null;
  let repetition: number | null = null;
  let converted: number | null = null;
  let logical: number | null = null;
  for (const { id, type } of reader.fields()) {
    if (id === 1) physical = reader.integer(type);
    else if (id === 3) repetition = reader.integer(type);
    else if (id === 4) name = reader.text(type);
    else if (id === 5) children = reader.integer(type);
    else if (id === 6) converted = reader.integer(type);
    else if (id === 10) logical = readUnion(reader, type);
    else reader.skip(type);
  }
  if (name === null) throw new BrokenThrift('a column has no name');
  return { name, physical, repetition, children, converted, logical };
}

/** The field of a union that is set. */
function readUnion(reader: CompactReader, type: number): number | null {
  let set: number | null = null;
  for (const field of reader.structure(type)) {
    set ??= field.id;
    reader.skip(field.type);
  }
  return set;
}
