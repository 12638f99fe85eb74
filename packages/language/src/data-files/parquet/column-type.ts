import type { DataColumnType } from '../column.js';
import type { SchemaElement } from './file-metadata.js';

/** parquet.thrift, enum Type; what is not listed (BYTE_ARRAY 6, FIXED_LEN_BYTE_ARRAY 7) is text. */
const physicalTypes: ReadonlyMap<number, DataColumnType> = new Map([
  [0, 'boolean'],
  [1, 'integer'],
  [2, 'integer'],
  // INT96 has no other use than the time stamps of Impala and old versions of Spark.
  [3, 'timestamp'],
  [4, 'number'],
  [5, 'number'],
]);

/** parquet.thrift, union LogicalType, where it means more than the physical type. */
const logicalTypes: ReadonlyMap<number, DataColumnType | 'unknown'> = new Map([
  [5, 'number'], // DECIMAL
  [6, 'timestamp'], // DATE
  [7, 'text'], // TIME of a day
  [8, 'timestamp'], // TIMESTAMP
  [11, 'unknown'], // UNKNOWN: all values are null
  [15, 'number'], // FLOAT16
]);

/** parquet.thrift, enum ConvertedType, the same for writers before 2.4 of the format. */
const convertedTypes: ReadonlyMap<number, DataColumnType> = new Map([
  [5, 'number'], // DECIMAL
  [6, 'timestamp'], // DATE
  [7, 'text'], // TIME_MILLIS
  [8, 'text'], // TIME_MICROS
  [9, 'timestamp'], // TIMESTAMP_MILLIS
  [10, 'timestamp'], // TIMESTAMP_MICROS
  [21, 'text'], // INTERVAL
]);

/** The type of a flat column. */
export function typeOfElement({ physical, logical, converted }: SchemaElement): DataColumnType | 'unknown' {
  return (
    logicalTypes.get(logical ?? -1) ??
    convertedTypes.get(converted ?? -1) ??
    physicalTypes.get(physical ?? -1) ??
    'text'
  );
}
