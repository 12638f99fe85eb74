import { pointerTo } from '../../protocol/canonical-json.js';
import type { Feature } from '../../protocol/protocol.js';
import { type Change, type Compare, changed } from '../change.js';
import { members, nothing } from '../comparing/members.js';
import { namedList } from '../comparing/named-list.js';
import { moreIsStricter, type Order, opposite } from '../comparing/order.js';
import { pairs } from '../comparing/pairs.js';
import { isWithin, range } from '../comparing/region.js';
import { directed, listed, quoted, same, sentence, value } from '../comparing/value.js';

const READ = 'values are read in another way';

const feature: Compare<Feature> = (before, after, place) => {
  const of = (what: string) => `${what} of ${after.direction} ${after.name}`;
  return [
    ...members<Feature>({
      name: nothing,
      direction: (old, now, there) => value<string>(of('the direction'), READ)(old, now, there),
      title: nothing,
      type: (old, now, there) => value<string>(of('the type'), READ)(old, now, there),
      minimum: nothing,
      maximum: nothing,
      values: (old, now, there) => {
        const direction = opposite(moreIsStricter)(old, now);
        const text = sentence({ what: of('the list of values'), words: valueWords }, old, now);
        return direction === 'same'
          ? []
          : [directed(there, text, direction, 'values count as valid that did not')];
      },
      unit: value(of('the unit'), READ),
      optional: (old, now, there) =>
        old === now
          ? []
          : [
              directed(
                there,
                `${after.direction} ${after.name} ${now ? 'may now be missing' : 'may not be missing any more'}`,
                now ? 'weaker' : 'stricter',
                'missing values count as valid',
              ),
            ],
      missing: value(of('the sign for a missing value'), READ),
    })(before, after, place),
    ...rangeChanges(before, after, of('the range'))(before, after, place),
  ];
};

function valueWords(values: readonly string[]): string {
  return values.length === 0 ? 'any value' : listed(values.map(quoted));
}

function rangeChanges(before: Feature, after: Feature, what: string): Compare<Feature> {
  const words = ({ minimum, maximum }: Feature) => `${minimum ?? ''}..${maximum ?? ''}`;
  return (_old, _now, place) => {
    if (words(before) === words(after)) return [];
    const text = sentence({ what, words }, before, after);
    return [directed(place, text, narrower(before, after), 'values count as valid that did not')];
  };
}

const narrower = ((before: Feature, after: Feature) => {
  const [a, b] = [before, after].map(({ minimum, maximum }) => range(minimum, maximum));
  if (isWithin(b!, a!)) return 'stricter';
  return isWithin(a!, b!) ? 'weaker' : 'unknown';
}) satisfies Order<Feature>;

/** Titles say nothing about how the model works, and are compared apart from it. */
export const featureTitles: Compare<readonly Feature[]> = (before, after, place) =>
  pairs(before, after, [({ name }) => name]).both.flatMap(({ before: old, after: now }) =>
    value(`the title of ${now.item.direction} ${now.item.name}`, null, quoted)(
      old.item.title,
      now.item.title,
      {
        subject: place.subject,
        before: pointerTo(place.before, old.index),
        after: pointerTo(place.after, now.index),
      },
    ),
  );

/** Features of one direction; the order of the inputs is the order of the model's input vector. */
export function featuresOf(direction: Feature['direction']): Compare<readonly Feature[]> {
  return (before, after, place) => {
    const mine = (list: readonly Feature[]) => list.filter((one) => one.direction === direction);
    const found = namedList<Feature>({
      noun: direction,
      inside: true,
      compare: feature,
      removal:
        direction === 'context'
          ? 'it cannot be monitored any more'
          : 'the model reads or writes something else',
      addition: direction === 'context' ? null : 'the model reads or writes something else',
    })(mine(before), mine(after), place);
    return [
      ...found.map((change) => repointed(change, before, after, direction, place.before, place.after)),
      ...(direction === 'input' ? inputOrder(mine(before), mine(after))(before, after, place) : []),
    ];
  };
}

function inputOrder(before: readonly Feature[], after: readonly Feature[]): Compare<unknown> {
  const names = (list: readonly Feature[], others: readonly Feature[]) =>
    list.map(({ name }) => name).filter((name) => others.some((other) => other.name === name));
  return (_old, _now, place) =>
    same(names(before, after), names(after, before))
      ? []
      : [changed(place, 'the inputs stand in another order', 'it is the order of the model’s input vector')];
}

/** Pointers into the list of one direction become pointers into the list of all features. */
function repointed(
  change: Change,
  before: readonly Feature[],
  after: readonly Feature[],
  direction: Feature['direction'],
  root: string,
  newRoot: string,
): Change {
  const whole = (pointer: string | null, list: readonly Feature[], below: string) => {
    if (pointer === null) return null;
    const [position, ...rest] = pointer.slice(below.length + 1).split('/');
    const index = list.map((one, at) => ({ one, at })).filter(({ one }) => one.direction === direction)[
      Number(position)
    ]?.at;
    return [pointerTo(below, index ?? 0), ...rest].join('/');
  };
  return {
    ...change,
    before: whole(change.before, before, root),
    after: whole(change.after, after, newRoot),
  };
}
