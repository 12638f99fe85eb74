import { escapedHtml } from './escaped-html.js';

/**
 * A drawing in its figure: named and described for those who cannot see it, as wide as there is room.
 *
 * @param drawn an `svg` element
 * @param id an identifier that no other figure of the document has
 */
export function figureHtml(
  { title, description }: { readonly title: string; readonly description: string },
  drawn: string,
  id: string,
): string {
  const opening = /^\s*<svg\b[^>]*>/.exec(drawn)?.[0];
  if (opening === undefined) return `<p>${escapedHtml(description)}</p>`;
  const box = /viewBox="([\d .-]+)"/.exec(opening)?.[1] ?? '0 0 600 200';
  const [, , width = '600'] = box.split(' ');
  const inside = drawn.slice(drawn.indexOf(opening) + opening.length).trim();
  return `<figure>
<figcaption>${escapedHtml(title)}</figcaption>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${width}" role="img" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${escapedHtml(title)}</title>
<desc id="${id}-description">${escapedHtml(description)}</desc>
${inside}
</figure>`;
}
