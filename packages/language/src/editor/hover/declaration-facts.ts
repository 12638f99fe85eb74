import type { AstNode } from 'langium';
import { durationText } from '../../checks/duration.js';
import { featuresOf, logColumns } from '../../checks/log-columns.js';
import { chartsOf, checksOf, scheduleClauses } from '../../checks/monitor-parts.js';
import { escaped } from '../../documents/markdown/escaped.js';
import {
  type Dimension,
  type Endpoint,
  type Feature,
  isAgainst,
  isArm,
  isBetterDirection,
  isControls,
  isDataset,
  isDimension,
  isEndpoint,
  isEndpointAim,
  isExpectation,
  isExpectedEffect,
  isFeature,
  isField,
  isHazard,
  isLabelMaturity,
  isLog,
  isModel,
  isModification,
  isMonitor,
  isOver,
  isRunbook,
  isScenario,
  isScenarioStart,
  isSchedule,
  isSource,
  isStep,
  isSubgroups,
  isTrial,
  type Model,
  type Monitor,
  type Trial,
} from '../../generated/ast.js';

/** The facts by which people know a declaration, as paragraphs of Markdown. */
export function factsOf(node: AstNode): string[] {
  if (isFeature(node)) return [featureWords(node)];
  if (isModel(node)) return [modelWords(node)];
  if (isLog(node) || isDataset(node)) {
    const source = (node.statements as readonly AstNode[] | undefined)?.find(isSource)?.path;
    const columns = isLog(node) ? logColumns(node).map(({ role, column }) => `${role}: ${column ?? ''}`) : [];
    return [source === undefined ? 'no source' : `from ${escaped(source)}`, ...list(columns)];
  }
  if (isMonitor(node)) return monitorWords(node);
  if (isTrial(node)) return trialWords(node);
  if (isEndpoint(node)) return [endpointWords(node)];
  if (isSubgroups(node)) return list((node.statements ?? []).filter(isDimension).map(dimensionWords));
  if (isDimension(node)) return [escaped(dimensionWords(node))];
  if (isRunbook(node)) return [counted((node.statements ?? []).filter(isStep).length, 'step')];
  if (isHazard(node)) {
    const controls = (node.statements ?? []).filter(isControls).flatMap((each) => each.controls ?? []);
    return controls.length === 0
      ? []
      : [`controlled by ${controls.map(({ $refText }) => escaped($refText)).join(', ')}`];
  }
  if (isModification(node)) return fieldsNamed(node.statements, 'category', 'implementation');
  if (isScenario(node)) {
    const start = (node.statements ?? []).find(isScenarioStart)?.dataset?.$refText;
    const expected = (node.statements ?? [])
      .filter(isExpectation)
      .map(
        ({ allMonitors, monitor, verdict }) =>
          `${allMonitors ? 'all monitors' : (monitor?.$refText ?? '?')} to ${verdict ?? '?'}`,
      );
    return [...(start === undefined ? [] : [`from ${escaped(start)}`]), ...list(expected)];
  }
  return [];
}

/** Type, range, unit and missing marker of a feature. Categories are counted, for some models have hundreds. */
function featureWords({ type, range, unit, values, optional, missing }: Feature): string {
  const parts = [
    type ?? 'unknown type',
    range === undefined ? '' : `${range.low ?? ''}..${range.high ?? ''}`,
    unit === undefined ? '' : `unit ${escaped(unit)}`,
    (values ?? []).length === 0 ? '' : `${values.length} categories`,
    optional ? 'may be missing' : '',
    missing === undefined ? '' : `missing is written ${escaped(missing.text ?? missing.quantity ?? '')}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function modelWords(model: Model): string {
  const features = featuresOf(model);
  const count = (direction: string) => features.filter((each) => each.direction === direction).length;
  const facts = fieldsNamed(model.statements, 'kind', 'operatingPoint');
  return [
    `version ${escaped(model.version ?? '?')}`,
    ...facts,
    counted(count('input'), 'input'),
    counted(count('output'), 'output'),
  ].join(', ');
}

function monitorWords(monitor: Monitor): string[] {
  const schedule = (monitor.statements ?? []).find(isSchedule);
  const clauses = scheduleClauses(monitor);
  const over = clauses.find(isOver)?.duration;
  const against = clauses.find(isAgainst);
  const mature = clauses.find(isLabelMaturity)?.duration;
  const when = [
    schedule?.every === undefined ? '' : `every ${durationText(schedule.every)}`,
    over === undefined ? '' : `over the last ${durationText(over)}`,
    against === undefined
      ? ''
      : `against ${against.previousWindow ? 'the window before' : escaped(against.dataset?.$refText ?? '?')}`,
    mature === undefined ? '' : `outcomes after ${durationText(mature)}`,
  ].filter((part) => part !== '');
  const charts = chartsOf(monitor).length;
  const measured = [
    counted(checksOf(monitor).length, 'check'),
    ...(charts === 0 ? [] : [counted(charts, 'chart')]),
  ];
  return [[`on log ${escaped(monitor.log?.$refText ?? '?')}`, ...when].join(', '), measured.join(' and ')];
}

function trialWords(trial: Trial): string[] {
  const statements = trial.statements ?? [];
  const arms = statements.filter(isArm).map(({ kind, name }) => `${kind ?? 'arm'} ${name ?? '?'}`);
  const endpoints = statements
    .filter(isEndpoint)
    .map((endpoint) => `${endpoint.priority ?? ''} ${endpoint.name ?? '?'}: ${endpointText(endpoint)}`);
  return [...(arms.length === 0 ? [] : [arms.map(escaped).join(', ')]), ...list(endpoints)];
}

function endpointWords(endpoint: Endpoint): string {
  return escaped(`${endpoint.priority ?? ''}: ${endpointText(endpoint)}`);
}

function endpointText({ measure, column, clauses = [] }: Endpoint): string {
  const better = clauses.find(isBetterDirection)?.better;
  const aim = clauses.find(isEndpointAim);
  const expected = clauses.find(isExpectedEffect);
  return [
    `${measure ?? ''} of ${column ?? '?'}`,
    ...(better === undefined ? [] : [`${better} is better`]),
    ...(aim?.aim === undefined
      ? []
      : [aim.margin === undefined ? aim.aim : `${aim.aim}, margin ${aim.margin}`]),
    ...(expected === undefined
      ? []
      : [`${expected.first ?? '?'} expected without the treatment, ${expected.second ?? '?'} with it`]),
  ].join(', ');
}

/** How a column is divided. */
function dimensionWords({ name, column, values = [], cuts = [] }: Dimension): string {
  const how =
    cuts.length > 0
      ? ` cut at ${cuts.join(', ')}: ${cuts.length + 1} groups`
      : values.length > 0
        ? `: ${values.length} groups`
        : ', by its values';
  return `${name ?? '?'} = ${column ?? '?'}${how}`;
}

function fieldsNamed(statements: readonly AstNode[] | undefined, ...names: readonly string[]): string[] {
  const fields = (statements ?? []).filter(isField);
  return names.flatMap((wanted) => {
    const text = fields.find(({ name }) => name === wanted)?.value?.$cstNode?.text;
    return text === undefined ? [] : [`${wanted} ${escaped(text)}`];
  });
}

function list(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.map((line) => `- ${escaped(line)}`).join('\n')];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
