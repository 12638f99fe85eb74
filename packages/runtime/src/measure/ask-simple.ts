import type { Measurement, RowTest } from '../engine/engine.js';
import { declaredValues } from '../plan/check-plan.js';
import type { Answers, Asked, Found, Questions } from './questions.js';
import { type Asking, datasetScope, type Reading, type Subject, windowScope } from './subject.js';

/** A question of the second round that needs nothing of the first. */
function single(
  kind: 'rows' | 'moments' | 'proportion',
  measurement: (subject: Subject) => Measurement,
): Asking {
  return (subject) => (_, second) => {
    const asked = second.ask(measurement(subject));
    return (answers) => (window, group) => answers.find(asked, kind, window, group);
  };
}

/** Rows of each window and group. */
export const askRows = single('rows', (subject) => ({ kind: 'rows', scope: windowScope(subject) }));

/** Moments of a numeric column. */
export const askMoments = single('moments', (subject) => ({
  kind: 'moments',
  column: subject.column,
  scope: windowScope(subject),
}));

/** Rows that pass a test which the spec alone decides. */
function askTest(test: (subject: Subject) => RowTest): Asking {
  return single('proportion', (subject) => ({
    kind: 'proportion',
    test: test(subject),
    scope: windowScope(subject),
  }));
}

const askMissing = askTest(({ column }) => ({ test: 'missing', column }));
const askOutside = askTest(({ column, plan }) => ({
  test: 'outside',
  column,
  minimum: plan.feature?.minimum ?? null,
  maximum: plan.feature?.maximum ?? null,
}));
const askAtLeast = askTest(({ column, plan }) => ({
  test: 'atLeast',
  column,
  // A plan without the threshold its metric needs has a problem and is never asked.
  threshold: plan.threshold ?? Number.NaN,
}));

/** Categories that neither the spec declares nor, where it declares none, the reference holds. */
const askUnseen: Asking = (subject, first) => {
  const declared = declaredValues(subject.plan.feature);
  if (declared !== null)
    return askTest(({ column }) => ({ test: 'unseen', column, values: declared }))(subject, first);
  return subject.plan.reference?.kind === 'dataset'
    ? askUnseenInDataset(subject, first, subject.plan.reference.dataset)
    : askUnseenInPrevious(subject);
};

function askUnseenInDataset(subject: Subject, first: Questions, dataset: string): ReturnType<Asking> {
  const { column } = subject;
  const seen = first.ask({ kind: 'categories', column, scope: datasetScope(dataset, []) });
  return (answers, second) => {
    const found = answers.find(seen, 'categories', 0, []);
    if (found.kind === 'problem') return () => () => found;
    const values = found.kind === 'none' ? [] : [...found.statistic.counts.keys()].sort();
    const test: RowTest = { test: 'unseen', column, values };
    const asked = second.ask({ kind: 'proportion', test, scope: windowScope(subject) });
    return (last) => (window, group) => last.find(asked, 'proportion', window, group);
  };
}

/** Against the window before: a category is new when no row of that window (whatever group) had it. */
function askUnseenInPrevious(subject: Subject): ReturnType<Asking> {
  const { column } = subject;
  return (_, second) => {
    const scope = windowScope(subject);
    const inGroup = second.ask({ kind: 'categories', column, scope });
    const inAll = second.ask({ kind: 'categories', column, scope: { ...scope, by: [] } });
    return (answers) => (window, group) => unseenSince(answers, inGroup, inAll, window, group);
  };
}

function unseenSince(
  answers: Answers,
  inGroup: Asked,
  inAll: Asked,
  window: number,
  group: readonly string[],
): ReturnType<Reading> {
  const before: Found<{ counts: ReadonlyMap<string, number> }> = answers.find(
    inAll,
    'categories',
    window - 1,
    [],
  );
  const now = answers.find(inGroup, 'categories', window, group);
  if (before.kind === 'problem') return before;
  if (now.kind !== 'statistic') return now;
  if (before.kind === 'none') return before;
  let events = 0;
  let trials = 0;
  for (const [value, count] of now.statistic.counts) {
    trials += count;
    if (!before.statistic.counts.has(value)) events += count;
  }
  return { kind: 'statistic', statistic: { kind: 'proportion', events, trials } };
}

/** The test behind each metric that counts rows; null for a metric this table does not know. */
export function askProportion(metric: string, appliesTo: string): Asking | null {
  if (metric === 'missing') return askMissing;
  if (metric === 'out_of_range') return askOutside;
  if (metric === 'unseen') return askUnseen;
  return appliesTo === 'prediction' ? askAtLeast : null;
}
