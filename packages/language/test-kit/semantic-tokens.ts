/** A semantic token where it stands, instead of where it stands from the one before. */
export interface PlacedToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

/** The tokens of an answer of the protocol. */
export function placedTokens(data: readonly number[]): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = NaN, right = NaN, length = NaN, type = NaN, modifiers = NaN] = data.slice(at, at + 5);
    line += down;
    character = down === 0 ? character + right : right;
    tokens.push({ line, character, length, type, modifiers });
  }
  return tokens;
}

/**
 * The tokens that break what the protocol asks: each stands after the one before and within one line of the text,
 * counted in UTF-16, and is not empty.
 */
export function badlyPlaced(tokens: readonly PlacedToken[], text: string): PlacedToken[] {
  const lines = text.split(/\r\n|\r|\n/);
  return tokens.filter(({ line, character, length, type, modifiers }, index) => {
    const before = tokens[index - 1];
    const end = before === undefined ? 0 : before.character + before.length;
    const isAfter = before === undefined || line > before.line || (line === before.line && character >= end);
    const isInLine = character >= 0 && length > 0 && character + length <= (lines[line]?.length ?? -1);
    const isWhole = [line, character, length, type, modifiers].every(Number.isInteger);
    return !isAfter || !isInLine || !isWhole;
  });
}
