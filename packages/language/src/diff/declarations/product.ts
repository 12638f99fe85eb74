import { pointerTo } from '../../protocol/canonical-json.js';
import type { Hazard, Integration, Product, Role, Waiver } from '../../protocol/protocol.js';
import { added, type Compare, changed, loosened, removed, tightened } from '../change.js';
import { members, nothing } from '../comparing/members.js';
import { namedList } from '../comparing/named-list.js';
import { pairs } from '../comparing/pairs.js';
import { unordered } from '../comparing/unordered.js';
import { quoted, value } from '../comparing/value.js';
import { blocksOf, factsOf } from './facts.js';

const BASIS = 'the approval rests on it';

const compareProduct: Compare<Product> = members<Product>({
  name: value('the name', null),
  title: value('the title', null, quoted),
  complyWith: (before, after, place) => {
    const found = pairs(before, after, [({ pack }) => pack]);
    return [
      ...found.gone.map(({ item, index }) =>
        removed(
          place.subject,
          pointerTo(place.before, index),
          `does not have to comply with ${item.pack} any more`,
          'its clauses are not checked any more',
        ),
      ),
      ...found.fresh.map(({ item, index }) =>
        added(place.subject, pointerTo(place.after, index), `now has to comply with ${item.pack}`),
      ),
      ...found.both.flatMap(({ before: old, after: now }) =>
        value<string>(`the edition of ${now.item.pack}`, 'other clauses are checked')(
          old.item.edition,
          now.item.edition,
          {
            subject: place.subject,
            before: pointerTo(place.before, old.index),
            after: pointerTo(place.after, now.index),
          },
        ),
      ),
    ];
  },
  signatures: unordered({
    words: ({ role, meaning }) => `the signature of ${role} as ${meaning}`,
    removal: 'it can be released without this signature',
  }),
  facts: factsOf('product', { change: BASIS }),
  blocks: blocksOf('product', { change: BASIS }),
});

/** Products are compared whatever they are called: a spec has one. */
export const product: Compare<Product | null> = (before, after, place) => {
  if (before === null)
    return after === null
      ? []
      : [added(`product ${after.name}`, place.after, 'is new', 'nobody approved it')];
  if (after === null)
    return [removed(`product ${before.name}`, place.before, 'is not there any more', BASIS)];
  return compareProduct(before, after, { ...place, subject: `product ${after.name}` });
};

export const roles = namedList<Role>({
  noun: 'role',
  compare: members<Role>({ name: nothing, title: value('the title', null, quoted), facts: factsOf('role') }),
  removal: null,
});

export const integrations = namedList<Integration>({
  noun: ({ kind }) => kind,
  compare: members<Integration>({
    name: nothing,
    kind: nothing,
    title: value('the title', null, quoted),
    service: value('the service', 'messages and models take another way'),
    facts: (before, after, place) =>
      factsOf(place.subject.split(' ')[0]!, { change: 'messages and models take another way' })(
        before,
        after,
        place,
      ),
  }),
  removal: null,
});

export const hazards = namedList<Hazard>({
  noun: 'hazard',
  compare: members<Hazard>({
    name: nothing,
    title: value('the title', BASIS, quoted),
    controls: unordered<string>({
      words: (control) => `the control by ${control}`,
      removal: 'the risk is controlled less than before',
    }),
    facts: factsOf('hazard', { change: BASIS }),
  }),
  removal: 'the risk is not managed any more',
});

/** A waiver excuses from an item of a checklist until a day. */
export const waivers: Compare<readonly Waiver[]> = (before, after, place) => {
  const found = pairs(before, after, [({ pack, item }) => `${pack}.${item}`]);
  const subject = ({ pack, item }: Waiver) => `waiver of ${pack}.${item}`;
  return [
    ...found.gone.map(({ item, index }) =>
      removed(subject(item), pointerTo(place.before, index), 'is not there any more', null),
    ),
    ...found.fresh.map(({ item, index }) =>
      added(
        subject(item),
        pointerTo(place.after, index),
        `is new, until ${item.until}`,
        'the item does not have to be met while it lasts',
      ),
    ),
    ...found.both.flatMap(({ before: { item: old, index: from }, after: { item: now, index: to } }) => {
      const there = {
        subject: subject(now),
        before: pointerTo(place.before, from),
        after: pointerTo(place.after, to),
      };
      const until = `lasts until ${now.until} instead of ${old.until}`;
      const longer = 'the item does not have to be met for longer than was approved';
      return [
        ...(old.until === now.until
          ? []
          : [now.until > old.until ? loosened(there, until, longer) : tightened(there, until)]),
        ...(old.because === now.because
          ? []
          : [
              changed(
                there,
                `has another reason: ${quoted(now.because)}`,
                'it was approved for another reason',
              ),
            ]),
        ...value<string>('who approved it', 'the approval is another one')(
          old.approvedBy,
          now.approvedBy,
          there,
        ),
      ];
    }),
  ];
};
