import type { ByteSource } from '../byte-source.js';
import { type ColumnsOutcome, type ColumnsProblem, tooManyColumns } from '../column.js';
import { sameName } from '../column-name.js';
import { BrokenThrift, CompactReader } from './compact-reader.js';
import { readFileMetadata, TooManyElements } from './file-metadata.js';
import { columnsOfSchema } from './schema-tree.js';

/** Length of the footer's length and the magic bytes after it. */
const TAIL_BYTES = 8;
/** The shortest file: magic bytes at both ends and the length of a footer between. */
const SHORTEST_FILE = 12;
/** The schema stands at the footer's beginning, so that longer footers need not be read whole. */
export const MOST_FOOTER_BYTES = 4 * 1024 * 1024;

/**
 * The columns of a Parquet file, from its footer alone (parquet-format, README, "File format"): no page of
 * values is read. Types are those the file declares; nullable says that it allows nulls, not that it has them.
 */
export async function parquetColumns(source: ByteSource): Promise<ColumnsOutcome> {
  if (source.size === 0) return { problem: 'The file is empty.' };
  if (source.size < SHORTEST_FILE) return notParquet;
  const tail = await source.read(source.size - TAIL_BYTES, TAIL_BYTES);
  if (tail.length < TAIL_BYTES) return changed;
  const magic = String.fromCharCode(...tail.subarray(4, TAIL_BYTES));
  if (magic === 'PARE')
    return {
      problem: 'The footer of the Parquet file is encrypted. Write the file with a footer in plain text.',
    };
  if (magic !== 'PAR1') return notParquet;
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  if (length === 0 || length > source.size - SHORTEST_FILE)
    return broken('its length does not fit the length of the file');
  const wanted = Math.min(length, MOST_FOOTER_BYTES);
  const footer = await source.read(source.size - TAIL_BYTES - length, wanted);
  return footer.length < wanted ? changed : columnsOfFooter(footer.subarray(0, wanted), wanted < length);
}

function columnsOfFooter(footer: Uint8Array, cut: boolean): ColumnsOutcome {
  try {
    const { schema, rows, periods } = readFileMetadata(new CompactReader(footer));
    const { columns, nested } = columnsOfSchema(schema);
    const same = sameName([...columns, ...nested].map(({ name }) => name));
    if (same !== null)
      return {
        problem:
          'Two columns of the Parquet file have the same name (upper and lower case count as the same). Rename one.',
      };
    return { columns, nested, rows, ...(periods.size > 0 && { periods }) };
  } catch (error) {
    if (error instanceof TooManyElements) return tooManyColumns(error.count);
    if (error instanceof BrokenThrift)
      return broken(cut ? `${error.message}, or its schema is longer than 4 MB` : error.message);
    throw error;
  }
}

const notParquet: ColumnsProblem = {
  problem: 'The file does not end as a Parquet file does (PAR1): it is another format, or a copy cut short.',
};
const changed: ColumnsProblem = { problem: 'The file became shorter while it was read.' };

function broken(found: string): ColumnsProblem {
  return { problem: `The footer of the Parquet file is broken: ${found}. Write or copy the file again.` };
}
