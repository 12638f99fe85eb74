import type { Period } from '../column.js';
import { BrokenThrift, type CompactReader } from './compact-reader.js';

/** What one row group tells of one column. */
interface Chunk {
  readonly name: string;
  /** Undefined where the row group does not tell it; null where it has no value. */
  readonly period: Period | null | undefined;
}

/**
 * The earliest and latest value of columns of times over all row groups, from the statistics of their column chunks.
 * A column that one row group tells nothing of is left out.
 *
 * @param type the Thrift type of the list of row groups
 * @param units milliseconds per unit of the columns that are wanted, by name
 * @throws BrokenThrift
 */
export function readPeriods(
  reader: CompactReader,
  type: number,
  units: ReadonlyMap<string, number>,
): ReadonlyMap<string, Period> {
  const periods = new Map<string, Period>();
  const untold = new Set<string>();
  for (let left = reader.structures(type); left > 0; left -= 1) {
    for (const { name, period } of readRowGroup(reader, units)) {
      if (period === undefined) untold.add(name);
      else if (period !== null) periods.set(name, widened(periods.get(name), period));
    }
  }
  for (const name of untold) periods.delete(name);
  return periods;
}

/** The period that holds two periods. */
function widened(one: Period | undefined, other: Period): Period {
  if (one === undefined) return other;
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

function readRowGroup(reader: CompactReader, units: ReadonlyMap<string, number>): Chunk[] {
  const chunks: Chunk[] = [];
  for (const field of reader.fields()) {
    if (field.id !== 1) reader.skip(field.type);
    else
      for (let left = reader.structures(field.type); left > 0; left -= 1) {
        const chunk = readChunk(reader, units);
        if (chunk !== null) chunks.push(chunk);
      }
  }
  return chunks;
}

function readChunk(reader: CompactReader, units: ReadonlyMap<string, number>): Chunk | null {
  let chunk: Chunk | null = null;
  for (const field of reader.fields()) {
    if (field.id === 3) chunk = readColumnMetadata(reader, field.type, units);
    else reader.skip(field.type);
  }
  return chunk;
}

function readColumnMetadata(
  reader: CompactReader,
  type: number,
  units: ReadonlyMap<string, number>,
): Chunk | null {
  let path: readonly string[] = [];
  let values: number | null = null;
  let statistics: Statistics | null = null;
  for (const field of reader.structure(type)) {
    if (field.id === 3) path = reader.texts(field.type);
    else if (field.id === 5) values = reader.integer(field.type);
    else if (field.id === 12) statistics = readStatistics(reader, field.type);
    else reader.skip(field.type);
  }
  const [name = ''] = path;
  const unit = path.length === 1 ? units.get(name) : undefined;
  return unit === undefined ? null : { name, period: periodOf(statistics, values, unit) };
}

interface Statistics {
  readonly low: number | null;
  readonly high: number | null;
  readonly missing: number | null;
}

/** For signed integers the deprecated fields 1 and 2 are ordered as the fields 5 and 6 that replace them. */
function readStatistics(reader: CompactReader, type: number): Statistics {
  let low: number | null = null;
  let high: number | null = null;
  let missing: number | null = null;
  for (const field of reader.structure(type)) {
    if (field.id === 1 || field.id === 5) high = signed(reader.bytes(field.type));
    else if (field.id === 2 || field.id === 6) low = signed(reader.bytes(field.type));
    else if (field.id === 3) missing = reader.integer(field.type);
    else reader.skip(field.type);
  }
  return { low, high, missing };
}

function periodOf(
  statistics: Statistics | null,
  values: number | null,
  unit: number,
): Period | null | undefined {
  if (statistics === null) return undefined;
  const { low, high, missing } = statistics;
  if (low !== null && high !== null && low <= high) return { from: low * unit, to: high * unit };
  return missing !== null && missing === values ? null : undefined;
}

/** A signed integer, little end first; null for widths that no date or time stamp has. */
function signed(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 4) return view.getInt32(0, true);
  if (bytes.length === 8) return Number(view.getBigInt64(0, true));
  if (bytes.length > 16) throw new BrokenThrift('a bound of a time is too long');
  return null;
}
