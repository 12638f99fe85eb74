import type { Range } from 'vscode-languageserver';
import type { Conformance } from '../../checklists/conformance.js';
import type { SourceLocation } from '../../diagnostics/source-location.js';
import type { DocumentTree } from '../../documents/content/block.js';

/**
 * Requests of ours beside the protocol's, on which an editor's views are built. Parameters and answers are plain JSON.
 * An editor that does not know them loses nothing else.
 */
export const outlineRequest = 'vigil/outline';
export const documentRequest = 'vigil/document';
export const conformanceRequest = 'vigil/conformance';
export const identityRequest = 'vigil/identity';
/** A notification: files the server cannot read itself, as in a browser; null for one that is gone. */
export const filesNotification = 'vigil/files';

export interface OutlineParams {
  /** Of an open or imported spec. */
  readonly uri: string;
}

/** A name in a spec and where it stands. */
export interface Place {
  readonly name: string;
  readonly title: string | null;
  readonly range: Range;
}

/** A check of a monitor; `index` is its position in the monitor, as in a report. */
export interface CheckOutline {
  readonly index: number;
  /** The metric as written, `psi of all inputs`. */
  readonly text: string;
  readonly metric: string;
  /** The limits as written, `warn > 0.1  fail > 0.25`. */
  readonly limits: string;
  readonly range: Range;
}

export interface MonitorOutline extends Place {
  readonly checks: readonly CheckOutline[];
}

export interface ModelOutline extends Place {
  readonly version: string | null;
}

/** What a spec file declares itself, in the order of the text. */
export interface SpecOutline {
  readonly uri: string;
  readonly product: Place | null;
  readonly models: readonly ModelOutline[];
  readonly monitors: readonly MonitorOutline[];
  /** Files it imports, directly or not. */
  readonly imports: readonly string[];
}

export interface DocumentParams {
  readonly uri: string;
  /** As `vigil compile --document`. */
  readonly document: string;
}

export type DocumentAnswer =
  | {
      readonly kind: 'document';
      /** The editor's side prints it, because the library that draws charts is large. */
      readonly tree: DocumentTree;
      readonly protocolId: string;
      /** All documents that can be asked for. */
      readonly documents: readonly { readonly name: string; readonly title: string }[];
    }
  | NotCompiled;

/** Why there is nothing compiled to show. */
export type NotCompiled =
  /** The spec has errors. */
  | { readonly kind: 'invalid'; readonly errors: number }
  | { readonly kind: 'unknown'; readonly message: string };

export interface IdentityParams {
  readonly uri: string;
}

export type IdentityAnswer =
  | {
      readonly kind: 'identity';
      readonly protocolId: string;
      /**
       * Of the Protocol and of the lines its monitors stand on, with everything that is imported: results of a run hold,
       * and their places are right, as long as it is the same.
       */
      readonly identity: string;
      /** What the spec and its imports declare, by which results say whose they are. */
      readonly models: readonly { readonly name: string; readonly version: string }[];
    }
  | NotCompiled;

export interface ConformanceParams {
  readonly uri: string;
}

export type ConformanceAnswer =
  | {
      readonly kind: 'conformance';
      readonly protocolId: string;
      readonly conformance: Conformance;
      /** Where the fact an item is about stands or belongs, by `PACK.item`. */
      readonly places: { readonly [item: string]: SourceLocation };
    }
  | NotCompiled;
