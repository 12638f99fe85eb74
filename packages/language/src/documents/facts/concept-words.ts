import type { Check, Limit, Monitor, Protocol } from '../../protocol/protocol.js';
import { code, type Inline, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';
import { limitWords } from '../wording/limit.js';
import { brokenWords, targetWords, termText, thresholdOf } from '../wording/metric-term.js';
import { durationWords, percent } from '../wording/quantity.js';
import { crossesWords } from '../wording/schedule.js';
import { scheduleWords } from '../wording/schedule-short.js';
import { stepWords } from '../wording/step.js';
import { checkWords, type StatementReader, said } from './statement-words.js';

/** What a spec says about concepts that are only a part of what a statement says. */
export const conceptReaders: Readonly<Record<string, StatementReader>> = {
  'monitor.kind': ({ monitors }, reader) =>
    said(monitors, ({ checks, charts }) =>
      distinct([...checks, ...charts].map((watched) => kindWords(watched, reader))),
    ),
  'monitor.metric': ofChecks(({ term }, _, reader) => reader.metric(term.metric)?.title ?? term.metric),
  'monitor.target': ({ monitors }, reader) =>
    said(monitors, (monitor) =>
      distinct(
        monitor.checks.flatMap(({ term }) =>
          term.of.length > 0 ? term.of.map(code) : [targetWords(term, monitor, reader)],
        ),
      ),
    ),
  'monitor.warn': ofChecks((check, monitor, reader) => limitsOf(check, monitor, 'warn', reader)),
  'monitor.fail': ofChecks((check, monitor, reader) => limitsOf(check, monitor, 'fail', reader)),
  'monitor.reference': ({ monitors }) =>
    said(monitors, ({ against }) =>
      against === null ? [] : [against.kind === 'dataset' ? against.dataset : 'the window before'],
    ),
  'monitor.subgroup': groups,
  'performance.subgroups': groups,
  'fairness.intersections': ofChecks(({ term }) => crossesWords(term.by.filter(({ length }) => length > 1))),
  'fairness.schedule': (protocol) => said(fairnessMonitors(protocol), (monitor) => [scheduleWords(monitor)]),
  'fairness.metric': (protocol, reader) => checksIn(fairnessMonitors(protocol), reader),
  'fairness.limit': (protocol, reader) => checksIn(fairnessMonitors(protocol), reader),
  'qualityRule.target': quality((check, monitor, reader) => targetWords(check.term, monitor, reader)),
  'qualityRule.predicate': quality(({ term }, _, reader) => reader.metric(term.metric)?.title ?? term.metric),
  'qualityRule.warn': quality((check, monitor, reader) => limitsOf(check, monitor, 'warn', reader)),
  'qualityRule.fail': quality((check, monitor, reader) => limitsOf(check, monitor, 'fail', reader)),
  'performance.metric': ({ models }, reader) =>
    said(models, ({ claims }) => distinct(claims.map(({ metric: term }) => termText(term, term.at, reader)))),
  'performance.acceptance': ({ models }, reader) =>
    said(models, ({ claims }) =>
      claims.map(({ metric: term, limit }) => {
        const metric = reader.metric(term.metric);
        return words`${termText(term, term.at, reader)} ${limitWords(limit, term, metric)}`;
      }),
    ),
  'performance.dataset': ({ models }, reader) =>
    said(models, ({ claims }) => distinct(claims.map(({ dataset }) => dataset)).map(reader.named)),
  'performance.ci': ({ monitors }) =>
    said(monitors, ({ confidence }) => (confidence === null ? [] : [percent(confidence)])),
  'performance.operatingPoint': ({ models }) =>
    said(models, ({ operatingPoint }) => (operatingPoint === null ? [] : [String(operatingPoint)])),
  'runbook.sla': ({ runbooks }, reader) =>
    said(runbooks, ({ steps }) =>
      steps.flatMap((step) =>
        step.within === null ? [] : [words`${stepWords(step, reader)} within ${durationWords(step.within)}`],
      ),
    ),
  'risk.monitoredBy': ({ hazards, monitors }, reader) =>
    said(hazards, ({ controls }) =>
      controls.filter((control) => monitors.some(({ name }) => name === control)).map(reader.named),
    ),
};

type OfCheck = (check: Check, monitor: Monitor, reader: SpecReader) => Inline;

/** What a monitor's checks say, each once. */
function ofChecks(
  read: OfCheck,
  wanted: (check: Check, reader: SpecReader) => boolean = () => true,
): StatementReader {
  return ({ monitors }, reader) =>
    said(monitors, (monitor) =>
      distinct(
        monitor.checks
          .filter((check) => wanted(check, reader))
          .map((check) => read(check, monitor, reader))
          .filter((content) => content !== ''),
      ),
    );
}

function quality(read: OfCheck): StatementReader {
  return ofChecks(read, ({ term }, reader) => reader.metric(term.metric)?.family === 'quality');
}

function groups({ monitors }: Protocol) {
  return said(monitors, ({ checks }) =>
    distinct(checks.flatMap(({ term }) => (term.by.length === 0 ? [] : [crossesWords(term.by)]))),
  );
}

/** "drift", "data quality" …; a check in groups is about fairness as well. */
function kindWords({ term }: Pick<Check, 'term'>, reader: SpecReader): string {
  const family = reader.metric(term.metric)?.family ?? term.metric;
  return term.by.length > 0 ? 'fairness' : family === 'quality' ? 'data quality' : family;
}

function limitsOf(check: Check, monitor: Monitor, severity: Limit['severity'], reader: SpecReader): Inline {
  const when = brokenWords(check, severity, reader.metric(check.term.metric));
  if (when === '') return '';
  return words`${termText(check.term, thresholdOf(check.term, monitor, reader), reader)} ${when}`;
}

function checksIn(monitors: readonly Monitor[], reader: SpecReader) {
  return said(monitors, (monitor) => monitor.checks.map((check) => checkWords(check, monitor, reader)));
}

/** The monitors with those of their checks that are made in groups. */
function fairnessMonitors({ monitors }: Protocol): readonly Monitor[] {
  return monitors
    .map((monitor) => ({ ...monitor, checks: monitor.checks.filter(({ term }) => term.by.length > 0) }))
    .filter(({ checks }) => checks.length > 0);
}

function distinct<T extends Inline>(contents: readonly T[]): readonly T[] {
  return [...new Map(contents.map((content) => [JSON.stringify(content), content])).values()];
}
