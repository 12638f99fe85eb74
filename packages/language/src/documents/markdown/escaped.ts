// What the eye cannot see: controls, bidirectional marks and overrides, zero-width characters, soft
// hyphens, variation selectors, tags, line and paragraph separators, half surrogates, unassigned ones.
const invisible = /(?![\t\n\r])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text from a spec as Markdown that shows exactly this text, in a paragraph, a heading, a list or a
 * table cell: no markup, no HTML, no links, no mentions. Invisible characters are made visible as
 * `⟨U+202E⟩`, so that a text cannot pretend to say something else ("Trojan Source"); white space, line
 * ends included, becomes one space. The only function that lets a stranger's text into a document.
 *
 * Source: CommonMark 0.31 §2.4 (backslash escapes), GitHub Flavored Markdown §4.10, §6.5, §6.9.
 */
export function escaped(text: string): string {
  return (
    text
      .replace(invisible, codePoint)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*[\]<|~]/g, '\\$&')
      // Inside a word an underscore is no markup, and `time_in_hospital` stays readable in a diff.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // GitHub links bare addresses and sets formulas between dollar signs.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\b(www)\./gi, '$1\\.')
      .replace(/\$/g, '&#36;')
      // Mentions and e-mail addresses are found in the rendered text, except in code.
      .replace(/@+/g, '`$&`')
      // At the start of a line: headings, quotes, lists, rules; at the end: the close of a heading.
      .replace(/^[#>]+|#+$/g, (marks) => marks.replaceAll(/./g, '\\$&'))
      .replace(/^([-+=])(?=\1|\s|$)/, '\\$1')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}

function codePoint(character: string): string {
  const hex = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${hex}⟩`;
}
