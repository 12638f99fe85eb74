import { open } from 'node:fs/promises';

/** Longest header Vigil reads, in bytes; 2,000 columns of 255 bytes fit. */
const LONGEST_HEADER = 1 << 20;

/** The names in a CSV file's first record (RFC 4180, optional UTF-8 byte order mark), or why it has none. */
export async function readCsvHeader(
  file: string,
): Promise<{ readonly columns: readonly string[] } | { readonly wrong: string }> {
  const handle = await open(file, 'r');
  const buffer = Buffer.alloc(LONGEST_HEADER);
  const { bytesRead } = await handle.read(buffer, 0, LONGEST_HEADER, 0).finally(() => handle.close());
  const start = buffer.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  const columns = firstRecord(buffer.toString('utf8', start, bytesRead));
  if (columns === null) return { wrong: 'its first line does not end, or a quote is not closed' };
  if (columns.some((name) => name === '')) return { wrong: 'a column has no name' };
  if (new Set(columns.map((name) => name.toLowerCase())).size < columns.length)
    return { wrong: 'two columns have the same name (upper and lower case count as the same)' };
  return { columns };
}

/** Fields of the first record, or null when it does not end. */
function firstRecord(text: string): string[] | null {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') {
        field += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === ',') {
      fields.push(field);
      field = '';
    } else if (character === '\n' || character === '\r') return [...fields, field];
    else field += character;
  }
  return quoted || text.length >= LONGEST_HEADER ? null : [...fields, field];
}
