/**
 * The only place where a name or a value becomes SQL. DuckDB cuts SQL text at NUL and refuses empty
 * names; control and text-direction characters are refused because they make messages lie.
 */
const REFUSED = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/u;
const LONGEST = 255;

/** Whether a column or file name can be used at all. */
export function isUsableName(name: string): boolean {
  return name.length > 0 && Buffer.byteLength(name, 'utf8') <= LONGEST && !REFUSED.test(name);
}

/** A quoted SQL identifier. @throws RangeError for a name that `isUsableName` refuses. */
export function identifier(name: string): string {
  if (!isUsableName(name)) throw new RangeError('This name cannot be used as an SQL identifier.');
  return `"${name.replaceAll('"', '""')}"`;
}

/** A quoted SQL string literal. @throws RangeError for text with NUL, which would cut the statement. */
export function text(value: string): string {
  if (value.includes('\0')) throw new RangeError('Text with NUL cannot be used in SQL.');
  return `'${value.replaceAll("'", "''")}'`;
}

/** A DOUBLE literal that reads back to exactly the same number. @throws RangeError for NaN and Infinity. */
export function double(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('Only finite numbers can be used in SQL.');
  // The cast from text is correctly rounded; a bare literal such as 0.1 would be a DECIMAL.
  return `CAST('${Object.is(value, -0) ? 0 : value}' AS DOUBLE)`;
}

/** A BIGINT literal. @throws RangeError unless the value is a safe integer. */
export function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError('Only safe integers can be used in SQL.');
  return String(value);
}

/**
 * A list of file paths for a table function. DuckDB takes every path for a pattern and prefers what the
 * pattern matches to the file of that very name, so paths with pattern characters are not handed to it.
 * @throws RangeError for a path that `isPlainPath` refuses
 */
export function paths(files: readonly string[]): string {
  if (!files.every(isPlainPath)) throw new RangeError('A path with * ? [ ] { } cannot be read.');
  return `[${files.map(text).join(', ')}]`;
}

/** Whether a path means one file and nothing else to DuckDB. */
export function isPlainPath(file: string): boolean {
  return !/[*?[\]{}\0]/.test(file);
}
