// What the eye cannot see: controls, bidirectional marks and overrides, zero-width characters, soft
// hyphens, variation selectors, tags, line and paragraph separators, half surrogates, unassigned ones.
const invisible = /(?![\t\n\r])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * The text on one line, with invisible characters made visible as `⟨U+202E⟩`, so that it cannot pretend to say
 * something else ("Trojan Source"); white space, line ends included, becomes one space.
 */
export function visibleText(text: string): string {
  return text.replace(invisible, codePoint).replace(/\s+/g, ' ');
}

function codePoint(character: string): string {
  const hex = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${hex}⟩`;
}
