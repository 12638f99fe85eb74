import { durationWords, percent } from '../../documents/wording/quantity.js';
import type { DurationUnit, Monitor } from '../../protocol/protocol.js';
import type { Compare } from '../change.js';
import { members, nothing } from '../comparing/members.js';
import { namedList } from '../comparing/named-list.js';
import { shorterIsStricter, smallerIsStricter } from '../comparing/order.js';
import { ordered, quoted, value } from '../comparing/value.js';
import { compareCharts, compareChecks } from './checks.js';
import { factsOf } from './facts.js';
import { reactionSet } from './reactions.js';

const otherRows = 'each window holds other rows than before; the text does not tell whether that is stricter';

const monitor: Compare<Monitor> = members<Monitor>({
  name: nothing,
  title: value('the title', null, quoted),
  log: value('the log', 'other data is judged'),
  every: ordered({ what: 'the time between windows', words: durationWords }, shorterIsStricter, {
    given: 'stricter',
    why: 'a fault is seen later',
  }),
  over: value('the length of the window', otherRows, durationWords),
  against: value('the reference', 'windows are compared with something else', (against) =>
    against.kind === 'dataset' ? against.dataset : 'the previous window',
  ),
  labelsMatureAfter: value(
    'the time until labels are mature',
    'outcomes are judged at another time',
    durationWords,
  ),
  confidence: ordered({ what: 'the confidence', words: percent }, smallerIsStricter, {
    given: 'weaker',
    why: 'a check fails only where the whole interval lies beyond its limit, and the interval is now wider',
  }),
  alarmBudget: ordered(
    { what: 'the budget of false alarms', words: ({ count, per }) => `${count} per ${per}` },
    (before, after) => smallerIsStricter(perYear(before), perYear(after)),
    { given: 'stricter', why: 'more false alarms are accepted' },
  ),
  checks: compareChecks,
  charts: compareCharts,
  reactions: reactionSet,
  facts: factsOf('monitor'),
});

export const monitors = namedList<Monitor>({
  noun: 'monitor',
  compare: monitor,
  removal: 'what it watched is not watched any more',
});

const timesAYear: { readonly [Unit in DurationUnit]: number } = {
  minute: 525_600,
  hour: 8760,
  day: 365,
  week: 365 / 7,
  month: 12,
  quarter: 4,
  year: 1,
};

function perYear({ count, per }: { readonly count: number; readonly per: DurationUnit }): number {
  return count * timesAYear[per];
}
