import { shown } from './shown.js';

/** How much a diagnostic matters; `information` never makes a spec invalid. */
export type Severity = 'error' | 'warning' | 'information';

/**
 * One thing that can be wrong with a spec. `text` is the sentence people read; `{name}` stands for an
 * argument, and the compiler checks that exactly these arguments are given where it is reported.
 */
export interface MessageDefinition {
  /** Stable for ever: a code is never reused for another mistake. */
  readonly code: `VGL${string}`;
  readonly severity: Severity;
  readonly title: string;
  readonly text: string;
  /** What it means and why it matters. */
  readonly meaning: string;
  /** What to do about it. */
  readonly mend: string;
  /** A piece of spec that shows it, added to the declarations at the head of docs/diagnostics.md. */
  readonly example: string;
}

/** The names between braces in a message's text. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

export type MessageArguments<Text extends string> = {
  readonly [Name in Placeholders<Text>]: string | number;
};

/** Keeps the literal types of a part of the table, so that arguments can be checked. */
export function messages<const T extends Record<string, MessageDefinition>>(part: T): T {
  return part;
}

/**
 * Fills the arguments into a message's text. Arguments hold words of the spec: nothing in them is
 * interpreted, and long ones are cut.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : shown(String(value));
  });
}
