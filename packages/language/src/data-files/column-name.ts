const LONGEST_NAME_BYTES = 255;
/** Control, invisible and text-direction characters make a message or a completion list lie. */
const REFUSED = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/u;

/** Whether a spec can name a column so: the rule of the engine that reads the column later. */
export function isColumnName(name: string): boolean {
  return name !== '' && new TextEncoder().encode(name).length <= LONGEST_NAME_BYTES && !REFUSED.test(name);
}

/**
 * The positions, counted from 1, of the first two columns that the engine cannot tell apart (it takes
 * upper and lower case for the same), or null. Names are not given back: where a file has no header they
 * are values.
 */
export function sameName(names: readonly string[]): readonly [number, number] | null {
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const earlier = seen.get(name.toLowerCase());
    if (earlier !== undefined) return [earlier, index + 1];
    seen.set(name.toLowerCase(), index + 1);
  }
  return null;
}
