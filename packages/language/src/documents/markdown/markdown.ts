import { escaped } from './escaped.js';

/** Text that is safe to put into a Markdown document as it stands; only `md` and its kin make it. */
class TrustedMarkdown {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}
export type Markdown = TrustedMarkdown;

/**
 * Markdown with values in it. The literal parts are ours and stay; Markdown stays; every other text is
 * taken for a stranger's and escaped, so that a string of the spec can never become markup.
 */
export function md(
  literals: TemplateStringsArray,
  ...values: readonly (Markdown | string | number)[]
): Markdown {
  return new TrustedMarkdown(
    literals.reduce((text, literal, index) => {
      const value = values[index - 1] ?? '';
      return text + (value instanceof TrustedMarkdown ? value : escaped(String(value))) + literal;
    }),
  );
}

/** The parts with a separator between them; empty parts are left out. */
export function join(parts: readonly Markdown[], separator: Markdown): Markdown {
  const filled = parts.map(String).filter((text) => text !== '');
  return new TrustedMarkdown(filled.join(String(separator)));
}

export const nothing: Markdown = md``;
export const newline: Markdown = md`\n`;
export const comma: Markdown = md`, `;

/**
 * A name from the data or the spec as code. Names with anything but letters, digits and `_ . : / * + -` in them
 * are escaped text instead, because nothing can be escaped inside a code span.
 */
export function code(name: string): Markdown {
  return /^[\w.:/*+-]+$/.test(name) ? new TrustedMarkdown(`\`${name}\``) : md`“${name}”`;
}
