import fc, { type Arbitrary } from 'fast-check';
import { statementSchemas, statementsIn } from '../../src/schema/index.js';
import { checklistCondition, planCondition } from './expressions.js';
import { chart, check, claim, groups } from './metrics.js';
import { nameOf, type Scope } from './scope.js';
import { trialDesign } from './trial.js';
import { columnName, duration, quoted, share, some } from './values.js';

const title = fc.oneof(fc.constant(''), quoted);
const label = fc.oneof(
  quoted,
  fc.constantFrom('1', '-2', '0.5'),
);

/** The statements of a declaration that have syntax of their own, in an order that is allowed. */
export function ownStatements(kind: string, name: string, scope: Scope): Arbitrary<readonly string[]> {
  const own = grammar[kind];
  return own === undefined ? fc.constant([]) : own(name, scope);
}

function ref(scope: Scope, ...kinds: readonly string[]): Arbitrary<string> {
  return nameOf(scope, ...kinds) ?? fc.constant('Unknown');
}

function optional(text: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof(fc.constant(''), text);
}

/** The examples of a statement in the table. */
function examples(kind: string, keyword: string): Arbitrary<string> {
  const row = statementSchemas.find((each) => each.keyword === keyword && each.in.includes(kind));
  if (row === undefined) throw new Error(`no statement '${keyword}' of ${kind}`);
  return fc.constantFrom(row.example, ...(row.otherwise ?? []));
}

const numeric = fc
  .tuple(
    fc.constantFrom('number', 'integer', 'probability'),
    fc.constantFrom('', '1..14', '-0.5..2e3', '0..', '..100', '-5..-1'),
    fc.constantFrom('', 'unit "mmol/L"', 'unit "1"'),
    fc.constantFrom('', 'optional'),
    fc.constantFrom('', 'missing -1', 'missing "?"'),
  )
  .map((parts) => parts.join(' '));
const others = fc
  .tuple(
    fc.oneof(
      fc
        .uniqueArray(label, { minLength: 1, maxLength: 4, comparator: (a, b) => text(a) === text(b) })
        .chain((labels) => fc.constantFrom('', ',').map((comma) => `category [${labels.join(', ')}${comma}]`)),
      fc.constantFrom('boolean', 'timestamp', 'category'),
    ),
    fc.constantFrom('', 'optional'),
    fc.constantFrom('', 'missing "NA"'),
  )
  .map((parts) => parts.join(' '));

function text(written: string): string {
  return written.replace(/^"|"$/g, '');
}

/** `input age "Age" : number 0..120 unit "a"`: columns of one direction differ. */
function features(direction: string): Arbitrary<string> {
  return fc
    .uniqueArray(columnName, { maxLength: 4, selector: (column) => column.replaceAll('`', '') })
    .chain((columns) =>
      fc.tuple(
        ...columns.map((column) =>
          fc
            .tuple(title, fc.oneof(numeric, others))
            .map(([heading, type]) => `${direction} ${column} ${heading} : ${type}`),
        ),
      ),
    )
    .map((statements) => statements.join(' '));
}

const schedule = fc
  .tuple(fc.constantFrom('1 day', '2 weeks', '1 month', '1 quarter'), some([
    fc.constant('over last 2 years'),
    duration.map((days) => `after labels mature ${days}`),
    fc.constantFrom('confidence 95%', 'confidence 0.9'),
    groups,
  ]), fc.constantFrom('against Training', 'against previous window'), fc.nat({ max: 3 }))
  .map(([every, clauses, against, place]) =>
    ['every', every, ...clauses.slice(0, place), against, ...clauses.slice(place)].join(' '),
  );

const alarmBudget = fc
  .tuple(fc.constantFrom('1', '0.5', '12'), fc.constantFrom('year', 'quarter', 'month', 'week'))
  .map(([count, per]) => `alarm budget ${count} per ${per}`);

function dimensions(name: string): Arbitrary<string> {
  const rule = fc.oneof(
    fc
      .uniqueArray(label, { minLength: 1, maxLength: 4, comparator: (a, b) => text(a) === text(b) })
      .map((labels) => `in [${labels.join(', ')}]`),
    fc.constantFrom('', 'cut at 40, 60.5, 8e1', 'cut at -1', 'cut at 5%, 50%'),
  );
  return fc
    .array(fc.tuple(columnName, rule), { minLength: 1, maxLength: 3 })
    .map((all) => all.map(([column, how], index) => `${name}_${index} = ${column} ${how}`).join(' '));
}

function step(scope: Scope): Arbitrary<string> {
  const action = fc.oneof(
    quoted,
    ref(scope, 'model').map((model) => `pause ${model}`),
    ref(scope, 'channel').map((channel) => `notify ${channel}`),
    fc
      .tuple(ref(scope, 'pipeline'), optional(ref(scope, 'role').map((role) => `after approval of ${role}`)))
      .map(([pipeline, approval]) => `retrain with ${pipeline} ${approval}`),
  );
  const by = optional(ref(scope, 'role').map((role) => `by ${role}`));
  const within = optional(duration.map((span) => `within ${span}`));
  return fc.tuple(action, by, within).map((parts) => `step ${parts.join(' ')}`);
}

const stage = fc.oneof(
  fc.tuple(fc.constantFrom('shadow', 'full'), optional(duration.map((span) => `for ${span}`))),
  fc.tuple(share.map((size) => `canary ${size}`), optional(duration.map((span) => `for ${span}`))),
);
const rollout = fc
  .array(stage, { minLength: 1, maxLength: 3 })
  .map((stages) => `rollout ${stages.map((parts) => parts.join(' ')).join(' then ')}`);

/** The statements of a modification. */
const modificationStatements: Arbitrary<readonly string[]> = fc.tuple(
  fc.array(planCondition.map((when) => `trigger when ${when}`), { maxLength: 2 }).map((all) => all.join(' ')),
  planCondition.map((when) => `accept when ${when}`),
  optional(rollout),
  planCondition.map((when) => `rollback when ${when}`),
);

/** Clauses of an item with something of their own inside; the others are taken from the table. */
const itemClauses: Readonly<Record<string, Arbitrary<string>>> = {
  cites: fc.array(quoted, { minLength: 1, maxLength: 3 }).map((clauses) => `cites ${clauses.join(', ')}`),
  asks: quoted.map((demand) => `asks ${demand}`),
  'applies when': checklistCondition.map((when) => `applies when ${when}`),
  because: quoted.map((reason) => `because ${reason}`),
  severity: fc.constantFrom('error', 'warning', 'info').map((severity) => `severity ${severity}`),
};

const item = fc.tuple(
  title,
  some(
    statementsIn('item')
      .filter(({ keyword }) => keyword !== 'requires')
      .map(({ keyword }) => itemClauses[keyword] ?? examples('item', keyword)),
  ),
  checklistCondition.map((when) => `requires ${when}`),
);

type Statements = (name: string, scope: Scope) => Arbitrary<readonly string[]>;

const grammar: Readonly<Record<string, Statements>> = {
  product: (_, scope) =>
    fc.tuple(
      optional(
        fc
          .shuffledSubarray(['FDA_PCCP@2024.12', 'GMLP', 'Part11@"1997"', 'HIPAA', 'EU_AI_Act@2026.07'], { minLength: 1 })
          .map((packs) => `comply with ${packs.join(', ')}`),
      ),
      optional(
        fc
          .array(fc.tuple(ref(scope, 'role'), fc.constantFrom('approval', 'review', 'authorship')), {
            minLength: 1,
            maxLength: 3,
          })
          .map((all) => `require signature of ${all.map((pair) => pair.join(' as ')).join(', ')}`),
      ),
    ),
  model: (_, scope) =>
    fc.tuple(
      features('input'),
      features('context'),
      features('output'),
      optional(fc.tuple(claim, ref(scope, 'dataset')).map((parts) => parts.join(' on '))),
    ),
  subgroups: (name) => fc.tuple(dimensions(name), fc.constantFrom('', 'minimum size 50')),
  monitor: (_, scope) =>
    fc.tuple(
      schedule,
      optional(alarmBudget),
      fc.oneof(check, examples('monitor', 'check')),
      fc.array(fc.oneof(check, chart), { maxLength: 3 }).map((all) => all.join(' ')),
      fc.constant('chart alert_rate ewma'),
      ref(scope, 'runbook').map((runbook) => `on fail run ${runbook}`),
      optional(ref(scope, 'channel').map((channel) => `on warn notify ${channel}`)),
    ),
  runbook: (_, scope) => fc.array(step(scope), { minLength: 1, maxLength: 4 }),
  hazard: (_, scope) =>
    fc.tuple(
      fc
        .uniqueArray(ref(scope, 'monitor', 'runbook'), { minLength: 1, maxLength: 3 })
        .map((controls) => `controlled by ${controls.join(', ')}`),
    ),
  modification: () => modificationStatements,
  trial: () => trialDesign,
  scenario: (_, scope) =>
    fc.tuple(
      ref(scope, 'dataset').map((dataset) => `from ${dataset}`),
      fc
        .array(
          fc
            .tuple(columnName, columnName, fc.constantFrom('* 24', '+ 0.5', '- -1', '/ 2e3', '* 5%'), optional(share))
            .map(([to, from, change, rows]) => `set ${to} = ${from} ${change} ${rows === '' ? '' : `on ${rows} of rows`}`),
          { maxLength: 2 },
        )
        .map((all) => all.join(' ')),
      fc
        .tuple(ref(scope, 'monitor'), fc.constantFrom('fail', 'warn', 'pass'))
        .chain(([monitor, verdict]) =>
          fc.constantFrom('expect all monitors to pass', `expect ${monitor} to ${verdict}`),
        ),
    ),
  checklist: () =>
    fc
      .array(item, { minLength: 1, maxLength: 3 })
      .map((all) =>
        all.map(([heading, clauses, requires], index) =>
          [`item i${index}`, heading, ...clauses, requires].join(' '),
        ),
      ),
};

/** `waive …` */
export function waiver(scope: Scope): Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('GMLP.principle_2_security', 'EU_AI_Act.article_10_3'), quoted, ref(scope, 'role'))
    .map(([what, reason, role]) => `waive ${what} because ${reason} approved by ${role} until 2030-06-30`);
}

