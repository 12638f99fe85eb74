import type { Failure, FailureKind } from './messages.js';

/**
 * Reads DuckDB's error text inside the child and lets out only its kind: the text itself may quote a whole
 * CSV row. Order matters: the first rule that fits is taken.
 */
const rules: readonly (readonly [RegExp, FailureKind])[] = [
  [/^INTERRUPT|Interrupted/i, 'interrupted'],
  [/^Out of Memory Error|could not allocate|failed to offload|max_temp_directory_size/i, 'outOfMemory'],
  [
    /^(Permission|Dependency) Error|disabled by configuration|has been locked|configuration has been locked/i,
    'refused',
  ],
  [/^Invalid Input Error:[^\n]{0,80}(not utf-?8|invalid unicode|utf-8 encoded)|Invalid unicode/i, 'notUtf8'],
  [/^Invalid Input Error: CSV Error|^CSV Error|sniffing file/i, 'malformedCsv'],
  [/Malformed JSON|JSON transform error|^Invalid Input Error: [^\n]{0,200}JSON/i, 'malformedJson'],
  [/parquet|thrift|snappy|zstd|magic bytes|TProtocolException/i, 'brokenParquet'],
  [/^IO Error/i, 'brokenParquet'],
  [/^(Conversion|Out of Range) Error/i, 'conversion'],
  [/^Binder Error/i, 'missingColumn'],
  [/^(Parser|Catalog|Syntax) Error/i, 'syntax'],
];

/** @param message DuckDB's error text; nothing of it but digits of a line number leaves this function. */
export function classify(message: string): Failure {
  const kind = rules.find(([pattern]) => pattern.test(message))?.[1] ?? 'failed';
  return { kind, line: lineOf(message, kind) };
}

function lineOf(message: string, kind: FailureKind): number | null {
  if (kind !== 'malformedCsv' && kind !== 'malformedJson' && kind !== 'notUtf8') return null;
  // Only the first line of the text is DuckDB's own; later ones quote the file.
  const own = message.split('\n', 1)[0] ?? '';
  const found = /\bline:? (\d{1,12})\b/i.exec(own);
  return found === null ? null : Number(found[1]);
}
