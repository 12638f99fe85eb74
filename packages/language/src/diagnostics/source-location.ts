/** Where in the text something was said; lines and columns count from 1, columns in UTF-16 units. */
export interface SourceLocation {
  /** Relative to the entry spec's folder, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
