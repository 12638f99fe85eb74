import { percent } from '../../documents/wording/quantity.js';
import type { Endpoint, Trial } from '../../protocol/protocol.js';
import { type Compare, changed } from '../change.js';
import { members, nothing } from '../comparing/members.js';
import { namedList } from '../comparing/named-list.js';
import { largerIsStricter, smallerIsStricter } from '../comparing/order.js';
import { unordered } from '../comparing/unordered.js';
import { directed, ordered, quoted, same, sentence, value } from '../comparing/value.js';
import { factsOf } from './facts.js';

const DESIGN = 'the trial was approved with this design';

type Arm = Trial['arms'][number];
type Alpha = NonNullable<Trial['alpha']>;
type Stop = Trial['stops'][number];
type Allocation = NonNullable<Trial['allocation']>;

const arms: Compare<readonly Arm[]> = (before, after, place) => [
  ...namedList<Arm>({
    noun: 'arm',
    inside: true,
    removal: DESIGN,
    addition: DESIGN,
    compare: members<Arm>({
      name: nothing,
      kind: value('an arm', DESIGN),
      title: value('the title of an arm', null, quoted),
    }),
  })(before, after, place),
  ...order(before, after, place),
];

/** The weights of the allocation belong to the arms in their order. */
const order: Compare<readonly Arm[]> = (before, after, place) => {
  const names = (list: readonly Arm[]) => list.map(({ name }) => name);
  const kept = same([...names(before)].sort(), [...names(after)].sort());
  return kept && !same(names(before), names(after))
    ? [
        changed(
          place,
          'the arms stand in another order',
          'the weights of the allocation belong to the arms in their order',
        ),
      ]
    : [];
};

function endpointValue<T>(what: string, words: (value: T) => string = String): Compare<T | null> {
  return value(what, DESIGN, words);
}

const endpoints = namedList<Endpoint>({
  noun: 'endpoint',
  inside: true,
  removal: DESIGN,
  addition: DESIGN,
  compare: (before, after, place) => {
    const of = (what: string) => `${what} of endpoint ${after.name}`;
    return members<Endpoint>({
      name: nothing,
      title: value(of('the title'), null, quoted),
      priority: endpointValue<string>(of('the priority')),
      measure: endpointValue<string>(of('the measure')),
      column: endpointValue<string>(of('the column')),
      better: endpointValue<string>(of('the better direction')),
      aim: endpointValue<string>(of('the aim')),
      margin: ordered<number>({ what: of('the margin'), words: String }, smallerIsStricter, {
        given: 'unknown',
        why: 'a larger loss counts as none',
      }),
      expect: endpointValue(of('the expected effect'), ({ first, second }) => `${first} against ${second}`),
      sd: endpointValue<number>(of('the standard deviation')),
    })(before, after, place);
  },
});

const alpha: Compare<Alpha | null> = (before, after, place) => {
  if (before === null || after === null)
    return value<Alpha>('alpha', DESIGN, alphaWords)(before, after, place);
  return members<Alpha>({
    value: ordered<number>({ what: 'alpha', words: percent }, smallerIsStricter, {
      given: 'unknown',
      why: 'an effect is more often claimed where there is none',
    }),
    // A one-sided test at the same alpha claims an effect in its direction more easily.
    sides: ordered<number>(
      { what: 'the test', words: (sides) => (sides === 1 ? 'one-sided' : 'two-sided') },
      largerIsStricter,
      { given: 'unknown', why: 'an effect is more easily claimed' },
    ),
    power: ordered<number>({ what: 'the power', words: percent }, largerIsStricter, {
      given: 'stricter',
      why: 'an effect is more often missed',
    }),
  })(before, after, place);
};

function alphaWords({ value: level, sides }: Alpha): string {
  return `${percent(level)} ${sides === 1 ? 'one-sided' : 'two-sided'}`;
}

const stops: Compare<readonly Stop[]> = (before, after, place) => {
  const named = (list: readonly Stop[]) =>
    list.map((stop) => ({ ...stop, name: `for ${stop.kind} on ${stop.endpoint}` }));
  return namedList<Stop & { readonly name: string }>({
    noun: 'stopping rule',
    inside: true,
    removal: 'the trial goes on where it would have been stopped',
    addition: DESIGN,
    compare: (old, now, there) => {
      const of = (what: string) => `${what} of the stopping rule ${now.name}`;
      return members<Stop & { readonly name: string }>({
        name: nothing,
        kind: nothing,
        endpoint: nothing,
        alpha: ordered<number>({ what: of('alpha'), words: percent }, smallerIsStricter, {
          given: 'unknown',
          why: 'the trial is stopped on weaker evidence',
        }),
        spending: value(of('the spending function'), DESIGN),
        parameter: endpointValue<number>(of('the parameter of the spending function')),
        binding: endpointValue<boolean>(of('whether it is binding, the word')),
      })(old, now, there);
    },
  })(named(before), named(after), place);
};

const allocation: Compare<Allocation | null> = (before, after, place) => {
  const meaning = (one: Allocation | null) =>
    one && { ...one, strata: [...one.strata].sort(), blocks: [...one.blocks].sort((a, b) => a - b) };
  return same(meaning(before), meaning(after))
    ? []
    : [changed(place, sentence({ what: 'the allocation', words: allocationWords }, before, after), DESIGN)];
};

function allocationWords({ weights, unit, strata, blocks }: Allocation): string {
  const stratified = strata.length === 0 ? '' : ` stratified by ${strata.join(', ')}`;
  const permuted = blocks.length === 0 ? '' : ` in blocks of ${blocks.join(', ')}`;
  return `${weights.join(':')} by ${unit}${stratified}${permuted}`;
}

export const trials = namedList<Trial>({
  noun: 'trial',
  removal: DESIGN,
  compare: members<Trial>({
    name: nothing,
    title: value('the title', null, quoted),
    arms,
    allocation,
    log: value('the log', DESIGN),
    endpoints,
    alpha,
    looks: unordered({
      words: ({ at, for: purposes }) =>
        `the look at ${at === 1 ? 'the end' : percent(at)}${purposes.length > 0 ? ` for ${purposes.join(', ')}` : ''}`,
      removal: DESIGN,
      addition: 'each look is another chance to claim an effect',
    }),
    stops,
    sampleRatioAlpha: (before, after, place) => {
      if (same(before, after)) return [];
      const text = sentence({ what: 'the alpha of the sample ratio', words: percent }, before, after);
      const why = 'a broken allocation is found later';
      if (before === null || after === null)
        return [directed(place, text, before === null ? 'stricter' : 'weaker', why)];
      return [directed(place, text, after > before ? 'stricter' : 'weaker', why)];
    },
    facts: factsOf('trial', { change: DESIGN }),
  }),
});
