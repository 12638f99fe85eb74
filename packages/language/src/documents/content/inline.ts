/** Text of a document with what marks it; every string is text, never markup: the printers escape it. */
export type Inline = Piece | readonly Inline[];

/** A name from the data or the spec. */
export interface Code {
  readonly kind: 'code';
  readonly text: string;
}

/** A link to a section of the same document; where there is no such section, the label alone is shown. */
export interface Link {
  readonly kind: 'link';
  readonly label: string;
  /** Heading of the section. */
  readonly to: string;
}

export interface Marked {
  readonly kind: 'strong' | 'emphasis';
  readonly text: string;
}

/** A fact the document needs and the spec does not state. */
export interface Missing {
  readonly kind: 'missing';
  /** Where it would be written, e.g. `intendedUse.population`. */
  readonly fields: readonly string[];
}

/** A small histogram, to be compared with another of the same height. */
export interface Histogram {
  readonly kind: 'histogram';
  /** Height of each bar; null where it is not shown. */
  readonly shares: readonly (number | null)[];
  /** The share that fills the height. */
  readonly most: number;
  readonly side: 'reference' | 'current';
  /** What it shows, for those who cannot see it. */
  readonly description: string;
}

/** A sentence with values in it. */
export function words(literals: TemplateStringsArray, ...values: readonly (Inline | number)[]): Inline {
  return literals.flatMap((literal, index) => {
    const value = values[index - 1];
    if (value === undefined) return [literal];
    return [typeof value === 'number' ? String(value) : value, literal];
  });
}

export const nothing: Inline = '';

export function code(text: string): Inline {
  return { kind: 'code', text };
}

export function strong(text: string): Inline {
  return { kind: 'strong', text };
}

export function emphasis(text: string): Inline {
  return { kind: 'emphasis', text };
}

export function link(label: string, to: string): Inline {
  return { kind: 'link', label, to };
}

/** Says that the spec does not state something, and by which field it would. */
export function notStated(...fields: readonly string[]): Inline {
  return { kind: 'missing', fields };
}

/** The parts with a separator between them; empty parts are left out. */
export function joined(parts: readonly Inline[], separator = ', '): Inline {
  const filled = parts.filter((part) => !isEmpty(part));
  return filled.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

/** The inline without the full stop at its end, so that something can follow. */
export function withoutFullStop(inline: Inline): Inline {
  if (typeof inline === 'string') return inline.replace(/\.\s*$/, '');
  if (!isList(inline)) return inline;
  const filled = inline.filter((part) => !isEmpty(part));
  const last = filled.pop();
  return last === undefined ? inline : [...filled, withoutFullStop(last)];
}

export function isEmpty(inline: Inline): boolean {
  if (typeof inline === 'string') return inline.trim() === '';
  return isList(inline) && inline.every(isEmpty);
}

/** A piece of inline content that has no pieces of its own. */
export type Piece = string | Code | Link | Marked | Missing | Histogram;

/**
 * The pieces of an inline in order, nested ones flattened and neighbouring texts made one, so that a printer
 * escapes a text as a whole and no markup arises where two texts meet.
 */
export function pieces(inline: Inline): readonly Piece[] {
  const merged: Piece[] = [];
  for (const piece of flat(inline)) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else if (piece !== '') merged.push(piece);
  }
  return merged;
}

function flat(inline: Inline): readonly Piece[] {
  return isList(inline) ? inline.flatMap(flat) : [inline];
}

function isList(inline: Inline): inline is readonly Inline[] {
  return Array.isArray(inline);
}
