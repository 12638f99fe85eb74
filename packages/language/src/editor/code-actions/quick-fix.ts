import type { AstNode, LangiumDocument } from 'langium';
import type { Diagnostic, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { VigilServices } from '../../services.js';

/** Where a diagnostic stands, as far as the tree can say. */
export interface FixPlace {
  readonly services: VigilServices;
  readonly document: LangiumDocument;
  readonly diagnostic: Diagnostic;
  /** The innermost node at the diagnostic's start. */
  readonly node: AstNode;
}

/** One way to mend what a diagnostic found. */
export interface Fix {
  /** What the editor offers, as an order: "Import 'Risk' from './risk.vigil'". */
  readonly title: string;
  /** Edits of the document itself, or of several. */
  readonly edits: readonly TextEdit[] | WorkspaceEdit;
  /** The one fix that is right nearly always; editors apply it on one key. */
  readonly preferred?: boolean;
}

/** Finds the ways to mend one kind of diagnostic; none where the text around it is too damaged to say. */
export type QuickFix = (place: FixPlace) => readonly Fix[];
