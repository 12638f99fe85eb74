/**
 * A statement with syntax of its own, or a clause inside one: completion, hover and the reference manual take
 * their words from it.
 */
export interface StatementSchema {
  /** The words it begins with, e.g. `comply with`. */
  readonly keyword: string;
  /** The kinds of declaration it can stand in; for a clause, the keywords of the statements; or `file`. */
  readonly in: readonly string[];
  /** How it is written: `<what is replaced>`, `[what may be left out]`, `one | other`, `…` for repetition. */
  readonly syntax: string;
  /** One sentence: what it says. */
  readonly documentation: string;
  /** As it is written in a spec. */
  readonly example: string;
  /** Other forms it has. */
  readonly otherwise?: readonly string[];
  /** Whether it can be said only once where it stands. */
  readonly once?: true;
  /** The text an editor inserts, in the snippet syntax of the Language Server Protocol. */
  readonly snippet?: string;
  /** Paths of regulatory concepts that it expresses, e.g. `model.inputs`. */
  readonly concepts?: readonly string[];
}

/** Where statements stand that belong to no declaration. */
export const topLevel = 'file';
