import type { BlockSchema, DeclarationSchema, FieldSchema } from './field-type.js';
import { factSnippet } from './snippet.js';

interface DeclarationOptions {
  readonly title: string;
  /** For declarations with syntax of their own; others are made from `starts`. */
  readonly syntax?: string;
  readonly snippet?: string;
  /** A name to begin with, where there may be several declarations of the kind. */
  readonly named?: string;
  /** The fields to begin with. */
  readonly starts?: readonly string[];
  readonly blocks?: readonly BlockSchema[];
  readonly open?: boolean;
  readonly concept?: string;
}

/** One row of the table of declarations. */
export function declaration(
  kind: string,
  documentation: string,
  fields: readonly FieldSchema[],
  {
    title,
    syntax,
    snippet,
    named,
    starts = [],
    blocks = [],
    open = false,
    concept = kind,
  }: DeclarationOptions,
): DeclarationSchema {
  return {
    kind,
    title,
    documentation,
    syntax: syntax ?? `${kind} ${named === undefined ? '[<name>]' : '<name>'} ["<title>"]`,
    snippet: snippet ?? factSnippet(named === undefined ? kind : `${kind} \${1:${named}}`, starts, fields),
    fields,
    blocks,
    open,
    concept,
  };
}

/** One row of a declaration's blocks. */
export function block(
  name: string,
  title: string,
  starts: readonly string[],
  fields: readonly FieldSchema[],
): BlockSchema {
  return { name, title, fields, snippet: factSnippet(name, starts, fields) };
}
