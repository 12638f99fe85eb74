import { metricNamed } from '@vigil/statistics';
import { columnOfRole, featuresOf } from '../../checks/log-columns.js';
import { isModel, isMonitor } from '../../generated/ast.js';
import { alternatives } from '../../schema/index.js';
import { wantedValue } from './bodies.js';
import { lacksColumns, metricAround } from './metric-offers.js';
import type { Place } from './place.js';
import { around, childrenOf, type Frame, textOf } from './reading/frame.js';
import { logAround, type Scene, visibleIn } from './scene.js';

/** Whether a word that the grammar allows makes sense: a check would refuse it otherwise. */
export function isPossible(place: Place, scene: Scene): boolean {
  const { rule, property, keyword = '', frame } = place;
  switch (rule) {
    case 'LogColumn':
      return textOf(frame, 'role') === (keyword === 'of' ? 'shadow' : 'label');
    case 'TextValue':
    case 'WordValue':
    case 'BooleanValue':
      return isInExample(keyword, frame);
    case 'Duration':
      return isUnitOf(keyword, frame);
    case 'Feature':
      return keyword !== 'unit' || numbers.has(textOf(frame, 'type') ?? '');
    case 'EndpointAim':
      return keyword !== 'margin' || textOf(frame, 'aim') !== 'superiority';
    case 'Dimension':
      return dividesBy(keyword, textOf(frame, 'column'), scene);
    case 'LabelMaturity': {
      const log = logAround(frame, scene);
      return log === undefined || columnOfRole(log, 'label') !== undefined;
    }
    case 'MetricTerm':
    case 'Target':
      return property !== 'all' && isTermWord(keyword, frame);
    case 'AlarmBudget':
      return property !== 'unit' || !keyword.endsWith('s');
    case 'Check':
      return adjusts(frame);
    default:
      return isConditionWord(place, scene);
  }
}

const numbers: ReadonlySet<string> = new Set(['number', 'integer', 'probability']);

/** `commit` and `because` go with the few values whose example has them. */
function isInExample(keyword: string, frame: Frame): boolean {
  const example = wantedValue(frame.parent)?.field.example ?? '';
  return new RegExp(`["\\w] ${keyword} "`).test(example);
}

/** One day, two days; after the number of a fact only where a duration can stand. */
function isUnitOf(unit: string, frame: Frame): boolean {
  const isOne = textOf(frame, 'count') === '1';
  if (unit.endsWith('s') === isOne) return false;
  const wanted = wantedValue(frame.parent);
  if (wanted === undefined) return around(frame, 'Field', 'Argument') === undefined;
  return alternatives(wanted.type).some(({ kind }) => kind === 'duration');
}

/** Categories are listed, numbers are cut. */
function dividesBy(keyword: string, column: string | undefined, scene: Scene): boolean {
  const types = visibleIn(scene)
    .filter(isModel)
    .flatMap(featuresOf)
    .filter(({ name }) => name === column)
    .flatMap(({ type }) => type ?? []);
  return types.length === 0 || types.some((type) => numbers.has(type) === (keyword === 'cut'));
}

/** What a metric can be told: its columns, groups and threshold. */
function isTermWord(keyword: string, frame: Frame): boolean {
  const metric = metricAround(frame);
  if (metric === undefined) return around(frame, 'MetricCondition') === undefined;
  if (keyword === 'of') return metric.appliesTo !== 'rows';
  if (lacksColumns(frame)) return false;
  if (keyword === 'at') return metric.threshold === 'required';
  if (keyword === 'by') return around(frame, 'Claim') === undefined;
  return metric.byGroup && around(frame, 'Claim') === undefined;
}

/** P-values are adjusted where a limit is set on one. */
function adjusts(check: Frame): boolean {
  return childrenOf(check, 'limits').some((limit) => textOf(limit, 'pValue') !== undefined);
}

/** Conditions of change plans speak of metrics and monitors, those of checklists of facts. */
function isConditionWord({ rule, property, keyword = '', frame }: Place, scene: Scene): boolean {
  const change = around(frame, 'ChangeRule');
  switch (rule) {
    case 'MetricCondition':
      return change !== undefined;
    case 'Recurrence':
      return change !== undefined && textOf(change, 'kind') === 'trigger';
    case 'MonitorVerdict': {
      const name = textOf(frame, 'monitor');
      return visibleIn(scene).some((each) => isMonitor(each) && each.name === name);
    }
    case 'BooleanLiteral':
    case 'Literal':
      return change === undefined;
    case 'Operation':
      return property === 'operator' && endsOperand(keyword, change !== undefined, scene);
    default:
      return true;
  }
}

/** A metric or monitor alone is no condition yet. */
function endsOperand(keyword: string, isChange: boolean, { cursor }: Scene): boolean {
  if (keyword === 'in') return !isChange;
  const last = cursor.before.at(-1)?.text ?? '';
  return !isChange || (metricNamed(last) === undefined && !/^[A-Z]\w*$/.test(last));
}
