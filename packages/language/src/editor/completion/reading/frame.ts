import type { State } from './automaton.js';

/** What a rule has taken so far: words and what other rules took, last one first. */
export interface Taken {
  readonly property: string | undefined;
  readonly text: string | undefined;
  /** Whether the word was taken as a keyword, not as a name. */
  readonly isKeyword: boolean;
  readonly child: Frame | undefined;
  readonly before: Taken | undefined;
}

/** A rule that is being read: how far it is, what it has taken, and the rule that waits for it. Never changed. */
export interface Frame {
  readonly state: State;
  /** The frame that goes on when this one ends. */
  readonly parent: Frame | undefined;
  /** The property of the parent that keeps this one. */
  readonly property: string | undefined;
  /** The type of declaration that it names. */
  readonly reference: string | undefined;
  /** Offset of its first word; undefined while it has none. */
  readonly start: number | undefined;
  readonly taken: Taken | undefined;
  /** Frames with the same key can go on in the same ways. */
  readonly key: number;
}

/** The text of the last word a property took. */
export function textOf(frame: Frame, property: string): string | undefined {
  for (let at = frame.taken; at !== undefined; at = at.before) {
    if (at.property === property) return at.text ?? (at.child === undefined ? undefined : wordsIn(at.child));
  }
  return undefined;
}

/** What other rules took for a property, in order; without one, what they took in the place of the frame. */
export function childrenOf(frame: Frame, property: string | undefined): Frame[] {
  const found: Frame[] = [];
  for (let at = frame.taken; at !== undefined; at = at.before) {
    if (at.property === property && at.child !== undefined) found.unshift(at.child);
  }
  return found;
}

/** The nearest frame of a rule, the frame itself included. */
export function around(frame: Frame | undefined, ...rules: readonly string[]): Frame | undefined {
  for (let at = frame; at !== undefined; at = at.parent) if (rules.includes(at.state.rule.name)) return at;
  return undefined;
}

function wordsIn(frame: Frame): string {
  let text = '';
  for (let at = frame.taken; at !== undefined; at = at.before) {
    text = (at.text ?? (at.child === undefined ? '' : wordsIn(at.child))) + text;
  }
  return text;
}

/** The texts a property took, in order. */
export function textsOf(frame: Frame, property: string): string[] {
  const found: string[] = [];
  for (let at = frame.taken; at !== undefined; at = at.before) {
    if (at.property !== property) continue;
    found.unshift(at.text ?? (at.child === undefined ? '' : wordsIn(at.child)));
  }
  return found;
}
