import type { ByteSource } from './byte-source.js';
import type { ColumnsProblem } from './column.js';

/** Most bytes of a text file that are read to learn its columns. */
export const SAMPLE_BYTES = 64 * 1024;

const empty: ColumnsProblem = { problem: 'The file is empty.' };

/** The beginning of a text file. */
export interface TextSample {
  readonly text: string;
  /** Whether this is the whole file; if not, the last line may be cut. */
  readonly whole: boolean;
}

/**
 * Reads the first 64 kB of a file as UTF-8, without a byte order mark.
 * @returns a problem for other encodings, binary content and empty files
 */
export async function readSample(source: ByteSource): Promise<TextSample | ColumnsProblem> {
  const bytes = (await source.read(0, Math.min(source.size, SAMPLE_BYTES))).subarray(0, SAMPLE_BYTES);
  if (bytes.length === 0) return empty;
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { problem: 'The file is text in UTF-16; save it as UTF-8.' };
  if (bytes.includes(0)) return { problem: 'The file holds binary data, not text in UTF-8.' };
  const whole = source.size <= bytes.length;
  try {
    // A character cut in two by the end of the sample is left out, not refused.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return text === '' ? empty : { text, whole };
  } catch {
    return { problem: 'The file is not text in UTF-8; save it as UTF-8.' };
  }
}
