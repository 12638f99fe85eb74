/** A regular expression that is matched in time linear in the text, whatever the pattern. */
export interface Pattern {
  readonly source: string;
  /** Whether any part of the text fits. */
  readonly matches: (text: string) => boolean;
}

const longestPattern = 200;
const mostStates = 2_000;

/** A condition on one character, on the place, or a fork; `next` are the states behind it. */
type State =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean; next: number }
  | { readonly kind: 'start' | 'end'; next: number }
  | { readonly kind: 'fork'; next: readonly number[] }
  | { readonly kind: 'done' };

type Node =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'either'; readonly options: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly node: Node;
      readonly least: number;
      readonly most: number | undefined;
    };

/**
 * Compiles a pattern: characters, `.`, classes, `\d \w \s`, groups, `|`, `* + ? {m,n}`, `^` and `$`. There are no
 * back references and no look around, so that no pattern takes exponential time.
 *
 * @see Thompson K. Regular expression search algorithm. Commun ACM 1968;11:419–422
 */
export function compilePattern(source: string): Pattern | { readonly problem: string } {
  if (source.length > longestPattern) return { problem: `it is longer than ${longestPattern} characters` };
  const parsed = parse(source);
  if (typeof parsed === 'string') return { problem: parsed };
  const states: State[] = [{ kind: 'done' }];
  const start = build(parsed, 0, states);
  if (start === undefined) return { problem: `it repeats too much` };
  return { source, matches: (text) => run(states, start, text) };
}

function build(node: Node, next: number, states: State[]): number | undefined {
  if (states.length > mostStates) return undefined;
  switch (node.kind) {
    case 'character':
    case 'start':
    case 'end':
      return states.push({ ...node, next }) - 1;
    case 'sequence':
      return node.parts.reduceRight<number | undefined>(
        (after, part) => (after === undefined ? undefined : build(part, after, states)),
        next,
      );
    case 'either': {
      const options = node.options.map((option) => build(option, next, states));
      return options.includes(undefined)
        ? undefined
        : states.push({ kind: 'fork', next: options.flatMap((each) => each ?? []) }) - 1;
    }
    case 'repeat':
      return buildRepeat(node, next, states);
  }
}

function buildRepeat(
  { node, least, most }: Extract<Node, { kind: 'repeat' }>,
  next: number,
  states: State[],
): number | undefined {
  let entry: number | undefined = next;
  if (most === undefined) {
    const loop = states.push({ kind: 'fork', next: [next] }) - 1;
    const body = build(node, loop, states);
    if (body === undefined) return undefined;
    states[loop] = { kind: 'fork', next: [body, next] };
    entry = loop;
  } else {
    for (let count = least; count < most && entry !== undefined; count++) {
      const body = build(node, entry, states);
      entry = body === undefined ? undefined : states.push({ kind: 'fork', next: [body, next] }) - 1;
    }
  }
  for (let count = 0; count < least && entry !== undefined; count++) entry = build(node, entry, states);
  return entry;
}

/** Follows all states at once, and begins anew at every character: a part of the text is enough. */
function run(states: readonly State[], start: number, text: string): boolean {
  const characters = [...text];
  let current = new Set<number>();
  for (let place = 0; place <= characters.length; place++) {
    const open = [...current, start];
    const reached = new Set<number>();
    while (open.length > 0) {
      const index = open.pop() ?? 0;
      const state = states[index];
      if (state === undefined || reached.has(index)) continue;
      reached.add(index);
      if (state.kind === 'done') return true;
      if (state.kind === 'fork') open.push(...state.next);
      if (state.kind === 'start' && place === 0) open.push(state.next);
      if (state.kind === 'end' && place === characters.length) open.push(state.next);
    }
    const character = characters[place];
    current = new Set();
    if (character === undefined) break;
    for (const index of reached) {
      const state = states[index];
      if (state?.kind === 'character' && state.accepts(character)) current.add(state.next);
    }
  }
  return false;
}

/** Reads a pattern; a text says what is wrong with it. */
function parse(source: string): Node | string {
  const characters = [...source];
  let place = 0;
  let problem: string | undefined;
  const peek = () => characters[place];
  const fail = (text: string): Node => {
    problem ??= text;
    place = characters.length;
    return { kind: 'sequence', parts: [] };
  };

  const either = (): Node => {
    const options = [sequence()];
    while (peek() === '|') {
      place++;
      options.push(sequence());
    }
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'either', options };
  };

  const sequence = (): Node => {
    const parts: Node[] = [];
    for (
      let character = peek();
      character !== undefined && character !== '|' && character !== ')';
      character = peek()
    )
      parts.push(repeated(single()));
    return { kind: 'sequence', parts };
  };

  const repeated = (node: Node): Node => {
    switch (peek()) {
      case '*':
        place++;
        return repeated({ kind: 'repeat', node, least: 0, most: undefined });
      case '+':
        place++;
        return repeated({ kind: 'repeat', node, least: 1, most: undefined });
      case '?':
        place++;
        return repeated({ kind: 'repeat', node, least: 0, most: 1 });
      case '{': {
        const [whole, least, comma, most] =
          /^\{(\d{1,3})(,?)(\d{0,3})\}/.exec(characters.slice(place).join('')) ?? [];
        if (whole === undefined) return fail('a { is not closed');
        place += whole.length;
        const from = Number(least);
        const to = comma === '' ? from : most === '' ? undefined : Number(most);
        return to !== undefined && to < from
          ? fail('a repetition ends before it begins')
          : repeated({ kind: 'repeat', node, least: from, most: to });
      }
      default:
        return node;
    }
  };

  const single = (): Node => {
    const character = characters[place++];
    switch (character) {
      case '.':
        return { kind: 'character', accepts: (each) => each !== '\n' };
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '[':
        return classOf();
      case '(': {
        if (peek() === '?') {
          if (characters[place + 1] !== ':') return fail('only plain groups and (?: are known');
          place += 2;
        }
        const inner = either();
        if (characters[place++] !== ')') return fail('a ( is not closed');
        return inner;
      }
      case '\\':
        return { kind: 'character', accepts: escaped() };
      case '*':
      case '+':
      case '?':
        return fail(`nothing stands before ${character}`);
      default:
        return { kind: 'character', accepts: (each) => each === character };
    }
  };

  const escaped = (): ((character: string) => boolean) => {
    const character = characters[place++];
    if (character === undefined) {
      fail('it ends with \\');
      return () => false;
    }
    const known = shorthands[character];
    if (known !== undefined) return known;
    if (/[A-Za-z0-9]/.test(character)) fail(`\\${character} is not known`);
    return (each) => each === character;
  };

  const classOf = (): Node => {
    const negated = peek() === '^';
    if (negated) place++;
    const accepted: ((character: string) => boolean)[] = [];
    for (let first = true; ; first = false) {
      const character = characters[place++];
      if (character === undefined) return fail('a [ is not closed');
      if (character === ']' && !first) break;
      if (character === '\\') accepted.push(escaped());
      else if (peek() === '-' && characters[place + 1] !== undefined && characters[place + 1] !== ']') {
        const last = characters[place + 1] ?? character;
        place += 2;
        accepted.push((each) => each >= character && each <= last);
      } else accepted.push((each) => each === character);
    }
    return { kind: 'character', accepts: (each) => accepted.some((accepts) => accepts(each)) !== negated };
  };

  const whole = either();
  if (problem === undefined && place < characters.length) problem = 'a ) has no (';
  return problem ?? whole;
}

const isDigit = (character: string) => character >= '0' && character <= '9';
const isWord = (character: string) => /^\w$/.test(character);
const isSpace = (character: string) => /^\s$/.test(character);

const shorthands: { readonly [letter: string]: ((character: string) => boolean) | undefined } = {
  d: isDigit,
  D: (character) => !isDigit(character),
  w: isWord,
  W: (character) => !isWord(character),
  s: isSpace,
  S: (character) => !isSpace(character),
  n: (character) => character === '\n',
  t: (character) => character === '\t',
};
