import type { DataColumnType } from './column.js';

const INTEGER = /^-?(?:0|[1-9]\d{0,17})$/;
const DECIMAL = /^-?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const ISO_8601 =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/**
 * What a text can be read as. Leading zeros make it text, as in postcodes and codes of diagnoses; only
 * ISO 8601 is a timestamp, because the order of day and month elsewhere is a matter of country.
 */
export function typeOfText(written: string): DataColumnType {
  const text = written.trim();
  if (INTEGER.test(text)) return 'integer';
  // More digits than an integer of 64 bits has make a code, whatever it counts.
  if (DECIMAL.test(text)) return /^-?\d{19,}$/.test(text) ? 'text' : 'number';
  if (/^(?:true|false)$/i.test(text)) return 'boolean';
  return isTimestamp(text) ? 'timestamp' : 'text';
}

/** Whether a text is a date, or a date and time, of ISO 8601 that exists in the calendar. */
export function isTimestamp(text: string): boolean {
  const found = ISO_8601.exec(text);
  if (found === null) return false;
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  // Day 0 of the next month is the last day of this one.
  const days = new Date(Date.UTC(year!, month!, 0)).getUTCDate();
  return (
    month! >= 1 && month! <= 12 && day! >= 1 && day! <= days && hour! < 24 && minute! < 60 && second! < 60
  );
}

/** Collects what the values of one column are, and forgets the values. */
export class TypeGuess {
  readonly #types = new Set<DataColumnType>();
  #missing = false;

  add(type: DataColumnType): void {
    this.#types.add(type);
  }

  addMissing(): void {
    this.#missing = true;
  }

  /** The one type all values have; numbers hold integers; any other mixture is text. */
  get type(): DataColumnType | 'unknown' {
    const types = [...this.#types];
    if (types.length <= 1) return types[0] ?? 'unknown';
    return types.every((type) => type === 'integer' || type === 'number') ? 'number' : 'text';
  }

  /** True when a missing value was seen; undefined otherwise, since the rest of the file was not. */
  get nullable(): true | undefined {
    return this.#missing || undefined;
  }
}
