import { pointerTo } from '../../protocol/canonical-json.js';
import type { Chart, Check, MetricTerm } from '../../protocol/protocol.js';
import {
  added,
  type Change,
  type Compare,
  changed,
  loosened,
  type Place,
  removed,
  tightened,
} from '../change.js';
import { below } from '../comparing/members.js';
import { moreIsStricter, wordOrder } from '../comparing/order.js';
import { type Entry, pairs } from '../comparing/pairs.js';
import { crossesOf, measurementKey, metricKey, termKey, termWords, ungroupedKey } from '../comparing/term.js';
import { directed, listed, ordered, same, value } from '../comparing/value.js';
import { limitChanges } from './limits.js';

/** From what is measured exactly to the metric alone: what a check is recognised by. */
const rounds = [termKey, ungroupedKey, measurementKey, metricKey];

export const compareChecks: Compare<readonly Check[]> = (before, after, place) =>
  measuredThings(before, after, place, 'check', (old, now, there) => [
    ...limitChanges(old.limits, now.limits, now.term, termWords(now.term), below(there, 'limits')),
    ...adjustment(old, now)(old.adjust ?? 'none', now.adjust ?? 'none', below(there, 'adjust')),
  ]);

export const compareCharts: Compare<readonly Chart[]> = (before, after, place) =>
  measuredThings(before, after, place, 'chart', (old, now, there) =>
    methodChanges(old.method, now.method, termWords(now.term), there),
  );

/** A correction for many tests lets fewer of them fail; Bonferroni the fewest. */
function adjustment(before: Check, after: Check): Compare<string | null> {
  return ordered(
    { what: `the adjustment of check ${termWords(after.term)}`, words: (word) => word.replaceAll('_', '-') },
    before.limits.some(({ subject }) => subject === 'pValue')
      ? wordOrder('bonferroni', 'holm', 'benjamini_hochberg', 'none')
      : () => 'unknown',
    { given: 'unknown', why: 'a stronger adjustment lets smaller p-values pass' },
  );
}

function methodChanges(
  before: Chart['method'],
  after: Chart['method'],
  chart: string,
  place: Place,
): readonly Change[] {
  const why = 'the chart signals at other values than before';
  if (before.kind === 'cusum' && after.kind === 'cusum') {
    const weaker = { given: 'unknown', why: 'the chart signals later or less often' } as const;
    const smaller = (what: string) =>
      ordered<number>(
        { what: `the ${what} of chart ${chart}`, words: String },
        (a, b) => (b < a ? 'stricter' : 'weaker'),
        weaker,
      );
    return [
      ...value<number>(`the target of chart ${chart}`, why)(before.target, after.target, place),
      ...smaller('shift')(before.shift, after.shift, place),
      ...smaller('average run length')(before.arl, after.arl, place),
    ];
  }
  if (before.kind === 'shewhart' && after.kind === 'shewhart') {
    return ordered<string>({ what: `the rule set of chart ${chart}`, words: String }, () => 'unknown', {
      given: 'stricter',
      why: 'patterns that signalled before no longer do',
    })(before.rules, after.rules, place);
  }
  return same(before, after)
    ? []
    : [changed(place, `chart ${chart} is now a ${after.kind} chart instead of a ${before.kind} chart`, why)];
}

/** Pairs checks (or charts) of a monitor and compares what they measure, on which columns and in which groups. */
function measuredThings<T extends { readonly term: MetricTerm }>(
  before: readonly T[],
  after: readonly T[],
  place: Place,
  noun: 'check' | 'chart',
  compare: Compare<T>,
): readonly Change[] {
  const found = pairs(
    before,
    after,
    rounds.map(
      (key) =>
        ({ term }: T) =>
          key(term),
    ),
  );
  const words = ({ item }: Entry<T>) => `${noun} ${termWords(item.term)}`;
  return [
    ...found.gone.map((entry) =>
      removed(
        place.subject,
        pointerTo(place.before, entry.index),
        `${words(entry)} is not made any more`,
        'what it watched is not watched any more',
      ),
    ),
    ...found.fresh.map((entry) =>
      added(place.subject, pointerTo(place.after, entry.index), `${words(entry)} is new`),
    ),
    ...found.both.flatMap((pair) => {
      const there: Place = {
        subject: place.subject,
        before: pointerTo(place.before, pair.before.index),
        after: pointerTo(place.after, pair.after.index),
      };
      const [old, now] = [pair.before.item, pair.after.item];
      return [...termChanges(old.term, now.term, noun, there), ...compare(old, now, there)];
    }),
  ];
}

/** How what is measured changed, where it is still the same metric. */
function termChanges(
  before: MetricTerm,
  after: MetricTerm,
  noun: 'check' | 'chart',
  place: Place,
): readonly Change[] {
  const check = `${noun} ${termWords({ ...after, by: [] })}`;
  const settings = { ...after, of: before.of, by: before.by };
  return [
    ...(termKey(settings) === termKey(before)
      ? []
      : [
          changed(
            place,
            `${noun} ${termWords({ ...before, by: [] })} now measures ${termWords({ ...after, by: [] })}`,
            'with other settings the limits mean something else',
          ),
        ]),
    ...coverage(check, 'columns', before.of, after.of, place),
    ...coverage(check, 'groups', crossesOf(before), crossesOf(after), place),
  ];
}

function coverage(
  check: string,
  what: 'columns' | 'groups',
  before: readonly string[],
  after: readonly string[],
  place: Place,
): readonly Change[] {
  const direction = moreIsStricter(before, after);
  if (direction === 'same') return [];
  const lost = before.filter((item) => !after.includes(item));
  const gained = after.filter((item) => !before.includes(item));
  if (direction === 'stricter') {
    // Without groups a check is made on all rows, and that is not done any more.
    if (what === 'groups' && before.length === 0)
      return [changed(place, `${check} is now made by ${listed(gained)}`, 'it was made on all rows')];
    return [tightened(place, `${check} now covers the ${what} ${listed(gained)}, too`)];
  }
  const text =
    gained.length > 0
      ? `${check} now covers the ${what} ${listed(gained)} instead of ${listed(lost)}`
      : `${check} does not cover the ${what} ${listed(lost)} any more`;
  const why =
    what === 'groups' ? 'a difference there is not seen any more' : 'a fault there is not seen any more';
  return direction === 'weaker' ? [loosened(place, text, why)] : [directed(place, text, 'unknown', why)];
}
