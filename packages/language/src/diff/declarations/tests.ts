import type { Checklist, ChecklistItem, Expression, Scenario } from '../../protocol/protocol.js';
import { type Compare, changed } from '../change.js';
import { members, nothing } from '../comparing/members.js';
import { namedList } from '../comparing/named-list.js';
import { wordOrder } from '../comparing/order.js';
import { unordered } from '../comparing/unordered.js';
import { ordered, quoted, sentence, value } from '../comparing/value.js';
import { meaningOf } from '../expressions/meaning.js';
import { expressionWords } from '../expressions/words.js';
import { factsOf } from './facts.js';

export const scenarios = namedList<Scenario>({
  noun: 'scenario',
  removal: 'it is not shown any more that the monitors find this fault',
  compare: members<Scenario>({
    name: nothing,
    title: value('the title', null, quoted),
    from: value('the data', 'the monitors are shown to work on other data'),
    changes: value('the fault', 'the monitors are shown to find another fault', (changes) =>
      changes
        .map(({ column, source, operator, amount, share }) => {
          const where = share === null ? '' : ` on ${share * 100}% of rows`;
          return `${column} = ${source} ${operator} ${amount}${where}`;
        })
        .join(', '),
    ),
    expectations: unordered({
      words: ({ monitor, verdict }) => `the expectation that ${monitor ?? 'all monitors'} ${verdict}`,
      removal: 'it is not shown any more that the monitors find this fault',
    }),
    facts: factsOf('scenario'),
  }),
});

const WEAKER = 'what the item asked for need not be met any more';

const items = namedList<ChecklistItem>({
  noun: 'item',
  inside: true,
  removal: WEAKER,
  compare: (before, after, place) => {
    const of = (what: string) => `${what} of item ${after.name}`;
    return members<ChecklistItem>({
      name: nothing,
      title: value(of('the title'), null, quoted),
      cites: unordered<string>({
        words: (clause) => `${of('the citation')}: ${quoted(clause)}`,
        removal: null,
      }),
      asks: value(of('what is asked for,'), 'it asks for something else', quoted),
      satisfiedBy: value(of('what satisfies it,'), null, quoted),
      about: unordered<string>({ words: (fact) => `${of('a fact')}: ${fact}`, removal: WEAKER }),
      appliesWhen: condition(
        of('where it applies, the condition'),
        'it cannot be told whether it applies less often',
      ),
      requires: condition(of('the requirement'), 'it cannot be told whether it asks for less'),
      because: value(of('the reason'), null, quoted),
      severity: (old, now, there) =>
        ordered<string>({ what: of('the severity'), words: String }, wordOrder('info', 'warning', 'error'), {
          given: 'unknown',
          why: WEAKER,
        })(old, now, there),
      kind: (old, now, there) =>
        value<string>(of('the kind'), 'it is decided in another way')(old, now, there),
      attestation: value(of('who states it,'), 'somebody else states it, or for longer', attestationWords),
      provenance: value(of('the provenance'), null, ({ status, source }) =>
        source === null ? status : `${status}, ${source}`,
      ),
    })(before, after, place);
  },
});

function attestationWords({ role, months }: NonNullable<ChecklistItem['attestation']>): string {
  return months === null ? role : `${role} for ${months} months`;
}

function meaning(expression: Expression | null): string | null {
  return expression && meaningOf(expression);
}

function condition(what: string, why: string): Compare<Expression | null> {
  return (before, after, place) =>
    meaning(before) === meaning(after)
      ? []
      : [changed(place, sentence({ what, words: expressionWords }, before, after), why)];
}

export const checklists = namedList<Checklist>({
  noun: 'checklist',
  removal: WEAKER,
  compare: members<Checklist>({
    name: nothing,
    title: value('the title', null, quoted),
    items,
    facts: factsOf('checklist'),
  }),
});
