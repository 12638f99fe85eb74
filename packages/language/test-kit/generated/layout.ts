import fc, { type Arbitrary } from 'fast-check';

/** Texts, columns in backticks, dates, numbers, words of the language with a hyphen, names and operators. */
const WORD =
  /"""[\s\S]*?"""|"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*'|`[^`\r\n]+`|\d{4}-\d{2}-\d{2}(?!\d)|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|(?:one|two)-sided|non-binding|\w+|\.\.|[<>=!]=|&&|\|\||[^\s\w]/g;

/** The words of a text without comments, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** Words that never grow together with a neighbour. */
const APART = /^[{}[\](),]$/;

const comments = {
  characters: [...'abcxyz  .,:;{}[]()"\'`\\+-=?@#*/', '\t', 'é', '…', '𝒳', '🩺', 'role X {', '"""'],
  line(): Arbitrary<string> {
    return this.text([]).map((text) => `//${text}`);
  },
  block(): Arbitrary<string> {
    return fc
      .tuple(fc.constantFrom('', '*'), this.text(['\n', '\r\n', '\n * ', '\n   ', '\n\n']))
      .map(([second, text]) => `/*${second}${text.replaceAll('*/', '* /').replace(/^\//, ' /')} */`);
  },
  text(more: readonly string[]): Arbitrary<string> {
    return fc
      .array(fc.constantFrom(...this.characters, ...more), { maxLength: 16 })
      .map((parts) => parts.join(''));
  },
};

/** A no-break space is white space, too. */
const space = fc.constantFrom(' ', ' ', ' ', ' ', ' ', ' ', '  ', '\t', '\u00A0', ' \f ');
const lineEnd = fc.constantFrom(
  ...['\n', '\n', '\n  ', '\n\n\n', '\n\t\t', '   \n', '\n      '],
  ...['\r\n', '\r\n\r\n', '\r'],
);
const blockComment = fc.tuple(space, comments.block(), space).map((parts) => parts.join(''));
const ownComment = fc
  .tuple(lineEnd, fc.oneof(comments.block(), comments.line()), lineEnd)
  .map((parts) => parts.join(''));
const trailingComment = fc.tuple(space, comments.line(), lineEnd).map((parts) => parts.join(''));
const nothing = fc.constant('');

/** What may stand between two words: nothing, white space, comments. */
const gaps = {
  oneLine: fc.oneof({ weight: 12, arbitrary: space }, { weight: 3, arbitrary: nothing }),
  oneLineWithComments: fc.oneof(
    { weight: 12, arbitrary: space },
    { weight: 2, arbitrary: nothing },
    { weight: 1, arbitrary: blockComment },
  ),
  oneWordALine: lineEnd,
  mixed: fc.oneof(
    { weight: 16, arbitrary: space },
    { weight: 6, arbitrary: lineEnd },
    { weight: 3, arbitrary: nothing },
    { weight: 1, arbitrary: blockComment },
    { weight: 1, arbitrary: ownComment },
    { weight: 1, arbitrary: trailingComment },
  ),
  comments: fc.oneof(space, blockComment, ownComment, trailingComment),
};

/** A layout: what stands before the words, between any two, and after them. */
export interface Layout {
  readonly start: string;
  /** Used in turn. */
  readonly between: readonly string[];
  readonly end: string;
}

/** Layouts from one line to one word a line, with comments at any place. */
export const layouts: Arbitrary<Layout> = fc.record({
  start: fc.oneof(fc.constantFrom('', '', '\uFEFF', '\uFEFF\r\n'), ownComment),
  between: fc.oneof(
    ...Object.values(gaps).map((gap) => fc.array(gap, { minLength: 1, maxLength: 60, size: 'max' })),
  ),
  end: fc.oneof(fc.constantFrom('', '\n', '\r\n\r\n'), ownComment, trailingComment),
});

/** Words in a layout; where words would grow together, a space is left between them. */
export function laidOut(words: readonly string[], { start, between, end }: Layout): string {
  const parts = words.map((word, index) => {
    const next = words[index + 1];
    const gap = between[index % between.length] ?? '';
    if (next === undefined) return word;
    return word + (gap === '' && !APART.test(word) && !APART.test(next) ? ' ' : gap);
  });
  return start + parts.join('') + end;
}
