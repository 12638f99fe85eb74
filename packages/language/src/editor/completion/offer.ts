import type { CompletionItemKind, TextEdit } from 'vscode-languageserver';

/** Something that can stand at the cursor, before it is known how the editor wants to be told. */
export interface Offer {
  /** What is shown and, unless something else is said, inserted. */
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What is inserted where the editor knows no snippets; the label where there is nothing else. */
  readonly text?: string;
  readonly snippet?: string;
  /** What the typed word is compared with; the label where there is nothing else. */
  readonly filter?: string;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly rank: Rank;
  /** Place among offers of the same rank; the alphabet decides where it is the same. */
  readonly order?: number;
  readonly commit?: readonly string[];
  readonly edits?: readonly TextEdit[];
}

/** How likely an offer is what is meant. */
export const Rank = {
  /** Fits the value, metric or field best. */
  best: 0,
  /** Goes on with the statement at the cursor. */
  next: 1,
  /** Must be given and is not yet. */
  missing: 2,
  statement: 3,
  field: 4,
  block: 5,
  /** Needs something else first: an import, a reference. */
  further: 6,
  example: 7,
} as const;
export type Rank = (typeof Rank)[keyof typeof Rank];
