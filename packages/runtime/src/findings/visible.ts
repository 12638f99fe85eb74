/**
 * Text of a spec or of data as an output file may hold it: everything that cannot be seen (controls, marks of direction,
 * halves of characters) becomes U+FFFD, so that it can neither hide something nor break the format.
 */
export function visible(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\n' || character === '\t' ? character : '\u{fffd}',
  );
}
