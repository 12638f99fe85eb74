import type { Inline } from './inline.js';

/** A document, before it is printed as Markdown or HTML. */
export interface DocumentTree {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | Section
  | { readonly kind: 'paragraph'; readonly content: Inline }
  /** A text of several lines: empty lines divide paragraphs. */
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inline[] }
  | { readonly kind: 'definitions'; readonly entries: readonly Entry[] }
  | Table
  /** Something the reader must not miss. */
  | { readonly kind: 'note'; readonly content: Inline }
  | Diagram
  | Chart;

/** A part under a heading; its anchor is made from the heading, so a heading holds declared names only. */
export interface Section {
  readonly kind: 'section';
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Entry = readonly [term: Inline, content: Inline];

export interface Table {
  readonly kind: 'table';
  /** What the table shows, for those who cannot see what stands around it. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Inline[])[];
}

/** Boxes and arrows, from left to right. */
export interface Diagram {
  readonly kind: 'diagram';
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly arrows: readonly { readonly from: string; readonly to: string }[];
}
export interface DiagramNode {
  /** Stays the same when other nodes come or go, so that a change is a small diff. */
  readonly id: string;
  readonly label: string;
  /** Column it stands in, from 0. */
  readonly column: number;
}

/** A chart for HTML; Markdown has the same numbers in tables. */
export interface Chart {
  readonly kind: 'chart';
  readonly title: string;
  /** What the chart shows, in words, for those who cannot see it. */
  readonly description: string;
  /** A Vega-Lite specification with its data inside. */
  readonly spec: VegaLite;
}
export type VegaLite = { readonly [member: string]: unknown };

/** Blocks that are nothing when there is nothing to show. */
export type MaybeBlock = Block | null;

export function section(heading: string, ...blocks: readonly MaybeBlock[]): Section | null {
  const filled = present(blocks);
  return filled.length === 0 ? null : { kind: 'section', heading, blocks: filled };
}

export function present(blocks: readonly MaybeBlock[]): readonly Block[] {
  return blocks.filter((block) => block !== null);
}

export function paragraph(content: Inline | null): MaybeBlock {
  return content === null || content === '' ? null : { kind: 'paragraph', content };
}

export function prose(text: string | null | undefined): MaybeBlock {
  return text === null || text === undefined || text.trim() === '' ? null : { kind: 'prose', text };
}

export function note(content: Inline): Block {
  return { kind: 'note', content };
}

export function bullets(items: readonly Inline[]): MaybeBlock {
  return items.length === 0 ? null : { kind: 'list', ordered: false, items };
}

export function definitions(entries: readonly Entry[]): MaybeBlock {
  return entries.length === 0 ? null : { kind: 'definitions', entries };
}

export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Inline[])[],
): MaybeBlock {
  return rows.length === 0 ? null : { kind: 'table', caption, columns, rows };
}
