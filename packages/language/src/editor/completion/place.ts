import type { WordStep } from './reading/automaton.js';
import type { Cursor } from './reading/cursor.js';
import type { Frame } from './reading/frame.js';
import type { Expected, Reader } from './reading/reader.js';
import type { Reading } from './reading/reading.js';

/** A word that can stand at the cursor, as the part of the tree it would become. */
export interface Place {
  /** The rule of the node that keeps the word. */
  readonly rule: string;
  readonly property: string;
  /** The word itself, where the grammar asks for one. */
  readonly keyword: string | undefined;
  /** The keyword with those that must follow it: `over last`, `lower is better`. */
  readonly phrase: readonly string[];
  readonly terminal: string;
  /** The rule for the value the word is or begins, such as `ColumnName`. */
  readonly dataType: string | undefined;
  /** The type of declaration whose name it is. */
  readonly reference: string | undefined;
  /** The node that keeps it. */
  readonly frame: Frame;
  /** Where the value begins that it belongs to, when a part of it stands before the cursor already. */
  readonly start: number | undefined;
  /** Whether it begins a declaration or statement instead of going on with one. */
  readonly isNew: boolean;
}

const bodies: ReadonlySet<string | undefined> = new Set(['declarations', 'imports', 'statements', 'fields']);
const facts: ReadonlySet<string> = new Set(['Field', 'Block', 'Fact']);

/** What can come next: what goes on with the statement at the cursor, and what begins another one. */
export interface Places {
  readonly going: readonly Place[];
  readonly fresh: readonly Place[];
}

/** What can come next at a cursor. On a new line a statement can begin even where the one before has no end yet. */
export function placesAt({ frames, body }: Reading, cursor: Cursor, reader: Reader): Places {
  const places = placesAfter(frames, reader);
  const fresh = places.filter(({ isNew }) => isNew);
  const beginsLine = cursor.isFirstOnLine || (places.length === 0 && cursor.opensOnLine);
  const isBroken = fresh.length === 0 && beginsLine && !isInBrackets(cursor);
  return {
    going: places.filter(({ isNew }) => !isNew),
    fresh: isBroken ? placesAfter(body, reader) : fresh,
  };
}

function isInBrackets({ before }: Cursor): boolean {
  let depth = 0;
  for (let index = before.length - 1; index >= 0 && depth <= 0; index--) {
    const { text } = before[index]!;
    if (text === '{' || text === '}') return false;
    if (text === '[' || text === '(') depth++;
    if (text === ']' || text === ')') depth--;
  }
  return depth > 0;
}

/** Everything that can come next after words were read. */
export function placesAfter(frames: readonly Frame[], reader: Reader): Place[] {
  const constructs = startsOfConstructs(frames);
  // A keyword is a name only where it cannot be meant as a keyword: nobody calls a column `all`.
  const byKeyword = frames.filter(({ taken }) => taken?.isKeyword === true);
  return reader
    .expected(byKeyword.length > 0 ? byKeyword : frames)
    .filter(({ frame }) => !isShadowed(frame, constructs))
    .map(placeOf);
}

function placeOf({ step, frame }: Expected): Place {
  let node = frame;
  let { property, reference } = step;
  while (node.state.rule.isDataType && node.parent !== undefined) {
    property ??= node.property;
    reference ??= node.reference;
    node = node.parent;
  }
  return {
    rule: node.state.rule.name,
    property: property ?? '',
    keyword: step.isKeyword ? step.terminal : undefined,
    phrase: step.isKeyword ? phraseFrom(step) : [],
    terminal: step.terminal,
    dataType: frame === node ? undefined : frame.state.rule.name,
    reference,
    frame: node,
    start: frame === node ? undefined : frame.start,
    isNew: beginsStatement(frame),
  };
}

function phraseFrom(first: WordStep): string[] {
  const phrase = [first.terminal];
  for (
    let at = first.to;
    !at.isFinal && at.rules.length === 0 && at.words.length === 1;
    at = at.words[0]!.to
  ) {
    const { isKeyword, terminal } = at.words[0]!;
    if (!isKeyword || !/^\w/.test(terminal)) break;
    phrase.push(terminal);
  }
  return phrase;
}

function beginsStatement(frame: Frame): boolean {
  for (let at: Frame | undefined = frame; at !== undefined && at.start === undefined; at = at.parent) {
    if (bodies.has(at.property)) return true;
  }
  return false;
}

/** The nearest frame that has taken a word: what the cursor stands in. */
export function started(frame: Frame | undefined): Frame | undefined {
  let at = frame;
  while (at !== undefined && at.start === undefined) at = at.parent;
  return at;
}

/** Where statements with syntax of their own begin: `time: x` of a log is no fact, although it reads like one. */
function startsOfConstructs(frames: readonly Frame[]): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const frame of frames) {
    for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
      if (at.start !== undefined && !facts.has(at.state.rule.name)) starts.add(at.start);
    }
  }
  return starts;
}

function isShadowed(frame: Frame, constructs: ReadonlySet<number>): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.start !== undefined && facts.has(at.state.rule.name) && constructs.has(at.start)) return true;
  }
  return false;
}
