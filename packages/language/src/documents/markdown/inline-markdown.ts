import { anchorOf } from '../content/anchors.js';
import { type Inline, type Piece, pieces } from '../content/inline.js';
import { escaped, escapedPiece } from './escaped.js';

/**
 * Inline content as GitHub Flavored Markdown on one line.
 *
 * @param headings the headings of the document, to which links may lead
 */
export function inlineMarkdown(inline: Inline, headings: ReadonlySet<string>): string {
  return (
    pieces(inline)
      .map((piece) => pieceMarkdown(piece, headings))
      .join('')
      // Two code spans side by side would read as one with longer marks.
      .replace(/``/g, '` `')
      .trim()
  );
}

function pieceMarkdown(piece: Piece, headings: ReadonlySet<string>): string {
  if (typeof piece === 'string') return escapedPiece(piece);
  switch (piece.kind) {
    case 'code':
      return codeMarkdown(piece.text);
    case 'strong':
      return `**${escaped(piece.text)}**`;
    case 'emphasis':
      return `*${escaped(piece.text)}*`;
    case 'missing':
      return `*Not stated*: write ${piece.fields.map(codeMarkdown).join(', ')}`;
    case 'histogram':
      return blocks(piece.shares, piece.most);
    case 'link':
      return headings.has(piece.to)
        ? `[${escaped(piece.label)}](#${anchorOf(piece.to)})`
        : escaped(piece.label);
  }
}

/**
 * A name as code. Names with anything but letters, digits and `_ . : / * + -` in them are escaped text
 * instead, because nothing can be escaped inside a code span.
 */
function codeMarkdown(name: string): string {
  return /^[\w.:/*+-]+(?: [\w.:/*+-]+)*$/.test(name) ? `\`${name}\`` : `“${escaped(name)}”`;
}

/** A histogram in characters: `▁▂█`; a bar that is not shown is a dot. */
function blocks(shares: readonly (number | null)[], most: number): string {
  const heights = '▁▂▃▄▅▆▇█';
  return shares
    .map((share) =>
      share === null ? '·' : heights[Math.min(7, Math.floor((most === 0 ? 0 : share / most) * 8))],
    )
    .join('');
}
