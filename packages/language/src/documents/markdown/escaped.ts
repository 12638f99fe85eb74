import { visibleText } from '../content/visible-text.js';

/**
 * A text from a spec as Markdown that shows exactly this text, in a paragraph, a heading, a list or a
 * table cell: no markup, no HTML, no links, no mentions, no invisible characters. The only function that
 * lets a stranger's text into a document.
 */
export function escaped(text: string): string {
  return escapedPiece(visibleText(text).trim()).trim();
}

/**
 * The same for a text that stands beside others: white space at its ends stays, as one space.
 *
 * Source: CommonMark 0.31 §2.4 (backslash escapes), GitHub Flavored Markdown §4.10, §6.5, §6.9.
 */
export function escapedPiece(text: string): string {
  return (
    visibleText(text)
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
      .replace(/^(\s*)([#>]+)|(#+)(\s*)$/g, (_, before = '', start = '', end = '', after = '') => {
        const marks = `${start}${end}`.replaceAll(/./g, '\\$&');
        return `${before}${marks}${after}`;
      })
      .replace(/^(\s*)([-+=])(?=\2|\s|$)/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}
