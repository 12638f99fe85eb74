import type { Conformance } from '../checklists/conformance.js';
import type { Compilation } from '../protocol/protocol.js';
import type { DocumentTree } from './content/block.js';

/** What a document is made from. */
export interface DocumentInput {
  readonly compilation: Compilation;
  /** How the spec fares against its checklists; null where that was not judged. */
  readonly conformance: Conformance | null;
}

/** A document that can be compiled from a Protocol. */
export interface CompiledDocument {
  /** File name without extension, and the name by which the command line asks for it. */
  readonly name: string;
  readonly title: string;
  /** The document; the same input gives the same document. */
  compose(input: DocumentInput): DocumentTree;
}
