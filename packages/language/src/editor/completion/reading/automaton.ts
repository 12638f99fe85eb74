import { GrammarAST, GrammarUtils } from 'langium';

/** A step that takes one word of the text. */
export interface WordStep {
  /** The keyword itself, or the name of a terminal. */
  readonly terminal: string;
  readonly isKeyword: boolean;
  /** The property of the tree that keeps the word. */
  readonly property: string | undefined;
  /** The type of declaration whose name the word is. */
  readonly reference: string | undefined;
  readonly to: State;
}

/** A step that takes what another rule takes. */
export interface RuleStep {
  readonly rule: Rule;
  readonly property: string | undefined;
  readonly reference: string | undefined;
  readonly to: State;
}

/** A place between two words of a rule. */
export interface State {
  readonly id: number;
  readonly rule: Rule;
  readonly words: readonly WordStep[];
  readonly rules: readonly RuleStep[];
  /** Whether the rule may end here. */
  readonly isFinal: boolean;
}

/** A rule of the grammar as an automaton. */
export interface Rule {
  readonly name: string;
  /** Whether it makes a value instead of a node, e.g. `QualifiedName`. */
  readonly isDataType: boolean;
  readonly start: State;
  /** Keywords and terminals it may begin with. */
  readonly first: ReadonlySet<string>;
}

/** A state while it is made: steps without a word are still there. */
class Draft {
  readonly words: (Omit<WordStep, 'to'> & { readonly to: Draft })[] = [];
  readonly rules: (Omit<RuleStep, 'to' | 'rule'> & { readonly rule: string; readonly to: Draft })[] = [];
  readonly free: Draft[] = [];
  isFinal = false;
}

interface Kept {
  readonly property?: string;
  readonly reference?: string;
}

/** The rules of a grammar as automata, by name. */
export function automataOf(grammar: GrammarAST.Grammar): ReadonlyMap<string, Rule> {
  const drafts = new Map<string, Draft>();
  const dataTypes = new Set<string>();
  for (const rule of grammar.rules) {
    const start = new Draft();
    if (GrammarAST.isInfixRule(rule)) infix(rule, start).isFinal = true;
    else if (GrammarAST.isParserRule(rule) && !rule.fragment)
      drafted(rule.definition, start, {}).isFinal = true;
    else continue;
    drafts.set(rule.name, start);
    if (GrammarAST.isParserRule(rule) && GrammarUtils.isDataTypeRule(rule)) dataTypes.add(rule.name);
  }
  return finished(drafts, dataTypes);
}

/** @returns where the element ends */
function drafted(element: GrammarAST.AbstractElement, from: Draft, kept: Kept): Draft {
  const { cardinality } = element;
  if (cardinality === undefined) return once(element, from, kept);
  const entry = new Draft();
  from.free.push(entry);
  const end = once(element, entry, kept);
  const exit = new Draft();
  end.free.push(exit);
  if (cardinality !== '?') end.free.push(entry);
  if (cardinality !== '+') entry.free.push(exit);
  return exit;
}

function once(element: GrammarAST.AbstractElement, from: Draft, kept: Kept): Draft {
  if (GrammarAST.isGroup(element)) {
    return element.elements.reduce((at, each) => drafted(each, at, kept), from);
  }
  if (GrammarAST.isAlternatives(element)) {
    const end = new Draft();
    for (const each of element.elements) drafted(each, from, kept).free.push(end);
    return end;
  }
  if (GrammarAST.isAssignment(element)) {
    return drafted(element.terminal, from, { ...kept, property: element.feature });
  }
  if (GrammarAST.isCrossReference(element)) {
    const reference = element.type.$refText;
    return element.terminal === undefined
      ? word('ID', false, from, { ...kept, reference })
      : drafted(element.terminal, from, { ...kept, reference });
  }
  if (GrammarAST.isKeyword(element)) return word(element.value, true, from, kept);
  if (GrammarAST.isRuleCall(element)) return called(element.rule.ref, from, kept);
  // An action makes a node and takes no word.
  return from;
}

function called(rule: GrammarAST.AbstractRule | undefined, from: Draft, kept: Kept): Draft {
  if (rule === undefined) return from;
  if (GrammarAST.isTerminalRule(rule)) return word(rule.name, false, from, kept);
  if (GrammarAST.isParserRule(rule) && rule.fragment) return drafted(rule.definition, from, {});
  const to = new Draft();
  from.rules.push({ rule: rule.name, property: kept.property, reference: kept.reference, to });
  return to;
}

function word(terminal: string, isKeyword: boolean, from: Draft, { property, reference }: Kept): Draft {
  const to = new Draft();
  from.words.push({ terminal, isKeyword, property, reference, to });
  return to;
}

function infix({ call, operators }: GrammarAST.InfixRule, start: Draft): Draft {
  const operand = drafted(call, start, { property: 'parts' });
  for (const { operators: same } of operators.precedences) {
    for (const { value } of same) word(value, true, operand, { property: 'operator' }).free.push(start);
  }
  return operand;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** Makes states of drafts: what can be reached without a word belongs to the state itself. */
function finished(
  drafts: ReadonlyMap<string, Draft>,
  dataTypes: ReadonlySet<string>,
): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Growing<Rule>>();
  for (const name of drafts.keys()) {
    rules.set(name, { name, isDataType: dataTypes.has(name), start: undefined!, first: new Set() });
  }
  let count = 0;
  for (const [name, draft] of drafts) {
    const rule = rules.get(name)!;
    const states = new Map<Draft, State>();
    const stateOf = (from: Draft): State => {
      const known = states.get(from);
      if (known !== undefined) return known;
      const state: Growing<State> = { id: count++, rule, words: [], rules: [], isFinal: false };
      states.set(from, state);
      for (const each of reachable(from)) {
        state.isFinal ||= each.isFinal;
        for (const step of each.words) state.words.push({ ...step, to: stateOf(step.to) });
        for (const step of each.rules) {
          state.rules.push({ ...step, rule: rules.get(step.rule)!, to: stateOf(step.to) });
        }
      }
      return state;
    };
    rule.start = stateOf(draft);
  }
  for (const rule of rules.values()) rule.first = firstOf(rule.start, new Set());
  return rules;
}

function reachable(from: Draft): ReadonlySet<Draft> {
  const found = new Set([from]);
  for (const each of found) for (const next of each.free) found.add(next);
  return found;
}

/** No rule of the grammar is empty: what a rule begins with is what its first steps begin with. */
function firstOf(state: State, seen: Set<State>): Set<string> {
  if (seen.has(state)) return new Set();
  seen.add(state);
  const first = new Set(state.words.map(({ terminal }) => terminal));
  for (const { rule } of state.rules) for (const each of firstOf(rule.start, seen)) first.add(each);
  return first;
}
