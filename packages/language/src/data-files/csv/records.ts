/** One record of a CSV file and the line it starts on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** What a sample of CSV text holds. Records before a fault are kept. */
export interface CsvRecords {
  readonly records: readonly CsvRecord[];
  /** The record that breaks the rules of quoting, if one does. */
  readonly fault: CsvFault | null;
}

export interface CsvFault {
  /** Line the record starts on. */
  readonly line: number;
  /** What is wrong, as a clause. */
  readonly found: string;
  /** Where in the text the rule is broken. */
  readonly at: number;
}

/**
 * Splits text into records as RFC 4180 has it, section 2: fields parted by commas, quoted ones with
 * doubled quotes inside, lines ended by CRLF; LF and CR alone are read as well.
 * @param whole whether the text is the whole file; if not, a record that does not end is left out
 */
export function csvRecords(text: string, whole: boolean): CsvRecords {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let line = 1;
  let start = 1;
  let at = 0;
  while (at < text.length || fields.length > 0) {
    let end: number;
    if (text[at] === '"') {
      const close = closingQuote(text, at);
      if (close === null)
        return {
          records,
          fault: whole ? { line: start, found: 'a quote is opened and never closed', at } : null,
        };
      end = close + 1;
      const next = text[end];
      if (next !== undefined && next !== ',' && next !== '\n' && next !== '\r')
        return { records, fault: { line: start, found: 'text follows a closing quote', at: end } };
      const field = text.slice(at + 1, close);
      line += field.match(/\r\n|\r|\n/g)?.length ?? 0;
      fields.push(field.replaceAll('""', '"'));
    } else {
      end = endOfPlainField(text, at);
      fields.push(text.slice(at, end));
    }
    if (end >= text.length) {
      if (whole) records.push({ line: start, fields });
      return { records, fault: null };
    }
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (text[end] === ',') continue;
    records.push({ line: start, fields });
    fields = [];
    line += 1;
    start = line;
  }
  return { records, fault: null };
}

function closingQuote(text: string, open: number): number | null {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? null : at;
}

function endOfPlainField(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
