import type { Severity } from './message.js';
import type { Fix } from './reporter.js';
import type { SourceLocation } from './source-location.js';

/** A finding about a spec in plain form, for the command line and for machines. */
export interface Diagnostic {
  /** `VGL…`, documented in docs/diagnostics.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly location: SourceLocation;
  /** Other places that belong to the same mistake, e.g. the first of two declarations. */
  readonly related?: readonly { readonly message: string; readonly location: SourceLocation }[];
  /** Replaces the text at `location`. */
  readonly fix?: Fix;
}
