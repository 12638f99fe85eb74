/** No spec is larger; a data file opened or named by mistake must not fill the memory. */
export const LARGEST_SPEC_BYTES = 5 * 1024 * 1024;

/** What is said of a larger file, after its name or "it". */
export const TOO_LARGE = 'is larger than 5 MB; a spec holds no data';

/** Whether a text is larger than a spec may be, in UTF-8. */
export function isTooLarge(text: string): boolean {
  // A unit of UTF-16 takes one to three bytes: most texts need not be counted.
  if (text.length * 3 <= LARGEST_SPEC_BYTES) return false;
  return text.length > LARGEST_SPEC_BYTES || new TextEncoder().encode(text).length > LARGEST_SPEC_BYTES;
}
