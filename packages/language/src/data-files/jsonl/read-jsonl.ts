import type { ByteSource } from '../byte-source.js';
import { type ColumnsOutcome, type DataColumnType, MOST_COLUMNS, tooManyColumns } from '../column.js';
import { isColumnName } from '../column-name.js';
import { isTimestamp, TypeGuess } from '../guessed-type.js';
import { readSample, SAMPLE_BYTES } from '../text-sample.js';
import { isRecord, NestedFields } from './nested-fields.js';

/** What the lines show of one key. */
interface Key {
  readonly guess: TypeGuess;
  /** How many objects have the key. */
  seen: number;
  nested: NestedFields | null;
}

/**
 * The columns of a file of JSON lines (UTF-8, one object a line): the keys of the objects in the first
 * 64 kB in the order they are first seen, types guessed from their values. No value is kept, or told in a
 * problem. Keys that are whole numbers come first, as JavaScript orders them; keys that no spec can name
 * are left out.
 */
export async function jsonlColumns(source: ByteSource): Promise<ColumnsOutcome> {
  const sample = await readSample(source);
  if ('problem' in sample) return sample;
  const lines = sample.text.split(/\r\n|\n/);
  const unfinished = sample.whole ? null : lines.pop();
  if (lines.length === 0 && unfinished !== null)
    return { problem: `The first line does not end within the first ${SAMPLE_BYTES / 1024} kB.` };
  const keys = new Map<string, Key>();
  let rows = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const object = parsed(line);
    if (!isRecord(object)) return { problem: notAnObject(index + 1, object, rows === 0) };
    rows += 1;
    for (const [name, value] of Object.entries(object)) observe(keys, name, value);
  }
  if (rows === 0) return { problem: 'The file holds no JSON object; one is expected on each line.' };
  const count = [...keys.values()].reduce((sum, { nested }) => sum + (nested?.names.length || 1), 0);
  if (count > MOST_COLUMNS) return tooManyColumns(count);
  const found = [...keys];
  return {
    columns: found
      .filter(([, { nested }]) => nested === null)
      .map(([name, { guess, seen }]) => {
        const nullable = guess.nullable ?? (seen < rows || undefined);
        return { name, type: guess.type, ...(nullable && { nullable }) };
      }),
    nested: found.flatMap(([name, { nested }]) => (nested === null ? [] : [{ name, fields: nested.names }])),
    rows: sample.whole ? rows : null,
  };
}

function observe(keys: Map<string, Key>, name: string, value: unknown): void {
  if (!isColumnName(name)) return;
  let key = keys.get(name);
  if (key === undefined) {
    key = { guess: new TypeGuess(), seen: 0, nested: null };
    keys.set(name, key);
  }
  key.seen += 1;
  if (value === null) key.guess.addMissing();
  else if (typeof value === 'object') {
    key.nested ??= new NestedFields(name);
    key.nested.add(value);
  } else key.guess.add(typeOfValue(value));
}

/** JSON says what is a number or a boolean, so a text in digits stays text; only time has no type there. */
function typeOfValue(value: unknown): DataColumnType {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' && isTimestamp(value) ? 'timestamp' : 'text';
}

/** The value of a line, or undefined when it is no JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function notAnObject(line: number, value: unknown, first: boolean): string {
  const advice = 'Write one object on each line, without a list around them.';
  if (Array.isArray(value)) return `Line ${line} is a list, not an object. ${advice}`;
  if (value !== undefined) return `Line ${line} is a single value, not an object. ${advice}`;
  return first
    ? `Line ${line} is not a complete JSON object; this is one JSON text over many lines, or no JSON. ${advice}`
    : `Line ${line} is not a complete JSON object. ${advice}`;
}
