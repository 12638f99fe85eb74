import type { MetricDescriptor } from '@vigil/statistics';
import type { Measured } from '../measure/evaluate.js';
import type { CheckPlan } from '../plan/check-plan.js';
import type { ScheduledWindow } from '../plan/schedule.js';
import { formatCount, formatExact, formatP, formatValue, type Unit } from '../report/format.js';
import { limitWords } from '../report/limit-words.js';
import type { ReportLimit } from '../report/report.js';
import type { Judgement } from './limits.js';

/** Everything a reason is told from. */
export interface Told {
  readonly plan: CheckPlan;
  readonly measured: Measured;
  /** Names of the dimensions of the cross. */
  readonly dimensions: readonly string[];
  readonly window: ScheduledWindow | null;
  readonly judgement: Judgement;
  readonly limits: readonly ReportLimit[];
  readonly unit: Unit;
  readonly interval: readonly [number, number] | null;
  readonly pValue: number | null;
  readonly adjustedPValue: number | null;
  readonly confidence: number;
}

/**
 * The sentences a clinician reads: what was measured, on how many rows, and what that means for the
 * limit. Names and numbers only; no cell of the data.
 */
export function reasonOf(told: Told): string {
  const { measured, plan, dimensions } = told;
  const group = measured.group === null ? '' : `${groupWords(dimensions, measured.group)}: `;
  if (plan.descriptor === null || measured.problem !== null)
    return `${group}Not judged: ${measured.problem?.message ?? 'the metric is not known.'}`;
  return [`${group}${finding(told, plan.descriptor)}`, consequence(told), state(told)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** A group in words: `sex Female, age <40`. */
function groupWords(dimensions: readonly string[], group: readonly string[]): string {
  return dimensions.map((name, index) => `${name} ${group[index]}`).join(', ');
}

function finding(told: Told, descriptor: MetricDescriptor): string {
  const { measured, plan, unit } = told;
  const { result } = measured;
  if (result.value === null) return `Not enough data to judge: ${insufficiency(told)}.`;
  const beside = told.limits.flatMap((limit) =>
    limit.subject === 'pValue' ? [] : limit.operator === 'outside' ? [limit.low, limit.high] : [limit.value],
  );
  const value = formatValue(result.value, unit, beside);
  const sentence =
    measured.aggregate === null
      ? descriptor.sentence({
          value,
          target: plan.target ?? plan.column ?? '',
          threshold: plan.threshold === null ? null : formatExact(plan.threshold, null),
        })
      : comparison(told, descriptor, value);
  const facts = [intervalWords(told), countWords(result.n, result.nReference)].filter((fact) => fact !== '');
  return `${sentence.replace(/\.$/, '')}; ${facts.join(', ')}.`;
}

function comparison(
  { measured, dimensions, plan }: Told,
  descriptor: MetricDescriptor,
  value: string,
): string {
  const unit = displayUnit(descriptor, plan.feature?.unit ?? null);
  const side = (extreme: { readonly group: readonly string[]; readonly value: number }) =>
    `${groupWords(dimensions, extreme.group)} ${formatValue(extreme.value, unit)}`;
  const { extremes } = measured;
  const between =
    extremes === null ? '' : ` (lowest: ${side(extremes.lowest)}; highest: ${side(extremes.highest)})`;
  const title = lowerFirst(descriptor.title);
  const groups = `groups by ${dimensions.join(' and ')}`;
  return measured.aggregate === 'gap'
    ? `Between ${groups}, the ${title} differs by up to ${points(value)}${between}.`
    : `Among ${groups}, the lowest ${title} is ${value} times the highest${between}.`;
}

/** A difference of percentages is told in points: from 40% to 50% is 10 points, not 10%. */
function points(value: string): string {
  return value.endsWith('%') ? `${value.slice(0, -1)} percentage points` : value;
}

function intervalWords({ interval, unit, confidence, measured }: Told): string {
  if (interval === null) return '';
  const [low, high] = interval.map((end) => formatValue(end, unit));
  const range =
    measured.aggregate === 'gap' && unit === 'proportion'
      ? points(`${low!.slice(0, -1)} to ${high!}`)
      : `${low} to ${high}`;
  return `${formatExact(confidence, 'proportion')} interval ${range}`;
}

function countWords(n: number, nReference: number | null): string {
  const reference = nReference === null ? '' : `, reference n=${formatCount(nReference)}`;
  return `n=${formatCount(n)}${reference}`;
}

function consequence({ judgement, limits, unit, measured, window, ...told }: Told): string {
  const { verdict, decisive, straddles } = judgement;
  if (limits.length === 0) return '';
  if (verdict === 'pass' && limits.length === 0) return '';
  if (verdict === 'pass')
    return `Within ${limits.length === 1 ? 'the limit' : 'the limits'}: ${allLimits(limits, unit)}.`;
  if (verdict === 'insufficient') {
    if (measured.result.value === null || window === null || window.matureOn !== null) return '';
    if (decisive !== null) return 'Not judged: there is no p-value for these rows.';
    return measured.result.status === 'insufficient'
      ? `Not enough data to judge: ${measured.result.reason}.`
      : '';
  }
  const limit = limits[decisive!]!;
  const kind = limit.severity === 'fail' ? 'failure' : 'a warning';
  if (straddles)
    return `This is ${limitWords(limit, unit)}, the limit for ${kind}, but the interval still reaches the limit: a warning.`;
  if (limit.subject !== 'pValue') return `This is ${limitWords(limit, unit)}, the limit for ${kind}.`;
  const adjusted =
    told.adjustedPValue === null || told.adjustedPValue === told.pValue
      ? ''
      : `, ${pWords(told.adjustedPValue, limit)} after adjustment for several tests`;
  return `With p ${pWords(told.pValue ?? Number.NaN, limit)}${adjusted}, this is beyond the limit for ${kind}: ${limitWords(limit, unit)}.`;
}

function pWords(pValue: number, limit: ReportLimit): string {
  const shown = formatP(pValue, limit.operator === 'outside' ? [limit.low, limit.high] : [limit.value]);
  return shown.startsWith('<') ? `below ${shown.slice(2)}` : shown;
}

function allLimits(limits: readonly ReportLimit[], unit: Unit): string {
  return limits.map((limit) => `${limit.severity} ${limitWords(limit, unit)}`).join(', ');
}

function insufficiency({ measured }: Told): string {
  return measured.result.status === 'insufficient' ? measured.result.reason : 'there is no value';
}

/** What the window itself adds: it is not over, or its labels are not all in. */
function state({ window, measured, plan }: Told): string {
  if (window === null) return 'The log has no readable row to place a window by.';
  if (plan.descriptor?.needsLabels && window.matureOn !== null) {
    const share =
      measured.rows === null || measured.labelled === null || measured.rows === 0
        ? ''
        : `; so far ${formatValue(measured.labelled / measured.rows, 'proportion')} of the rows count`;
    return `Not judged yet: the outcomes of this window are mature on ${window.matureOn}${share}.`;
  }
  if (!window.open) return '';
  return plan.descriptor?.needs === 'rows'
    ? 'Not judged yet: the window is still open.'
    : `The window is still open${measured.result.value === null ? '' : '; this is what it holds so far'}.`;
}

/** How a metric's value is printed: a proportion, a count, the column's unit, or a bare number. */
export function displayUnit(descriptor: MetricDescriptor, columnUnit: string | null): Unit {
  switch (descriptor.unit) {
    case 'column':
      return columnUnit;
    case 'none':
      return null;
    default:
      return descriptor.unit;
  }
}

function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? `${title[0]!.toLowerCase()}${title.slice(1)}` : title;
}
