/** How much a finding matters: an error fails the command, a note never does. */
export type Level = 'error' | 'warning' | 'note';

/** Where a finding is; lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** Relative to the folder the command was started in, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** One thing that was found, in the form the formats of continuous integration are made from. */
export interface Finding {
  /** Id of its rule. */
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly place: Place | null;
  /** What stays the same when lines move: the same finding in the next run has the same. */
  readonly identity: readonly string[];
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
  /** Text that would replace the place. */
  readonly fix?: { readonly title: string; readonly newText: string } | undefined;
}

/** What a kind of finding means. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  /** What to do about it. */
  readonly mend: string;
  readonly level: Level;
}

/** All findings of one command. */
export interface Findings {
  /** `check` or `run`. */
  readonly command: string;
  readonly version: string;
  readonly findings: readonly Finding[];
  /** Of every rule a finding names, in order of their ids. */
  readonly rules: readonly Rule[];
  /** One line that says how it went. */
  readonly summary: string;
}
