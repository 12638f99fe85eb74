import type { ItemResult } from '../item-result.js';
import type { Judgement } from '../judge-item.js';
import type { Cause } from '../truth.js';

/** One thing to write or to correct, with every item it serves. */
export interface Finding {
  /** The fact or declaration it is about, `changePlan.title`, `monitor`; empty where the item cannot name one. */
  readonly concept: string;
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
      const subject = cause.concept === '' ? cause.text : cause.concept;
      const key = `${cause.kind} ${subject}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ cause, judgement }]);
      else group.push({ cause, judgement });
    }
  }
  return [...groups.values()].map(findingOf).sort(byWeight);
}

function findingOf(entries: readonly Entry[]): Finding {
  const judgements = [...new Set(entries.map(({ judgement }) => judgement))];
  const items = judgements.map(({ result }) => result).sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  const [worst] = judgements.map(severityOf).sort((a, b) => ranks[a] - ranks[b]);
  const [first] = entries;
  const places = [...new Set(entries.map(({ cause }) => cause.at))];
  return {
    concept: first?.cause.concept ?? '',
    kind: first?.cause.kind === 'wrong' ? 'wrong' : 'missing',
    // A place in the spec before the spec as a whole.
    at: [...places.filter((at) => at !== ''), ...places.filter((at) => at === '')],
    severity: worst ?? 'info',
    texts: [...new Set(entries.map(({ cause }) => cause.text))],
    items,
    undecided: judgements.filter(({ applies }) => !applies).length,
  };
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
