import type { Rule, RuleStep, WordStep } from './automaton.js';
import type { Frame } from './frame.js';
import type { Word } from './word.js';

/** A word that can come next, and the frame it would be taken by. */
export interface Expected {
  readonly step: WordStep;
  readonly frame: Frame;
}

/**
 * Reads words by the grammar in all ways at once. Every keyword is a name, too, so that a half-typed statement can be
 * read in several ways; a parser that must choose one gives up where the choice turns out wrong.
 */
export class Reader {
  readonly #entry: Rule;
  readonly #keys = new Map<string, number>();

  constructor(entry: Rule) {
    this.#entry = entry;
  }

  /** Before the first word. */
  begin(): Frame[] {
    const { start: state } = this.#entry;
    const nothing = { parent: undefined, property: undefined, reference: undefined, start: undefined };
    return [{ state, ...nothing, taken: undefined, key: this.#key(state.id, undefined) }];
  }

  /** All ways to go on with a word; none where no reading allows it. */
  take(frames: readonly Frame[], word: Word): Frame[] {
    const next = new Map<number, Frame>();
    const beginsWith = ({ first }: Rule): boolean => word.names.some((name) => first.has(name));
    this.#walk(frames, beginsWith, (step, frame) => {
      if (!word.names.includes(step.terminal)) return;
      const taken = {
        property: step.property,
        text: word.text,
        isKeyword: step.isKeyword,
        child: undefined,
        before: frame.taken,
      };
      const key = this.#key(step.to.id, frame.parent);
      if (next.has(key)) return;
      next.set(key, { ...frame, state: step.to, start: frame.start ?? word.start, taken, key });
    });
    return [...next.values()];
  }

  /** Everything that can come next. */
  expected(frames: readonly Frame[]): Expected[] {
    const found: Expected[] = [];
    this.#walk(
      frames,
      () => true,
      (step, frame) => found.push({ step, frame }),
    );
    return found;
  }

  #walk(
    frames: readonly Frame[],
    enters: (rule: Rule) => boolean,
    visit: (step: WordStep, frame: Frame) => void,
  ): void {
    const seen = new Set<number>();
    const waiting = [...frames].reverse();
    for (let frame = waiting.pop(); frame !== undefined; frame = waiting.pop()) {
      if (seen.has(frame.key)) continue;
      seen.add(frame.key);
      for (const step of frame.state.words) visit(step, frame);
      const { parent } = frame;
      if (frame.state.isFinal && parent !== undefined) waiting.push(this.#left(frame, parent));
      for (const step of frame.state.rules) if (enters(step.rule)) waiting.push(this.#entered(frame, step));
    }
  }

  #entered(frame: Frame, { rule, property, reference, to }: RuleStep): Frame {
    const parent = { ...frame, state: to, key: this.#key(to.id, frame.parent) };
    const { start: state } = rule;
    const key = this.#key(state.id, parent);
    return { state, parent, property, reference, start: undefined, taken: undefined, key };
  }

  #left(child: Frame, parent: Frame): Frame {
    const taken = {
      property: child.property,
      text: undefined,
      isKeyword: false,
      child,
      before: parent.taken,
    };
    return { ...parent, start: parent.start ?? child.start, taken };
  }

  #key(state: number, parent: Frame | undefined): number {
    const name = `${state} ${parent?.key ?? ''}`;
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    this.#keys.set(name, this.#keys.size);
    return this.#keys.size - 1;
  }
}
