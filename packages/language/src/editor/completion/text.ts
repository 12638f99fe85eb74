import type { Cursor } from './reading/cursor.js';

/** A text as it is inserted: where the cursor stands in quotes already, with the closing one at most. */
export function quoted(text: string, { within, isClosed }: Cursor): string {
  if (within !== 'text') return `"${text}"`;
  return isClosed ? text : `${text}"`;
}
