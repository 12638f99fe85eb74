export type { ByteSource } from './byte-source.js';
export type {
  ColumnsOutcome,
  ColumnsProblem,
  DataColumn,
  DataColumns,
  DataColumnType,
  NestedColumn,
} from './column.js';
export { type ColumnReader, createColumnReader, type DataFiles, type FileState } from './column-reader.js';
export { type DataFormat, formatOfFile, readColumns } from './read-columns.js';
