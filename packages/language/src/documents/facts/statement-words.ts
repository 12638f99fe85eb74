import type {
  Chart,
  Check,
  Endpoint,
  Modification,
  Monitor,
  Protocol,
  Trial,
} from '../../protocol/protocol.js';
import { stageSentence } from '../charts/rollout-chart.js';
import { type Inline, joined, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';
import { endpointWords, lookWords, stopWords } from '../wording/design.js';
import { expressionWords } from '../wording/expression.js';
import { groupWords, rangeWords } from '../wording/feature.js';
import { limitWords } from '../wording/limit.js';
import { brokenWords, methodWords, termText, thresholdOf } from '../wording/metric-term.js';
import { percent } from '../wording/quantity.js';
import { crossesWords } from '../wording/schedule.js';
import { scheduleWords } from '../wording/schedule-short.js';
import { stepSentence } from '../wording/step.js';

/** What one declaration says by a statement. */
export interface Said {
  /** Name of the declaration that says it. */
  readonly subject: string;
  readonly content: Inline;
}

export type StatementReader = (protocol: Protocol, reader: SpecReader) => readonly Said[];

/** What a spec says by each statement, by kind of declaration and keyword. */
export const statementReaders: Readonly<Record<string, StatementReader>> = {
  'product comply with': ({ product }) =>
    said(product === null ? [] : [product], ({ complyWith }) =>
      complyWith.map(({ pack, edition }) => (edition === null ? pack : `${pack} ${edition}`)),
    ),
  'product require signature of': ({ product }, reader) =>
    said(product === null ? [] : [product], ({ signatures }) =>
      signatures.map(({ role, meaning }) => words`${reader.person(role)} as ${meaning}`),
    ),
  'file waive': ({ waivers }, reader) =>
    waivers.map(({ pack, item, because, approvedBy, until }) => ({
      subject: `${pack}.${item}`,
      content: words`${because}; approved by ${reader.person(approvedBy)} until ${until}`,
    })),
  'model input': features('input'),
  'model context': features('context'),
  'model output': features('output'),
  'model claim': ({ models }, reader) =>
    said(models, ({ claims }) =>
      claims.map(({ metric: term, limit, dataset }) => {
        const metric = reader.metric(term.metric);
        return words`${termText(term, term.at, reader)} ${limitWords(limit, term, metric)} on ${dataset}`;
      }),
    ),
  'subgroups <name> =': ({ subgroups }, reader) =>
    said(subgroups, ({ dimensions }) =>
      dimensions.map(
        ({ name, column, rule }) => words`${name} (${groupWords(rule, reader.categories(column))})`,
      ),
    ),
  'subgroups minimum size': ({ subgroups }) => said(subgroups, ({ minimumSize }) => [`${minimumSize} rows`]),
  'monitor every': ({ monitors }) => said(monitors, (monitor) => [scheduleWords(monitor)]),
  'monitor check': ({ monitors }, reader) =>
    said(monitors, (monitor) => monitor.checks.map((check) => checkWords(check, monitor, reader))),
  'monitor chart': ({ monitors }, reader) =>
    said(monitors, (monitor) => monitor.charts.map((chart) => chartWords(chart, monitor, reader))),
  'monitor on': ({ monitors }, reader) =>
    said(monitors, ({ reactions }) =>
      reactions.map(({ on, action }) =>
        action.kind === 'run'
          ? words`on ${on} run ${reader.named(action.runbook)}`
          : words`on ${on} notify ${reader.service(action.channel)}`,
      ),
    ),
  'runbook step': ({ runbooks }, reader) =>
    said(runbooks, ({ steps }) => steps.map((step) => stepSentence(step, reader))),
  'hazard controlled by': ({ hazards }, reader) =>
    said(hazards, ({ controls }) => controls.map(reader.named)),
  'changePlan modification': ({ changePlans }, reader) =>
    said(changePlans, ({ modifications }) => modifications.map(({ name }) => reader.named(name))),
  'modification trigger when': rules('trigger'),
  'modification accept when': rules('accept'),
  'modification rollback when': rules('rollback'),
  'modification rollout': ({ changePlans }) =>
    said(
      changePlans.flatMap(({ modifications }) => modifications),
      ({ rollout }) => rollout.map(stageSentence),
      ', then ',
    ),
  'trial arm': ({ trials }) =>
    said(trials, ({ arms }) =>
      arms.map(({ kind, name, title }) =>
        title === null ? `${name} (${kind})` : `${name} (${kind}): ${title}`,
      ),
    ),
  'trial allocate': ({ trials }) => said(trials, (trial) => allocationWords(trial)),
  'trial endpoint': ({ trials }) =>
    said(trials, ({ endpoints }) => endpoints.map((endpoint: Endpoint) => endpointWords(endpoint)), '; '),
  'trial alpha': ({ trials }) =>
    said(trials, ({ alpha }) =>
      alpha === null
        ? []
        : [
            `alpha ${percent(alpha.value)}, ${alpha.sides}-sided`,
            ...(alpha.power === null ? [] : [`power ${percent(alpha.power)}`]),
          ],
    ),
  'trial look at': ({ trials }) => said(trials, ({ looks }) => looks.map(lookWords)),
  'trial stop for': ({ trials }) => said(trials, ({ stops }) => stops.map(stopWords), '; '),
};

/** What each declaration says, those left out that say nothing. */
export function said<T extends { readonly name: string }>(
  declared: readonly T[],
  parts: (declaration: T) => readonly Inline[],
  separator = ', ',
): readonly Said[] {
  return declared.flatMap((each) => {
    const found = parts(each);
    return found.length === 0 ? [] : [{ subject: each.name, content: joined(found, separator) }];
  });
}

function features(direction: 'input' | 'context' | 'output'): StatementReader {
  return ({ models }) =>
    said(models, (model) =>
      model.features
        .filter((feature) => feature.direction === direction)
        .map((feature) => {
          const { name, type, unit } = feature;
          return words`${name} (${joined([type, rangeWords(feature), unit ?? ''])})`;
        }),
    );
}

function rules(kind: Modification['rules'][number]['kind']): StatementReader {
  return ({ changePlans }, reader) =>
    said(
      changePlans.flatMap(({ modifications }) => modifications),
      (modification) => ruleWords(modification, kind, reader),
      '; ',
    );
}

/** The conditions of a modification, of one kind. */
export function ruleWords(
  { rules: all }: Modification,
  kind: Modification['rules'][number]['kind'],
  reader: SpecReader,
): readonly string[] {
  return all.filter((rule) => rule.kind === kind).map(({ when }) => expressionWords(when, reader));
}

export function checkWords(check: Check, monitor: Monitor, reader: SpecReader): Inline {
  const metric = reader.metric(check.term.metric);
  const broken = (['warn', 'fail'] as const).flatMap((severity) => {
    const when = brokenWords(check, severity, metric);
    return when === '' ? [] : [`${severity} ${when}`];
  });
  const by = check.term.by.length === 0 ? '' : words` by ${crossesWords(check.term.by)}`;
  const term = termText(check.term, thresholdOf(check.term, monitor, reader), reader);
  return words`${term}${by} (${joined(broken)})`;
}

function chartWords({ term, method }: Chart, monitor: Monitor, reader: SpecReader): string {
  return `${termText(term, thresholdOf(term, monitor, reader), reader)} (${methodWords(method)})`;
}

/** "1:1 by patient_nbr, stratified by site, in permuted blocks of 4, 6". */
export function allocationWords({ allocation }: Trial): readonly string[] {
  if (allocation === null) return [];
  const { weights, unit, strata, blocks } = allocation;
  return [
    `${weights.join(':')} by ${unit}`,
    ...(strata.length === 0 ? [] : [`stratified by ${strata.join(', ')}`]),
    ...(blocks.length === 0 ? [] : [`in permuted blocks of ${blocks.join(', ')}`]),
  ];
}
