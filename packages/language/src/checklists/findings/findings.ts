import type { ItemResult } from '../item-result.js';
import type { Judgement } from '../judge-item.js';
import type { Cause } from '../truth.js';

/** One thing to write or to correct, with every item it serves. */
export interface Finding {
  /** The fact or declaration it is about, `changePlan.title`, `monitor`; empty where the item cannot name one. */
  readonly concept: string;
  /** Of a declaration that is not there, the fields it has to have. */
  readonly fields: readonly string[];
  /** Whether it has to be written, or what is written does not fit. */
  readonly kind: 'missing' | 'wrong';
  /** JSON pointers into the Protocol: where it belongs, or what does not fit; the first is shown. */
  readonly at: readonly string[];
  /** The severity of the worst item; of items that may not apply it is a warning at most. */
  readonly severity: ItemResult['severity'];
  /** What is wrong, in sentences without their full stop, each once. */
  readonly texts: readonly string[];
  /** The items it serves, the worst first. */
  readonly items: readonly ItemResult[];
  /** The items for which it only decides whether they apply. */
  readonly undecided: number;
}

const ranks: { readonly [severity in ItemResult['severity']]: number } = { error: 0, warning: 1, info: 2 };

interface Entry {
  readonly cause: Cause;
  readonly judgement: Judgement;
}

/**
 * What to write or correct next. One fact that is missing is one finding, however many clauses ask for it and in
 * however many places; those that serve most clauses come first.
 */
export function findingsOf(judgements: readonly Judgement[]): readonly Finding[] {
  const groups = new Map<string, Entry[]>();
  for (const judgement of judgements) {
    const { status } = judgement.result;
    if (status !== 'unmet' && status !== 'open') continue;
    for (const cause of judgement.causes) {
      if (cause.kind === 'record') continue;
      const key = `${cause.kind} ${subjectOf(cause)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ cause, judgement }]);
      else group.push({ cause, judgement });
    }
  }
  return [...groups.values()].map(findingOf).sort(byWeight);
}

/** Of a declaration that is not there, all facts are one thing to write. */
function subjectOf(cause: Cause): string {
  if (isUndeclared(cause)) return cause.concept.slice(0, cause.concept.indexOf('.'));
  return cause.concept === '' ? cause.text : cause.concept;
}

function isUndeclared({ kind, at, concept, text }: Cause): boolean {
  return kind === 'missing' && at === '' && concept.includes('.') && text === `${concept} is not written`;
}

function findingOf(entries: readonly Entry[]): Finding {
  const judgements = [...new Set(entries.map(({ judgement }) => judgement))];
  const items = judgements.map(({ result }) => result).sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  const [worst] = judgements.map(severityOf).sort((a, b) => ranks[a] - ranks[b]);
  const [first] = entries;
  const undeclared = entries.map(({ cause }) => cause).filter(isUndeclared);
  const fields = [...new Set(undeclared.map((cause) => cause.concept.slice(cause.concept.indexOf('.') + 1)))];
  const root = undeclared[0] === undefined ? (first?.cause.concept ?? '') : subjectOf(undeclared[0]);
  const [field, ...more] = fields;
  const places = [...new Set(entries.map(({ cause }) => cause.at))];
  return {
    concept: field === undefined || more.length > 0 ? root : `${root}.${field}`,
    fields,
    kind: first?.cause.kind === 'wrong' ? 'wrong' : 'missing',
    // A place in the spec before the spec as a whole.
    at: [...places.filter((at) => at !== ''), ...places.filter((at) => at === '')],
    severity: worst ?? 'info',
    texts: textsOf(root, fields, entries),
    items,
    undecided: judgements.filter(({ applies }) => !applies).length,
  };
}

function textsOf(concept: string, fields: readonly string[], entries: readonly Entry[]): readonly string[] {
  const texts = new Set(
    entries
      .map(({ cause }) => cause)
      .filter((cause) => !isUndeclared(cause))
      .map(({ text }) => text),
  );
  if (fields.length > 0) {
    texts.delete(`${concept} is not declared`);
    return [`${concept} is not declared; it has to say ${listed(fields)}`, ...texts];
  }
  const all = [...texts];
  // What is not written says nothing, whatever it would be asked for.
  return texts.has(`${concept} is not written`)
    ? all.filter((text) => !text.startsWith(`${concept} does not say`))
    : all;
}

/** What may not apply at all does not block. */
function severityOf({ result, applies }: Judgement): ItemResult['severity'] {
  return !applies && result.severity === 'error' ? 'warning' : result.severity;
}

function byWeight(a: Finding, b: Finding): number {
  return (
    b.items.length - a.items.length ||
    ranks[a.severity] - ranks[b.severity] ||
    (a.concept < b.concept ? -1 : a.concept > b.concept ? 1 : 0)
  );
}

/** Fields that a sentence names. */
const mostFields = 6;

function listed(fields: readonly string[]): string {
  const more = fields.length > mostFields ? ` and ${fields.length - mostFields} more` : '';
  return fields.slice(0, mostFields).join(', ') + more;
}
