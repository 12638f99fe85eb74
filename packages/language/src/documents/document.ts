import type { Compilation } from '../protocol/protocol.js';

/** A document that can be compiled from a Protocol. */
export interface CompiledDocument {
  /** File name without extension, and the name by which the command line asks for it. */
  readonly name: string;
  readonly title: string;
  readonly extension: 'md' | 'json';
  /** The document's text; the same compilation gives the same text byte for byte. */
  render(compilation: Compilation): string;
}
