import { visibleText } from '../content/visible-text.js';

/**
 * A text as HTML, in an element or in a quoted attribute, that shows exactly this text: no markup, no
 * invisible characters. The only function that lets a stranger's text into an HTML document.
 */
export function escapedHtml(text: string): string {
  return visibleText(text).replace(/[&<>"'`]/g, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};
