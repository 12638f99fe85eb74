// What the eye cannot see: controls, direction marks, zero-width characters, half surrogates.
const invisible = /(?![\t\n\r])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text as Markdown that shows exactly this text in a paragraph, a list or a table cell: no markup, no
 * HTML, no links, no mentions, no invisible characters. White space, line ends included, becomes one space.
 *
 * Source: CommonMark 0.31 §2.4 (backslash escapes); GitHub Flavored Markdown §4.10, §6.9.
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(invisible, codePoint)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*[\]<>|~#]/g, '\\$&')
      // Inside a word an underscore is no markup, and `time_in_hospital` stays readable.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // GitHub links bare addresses, sets formulas between dollar signs, and notifies whoever is mentioned.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\b(www)\./gi, '$1\\.')
      .replace(/\$/g, '&#36;')
      .replace(/@+/g, '`$&`')
      .replace(/^([-+=])(?=\1|\s|$)/, '\\$1')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}

function codePoint(character: string): string {
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
