import { anchorOf } from '../content/anchors.js';
import { type Histogram, type Inline, type Piece, pieces } from '../content/inline.js';
import { escapedHtml } from './escaped-html.js';
import { histogramBox, histogramPath } from './histogram.js';

/**
 * Inline content as HTML.
 *
 * @param headings the headings of the document, to which links may lead
 */
export function inlineHtml(inline: Inline, headings: ReadonlySet<string>): string {
  return pieces(inline)
    .map((piece) => pieceHtml(piece, headings))
    .join('')
    .trim();
}

function pieceHtml(piece: Piece, headings: ReadonlySet<string>): string {
  if (typeof piece === 'string') return escapedHtml(piece);
  switch (piece.kind) {
    case 'code':
      return codeHtml(piece.text);
    case 'strong':
      return `<strong>${escapedHtml(piece.text)}</strong>`;
    case 'emphasis':
      return `<em>${escapedHtml(piece.text)}</em>`;
    case 'missing':
      return `<span class="missing"><strong>Not stated</strong>: write ${piece.fields.map(codeHtml).join(', ')}</span>`;
    case 'histogram':
      return histogramHtml(piece);
    case 'link':
      return headings.has(piece.to)
        ? `<a href="#${escapedHtml(anchorOf(piece.to))}">${escapedHtml(piece.label)}</a>`
        : escapedHtml(piece.label);
  }
}

function codeHtml(text: string): string {
  return `<code>${escapedHtml(text)}</code>`;
}

function histogramHtml(histogram: Histogram): string {
  const { width, height } = histogramBox;
  const drawn = `<path d="${histogramPath(histogram)}"/>`;
  return `<svg class="histogram ${histogram.side}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapedHtml(histogram.description)}">${drawn}</svg>`;
}
