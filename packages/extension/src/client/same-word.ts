/**
 * Whether a line only went on with the word that stood before a cursor. A colon has a space before its word.
 *
 * @param before the line when something was asked about the cursor
 * @param now the same line, some keystrokes later
 */
export function isSameWord(before: string, now: string, cursor: number): boolean {
  const head = before.slice(0, cursor);
  const tail = before.slice(cursor);
  if (now.length < before.length || !now.startsWith(head) || !now.endsWith(tail)) return false;
  const typed = now.slice(cursor, now.length - tail.length);
  return (head.endsWith(':') ? /^ ?\w*$/ : /^\w*$/).test(typed);
}
