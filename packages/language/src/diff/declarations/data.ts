import type { DataSource, Dataset, FactDeclaration, Log, Subgroups } from '../../protocol/protocol.js';
import type { Compare } from '../change.js';
import { changed } from '../change.js';
import { members, nothing } from '../comparing/members.js';
import { namedList } from '../comparing/named-list.js';
import { smallerIsStricter } from '../comparing/order.js';
import { unordered } from '../comparing/unordered.js';
import { listed, ordered, quoted, same, sentence, value } from '../comparing/value.js';
import { factsOf } from './facts.js';

const OTHER_DATA = 'other data is judged than was approved';

const source: Compare<DataSource | null> = value(
  'the source',
  OTHER_DATA,
  ({ engine, path }) => `${path} (${engine})`,
);

export const datasets = namedList<Dataset>({
  noun: 'dataset',
  compare: members<Dataset>({
    name: nothing,
    title: value('the title', null, quoted),
    source,
    sha256: value('the digest', 'the data is other data than was approved'),
    facts: factsOf('dataset'),
  }),
  removal: 'what it was the reference for has to be compared with something else',
});

/**
 * @param servedBy why a log that now belongs to another model has to be approved again; null where the change of the
 *   model has an authorisation of its own
 */
export function logs(servedBy: (before: string | null, after: string | null) => string | null) {
  return namedList<Log>({
    noun: 'log',
    compare: members<Log>({
      name: nothing,
      title: value('the title', null, quoted),
      model: (before, after, place) =>
        same(before, after)
          ? []
          : [
              changed(
                place,
                sentence({ what: 'the model', words: String }, before, after),
                servedBy(before, after),
              ),
            ],
      source,
      time: members<Log['time']>({
        column: value('the column of the time', OTHER_DATA),
        format: value('the format of the time', OTHER_DATA, quoted),
      }),
      timezone: value('the time zone', 'windows begin and end at other times'),
      id: value('the column of the id', OTHER_DATA),
      subject: value('the column of the patient', OTHER_DATA),
      prediction: value('the column of the prediction', OTHER_DATA),
      version: value('the column of the version', OTHER_DATA),
      shadows: unordered({
        words: ({ column, model }) => `the shadow ${model} in column ${column}`,
        removal: null,
      }),
      label: value('the label', 'other outcomes are judged', ({ column, availableAt }) =>
        availableAt === null ? column : `${column} available ${availableAt}`,
      ),
      outcomes: value(
        'the table of outcomes',
        'other outcomes are judged',
        (outcomes) => `${outcomes.source.path} joined by ${outcomes.by}`,
      ),
      arm: value('the column of the arm', OTHER_DATA),
      facts: factsOf('log'),
    }),
    removal: 'its data is not judged any more',
  });
}

type Dimension = Subgroups['dimensions'][number];
const OTHER_GROUPS = 'patients are grouped in another way';

const dimensions = namedList<Dimension>({
  noun: 'subgroup',
  inside: true,
  removal: 'differences between these patients are not seen any more',
  compare: members<Dimension>({
    name: nothing,
    column: (before, after, place) => value<string>('the column', OTHER_GROUPS)(before, after, place),
    rule: (before, after, place) =>
      same(groups(before), groups(after))
        ? []
        : [changed(place, sentence({ what: 'a subgroup', words: ruleWords }, before, after), OTHER_GROUPS)],
  }),
});

/** The groups a rule makes, whatever the order they are listed in. */
function groups(rule: Dimension['rule']): unknown {
  if (rule.kind === 'cut') return { ...rule, cuts: [...rule.cuts].sort((a, b) => a - b) };
  return { ...rule, values: rule.values && [...rule.values].sort() };
}

function ruleWords(rule: Dimension['rule']): string {
  if (rule.kind === 'cut') return `cut at ${rule.cuts.join(', ')}`;
  return rule.values === null ? 'each value' : `one of ${listed(rule.values.map(quoted))}`;
}

export const subgroups = namedList<Subgroups>({
  noun: 'subgroups',
  compare: members<Subgroups>({
    name: nothing,
    title: value('the title', null, quoted),
    minimumSize: (before, after, place) =>
      ordered<number>({ what: 'the minimum size', words: String }, smallerIsStricter, {
        given: 'unknown',
        why: 'groups that were judged before are too small now',
      })(before, after, place),
    dimensions,
    facts: factsOf('subgroups'),
  }),
  removal: 'differences between these patients are not seen any more',
});

/** Kinds of declarations the approval of a product rests on; changes of what they state are approved again. */
const approved: ReadonlySet<string> = new Set([
  'control',
  'riskPolicy',
  'overallRisk',
  'oversight',
  'performance',
  'label',
  'regulatory',
  'approval',
  'attestation',
]);

export const factDeclarations = namedList<FactDeclaration>({
  noun: ({ kind }) => kind,
  compare: members<FactDeclaration>({
    name: nothing,
    kind: nothing,
    title: value('the title', null, quoted),
    facts: (before, after, place) => {
      const kind = place.subject.split(' ')[0]!;
      return factsOf(kind, { change: approved.has(kind) ? 'the approval rests on it' : null })(
        before,
        after,
        place,
      );
    },
  }),
  removal: 'what was stated and approved is not stated any more',
});
