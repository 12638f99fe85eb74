const LONGEST = 240;

/**
 * Text of a spec as it may stand in a message: on one line, without control characters that a
 * terminal would obey, and never longer than a reader's patience.
 */
export function shown(text: string): string {
  // Cut first: a message about a spec of one long line must not cost more than the line's head.
  const plain = text.slice(0, LONGEST + 1).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
