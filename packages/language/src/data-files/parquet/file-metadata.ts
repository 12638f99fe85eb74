import type { Period } from '../column.js';
import { BrokenThrift, type CompactReader } from './compact-reader.js';
import { readPeriods } from './row-group-periods.js';
import { type LogicalType, millisecondsOf } from './time-unit.js';

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
  /** Milliseconds that 1 stands for in a column of dates or time stamps; null for all else. */
  readonly milliseconds: number | null;
}

export interface FileMetadata {
  readonly schema: readonly SchemaElement[];
  readonly rows: number;
  /** Earliest and latest value of flat columns of times, where the file tells them of all its rows. */
  readonly periods: ReadonlyMap<string, Period>;
}

/** More elements than a file of MOST_COLUMNS columns has, nested as deeply as people nest them. */
const MOST_ELEMENTS = 20_000;

/** The schema has more elements than are read. */
export class TooManyElements extends Error {
  constructor(readonly count: number) {
    super(`${count} elements`);
  }
}

/**
 * Reads schema, row count and periods of a FileMetaData (parquet-format, src/main/thrift/parquet.thrift).
 * Schema and row count stand first; a footer that is cut or broken after them gives no periods.
 * @throws BrokenThrift, TooManyElements
 */
export function readFileMetadata(reader: CompactReader): FileMetadata {
  let schema: readonly SchemaElement[] | null = null;
  let rows: number | null = null;
  let periods: FileMetadata['periods'] = new Map();
  try {
    for (const { id, type } of reader.fields()) {
      if (id === 2) schema = readSchema(reader, type);
      else if (id === 3) rows = reader.integer(type);
      else if (id === 4 && schema !== null && rows !== null) {
        periods = readPeriods(reader, type, unitsOf(schema));
        break;
      } else reader.skip(type);
    }
  } catch (error) {
    if (!(error instanceof BrokenThrift) || schema === null || rows === null) throw error;
  }
  if (schema === null) throw new BrokenThrift('it has no schema');
  if (rows === null || rows < 0) throw new BrokenThrift('it has no number of rows');
  return { schema, rows, periods };
}

/** Milliseconds per unit of the columns of times, by name; nested ones are told apart by their longer path. */
function unitsOf(schema: readonly SchemaElement[]): ReadonlyMap<string, number> {
  return new Map(
    schema.flatMap(({ name, milliseconds }) => (milliseconds === null ? [] : [[name, milliseconds]])),
  );
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
  let logical: LogicalType | null = null;
  for (const { id, type } of reader.fields()) {
    if (id === 1) physical = reader.integer(type);
    else if (id === 3) repetition = reader.integer(type);
    else if (id === 4) name = reader.text(type);
    else if (id === 5) children = reader.integer(type);
    else if (id === 6) converted = reader.integer(type);
    else if (id === 10) logical = readLogicalType(reader, type);
    else reader.skip(type);
  }
  if (name === null) throw new BrokenThrift('a column has no name');
  const milliseconds = millisecondsOf(physical, converted, logical);
  return { name, physical, repetition, children, converted, logical: logical?.id ?? null, milliseconds };
}

const TIMESTAMP = 8;

function readLogicalType(reader: CompactReader, type: number): LogicalType | null {
  let set: LogicalType | null = null;
  for (const field of reader.structure(type)) {
    let timeUnit: number | null = null;
    if (field.id !== TIMESTAMP) reader.skip(field.type);
    else
      for (const part of reader.structure(field.type)) {
        if (part.id === 2) timeUnit = readUnion(reader, part.type);
        else reader.skip(part.type);
      }
    set ??= { id: field.id, timeUnit };
  }
  return set;
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
