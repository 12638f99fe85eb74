import { pointerTo } from '../../protocol/canonical-json.js';
import type { Model } from '../../protocol/protocol.js';
import { added, type Change, type Compare, changed, type Place, removed } from '../change.js';
import { below } from '../comparing/members.js';
import { pairs } from '../comparing/pairs.js';
import { isWithin, regionOf } from '../comparing/region.js';
import { measurementKey, termKey, termWords } from '../comparing/term.js';
import { directed, ordered, quoted, same, sentence, value } from '../comparing/value.js';
import { factsOf } from '../declarations/facts.js';
import { comparisonWords } from './comparison-words.js';
import { featuresOf, featureTitles } from './features.js';
import type { Aspect } from './model-verdict.js';

/** A change of a model, and what of the model it changes; null where it is only said about the model. */
export interface ModelChange {
  readonly aspect: Aspect | null;
  readonly change: Change;
}

/** Whether the artifact is another one; `unknown` where there is no digest on both sides. */
export type ArtifactChange = 'same' | 'other' | 'unknown';

export function artifactChange(before: Model, after: Model): ArtifactChange {
  if (before.sha256 !== null && after.sha256 !== null)
    return before.sha256.toLowerCase() === after.sha256.toLowerCase() ? 'same' : 'other';
  return before.artifact === after.artifact && before.version === after.version ? 'same' : 'unknown';
}

const ARTIFACT = 'the model is another one than was approved';
const RECORD = 'it was approved with another statement of how the model was made';
/** Facts that say how the model works; all others only describe it. */
const functional: { readonly [fact: string]: Aspect } = {
  kind: 'kind',
  architecture: 'architecture',
  operatingPoints: 'threshold',
  calibration: 'calibration',
};
const making = [
  'tunedOn',
  'code',
  'hyperparameters',
  'seed',
  'training',
  'tuning',
  'pretrainedFrom',
  'trainedOn',
];

/** What changed from one model to another, of the same name or not. */
export function compareModel(before: Model, after: Model, place: Place): readonly ModelChange[] {
  const artifact = artifactChange(before, after);
  const made: Aspect | null = artifact === 'same' ? null : 'weights';
  const as = (aspect: Aspect | null, changes: readonly Change[]) =>
    changes.map((change) => ({ aspect, change }));
  const at = (member: string) => below(place, member);
  const facts = (names: readonly string[]) =>
    [before, after].map((model) =>
      Object.fromEntries(Object.entries(model.facts).filter(([name]) => names.includes(name))),
    ) as [Model['facts'], Model['facts']];
  const others = [...Object.keys(before.facts), ...Object.keys(after.facts)].filter(
    (name) => !Object.hasOwn(functional, name) && !making.includes(name),
  );
  return [
    ...as(null, value('the title', null, quoted)(before.title, after.title, at('title'))),
    ...as(made, value<string>('the version', null)(before.version, after.version, place)),
    ...as(made, value('the artifact', null)(before.artifact, after.artifact, at('artifact'))),
    ...as(made, digest(before.sha256, after.sha256, at('sha256'))),
    ...as(made, value('the training data', RECORD)(before.trainedOn, after.trainedOn, at('trainedOn'))),
    ...as(
      null,
      value('the model it supersedes', null)(before.supersedes, after.supersedes, at('supersedes')),
    ),
    ...as(
      'threshold',
      value<number>('the operating point', ARTIFACT)(
        before.operatingPoint,
        after.operatingPoint,
        at('operatingPoint'),
      ),
    ),
    ...as('inputs', featuresOf('input')(before.features, after.features, at('features'))),
    ...as('architecture', featuresOf('output')(before.features, after.features, at('features'))),
    ...as(null, featuresOf('context')(before.features, after.features, at('features'))),
    ...as(null, featureTitles(before.features, after.features, at('features'))),
    ...as(null, claims(before.claims, after.claims, at('claims'))),
    ...Object.entries(functional).flatMap(([name, aspect]) =>
      as(aspect, factsOf('model', { change: ARTIFACT })(...facts([name]), at('facts'))),
    ),
    ...as(made, factsOf('model', { change: RECORD })(...facts(making), at('facts'))),
    ...as(null, factsOf('model')(...facts(others), at('facts'))),
  ];
}

const digest = ordered<string>({ what: 'the digest', words: shortened }, () => 'unknown', {
  given: 'stricter',
  why: ARTIFACT,
});

/** Enough of a digest to tell two apart; the Protocol holds it whole. */
function shortened(digest: string): string {
  return digest.length > 12 ? `${digest.slice(0, 12)}…` : digest;
}

type Claim = Model['claims'][number];

/** A claim is a promise: the more values keep it, the less it promises. */
const claims: Compare<readonly Claim[]> = (before, after, place) => {
  const key = ({ metric, dataset }: Claim) => `${dataset} ${termKey(metric)}`;
  const rough = ({ metric, dataset }: Claim) => `${dataset} ${measurementKey(metric)}`;
  const words = ({ metric, limit, dataset }: Claim) =>
    `${termWords(metric)} ${comparisonWords(limit)} on ${dataset}`;
  const found = pairs(before, after, [key, rough]);
  return [
    ...found.gone.map(({ item, index }) =>
      removed(
        place.subject,
        pointerTo(place.before, index),
        `the claim ${words(item)} is not made any more`,
        'the model promises less than was approved',
      ),
    ),
    ...found.fresh.map(({ item, index }) =>
      added(place.subject, pointerTo(place.after, index), `the claim ${words(item)} is new`),
    ),
    ...found.both.flatMap(({ before: old, after: now }) => {
      if (same(old.item, now.item)) return [];
      const there = {
        subject: place.subject,
        before: pointerTo(place.before, old.index),
        after: pointerTo(place.after, now.index),
      };
      const text = sentence({ what: 'a claim', words }, old.item, now.item);
      const why = 'the model promises less than was approved';
      if (key(old.item) !== key(now.item))
        return [changed(there, text, 'the model promises something else than was approved')];
      const [a, b] = [regionOf([old.item.limit]), regionOf([now.item.limit])];
      const [keeps, widens] = [isWithin(b, a), isWithin(a, b)];
      if (keeps && widens) return [changed(there, `${text}, which is as much`, null)];
      const direction = keeps ? 'stricter' : widens ? 'weaker' : 'unknown';
      return [directed(there, text, direction, why)];
    }),
  ];
};
