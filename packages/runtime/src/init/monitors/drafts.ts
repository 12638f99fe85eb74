import type { CheckDraft, FeatureDraft, GroupDraft, MonitorDraft, WindowUnit } from '../draft.js';
import { type ColumnProfile, valuesOf } from '../profile/column-profile.js';
import { columnText } from '../spelling.js';
import { between, performance, saysAnything, smallShare, stability } from './rules.js';

export interface MonitorSearch {
  readonly features: readonly FeatureDraft[];
  /** Name of the output, which is the score's column. */
  readonly score: string | null;
  readonly label: string | null;
  readonly operatingPoint: number | null;
  readonly groups: readonly GroupDraft[];
  /** Whether the score can be computed again: the model's file and all its inputs are known. */
  readonly canRescore: boolean;
  /** Columns of the log. */
  readonly logged: ReadonlySet<string>;
  /** Columns of the reference; null without one: windows are then compared with those before them. */
  readonly referenced: ReadonlySet<string> | null;
  readonly referenceRows: number;
  /** The reference's columns, or the log's. */
  readonly profiles: ReadonlyMap<string, ColumnProfile>;
  readonly every: WindowUnit;
  readonly rows: number;
  readonly everyForGroups: WindowUnit;
}

/** The monitors that suit what is known; those that would say nothing are left out. */
export function monitorDrafts(search: MonitorSearch): readonly MonitorDraft[] {
  const common = { against: false, usesLabels: false, confidence: false, every: search.every };
  const monitors: MonitorDraft[] = [
    {
      ...common,
      name: 'DataQuality',
      title: 'Missing, impossible and unknown values',
      checks: qualityChecks(search),
      runbook: 'FeedResponse',
    },
    {
      ...common,
      name: 'Drift',
      title: 'Inputs and scores against the reference',
      against: true,
      checks: driftChecks(search),
      runbook: 'FeedResponse',
    },
    {
      ...common,
      name: 'Performance',
      title: 'Scores against outcomes',
      usesLabels: true,
      confidence: true,
      checks: performanceChecks(search),
      runbook: 'ModelResponse',
    },
    {
      ...common,
      name: 'Fairness',
      title: 'Groups of patients against each other',
      usesLabels: search.label !== null,
      confidence: true,
      every: search.everyForGroups,
      checks: fairnessChecks(search),
      runbook: 'ModelResponse',
    },
    {
      ...common,
      name: 'Integrity',
      title: 'Logged scores against the model file',
      checks: integrityChecks(search),
      runbook: 'FeedResponse',
    },
  ];
  return monitors.flatMap((monitor) => {
    const checks = monitor.checks.filter(({ metric }) => saysAnything(metric, search.rows));
    return checks.length === 0 ? [] : [{ ...monitor, checks }];
  });
}

function qualityChecks({ features, groups, logged, profiles }: MonitorSearch): CheckDraft[] {
  const watched = features.filter(
    ({ name, direction }) =>
      logged.has(name) && (direction === 'input' || groups.some(({ column }) => column === name)),
  );
  const shareMissing = ({ name }: FeatureDraft) => {
    const profile = profiles.get(name);
    return profile === undefined || profile.rows === 0 ? 0 : profile.missing / profile.rows;
  };
  const complete = watched.filter((one) => shareMissing(one) === 0);
  const partial = watched.filter((one) => shareMissing(one) > 0 && shareMissing(one) < 1);
  const inputs = features.filter(({ direction }) => direction === 'input');
  const ranged = watched.filter(({ direction, range }) => direction === 'input' && range !== null);
  const listed = watched.filter(({ values }) => values !== null);
  const missing = (of: readonly FeatureDraft[], rule: CheckDraft['rule']): CheckDraft => ({
    ...columnsCheck('missing', of, inputs),
    rule,
  });
  return [
    ...(complete.length === 0
      ? []
      : [missing(complete, smallShare(0.01, 0.02, 'none of these is ever missing in the data at hand'))]),
    ...partial.map((one) => missing([one], smallShare(0.01, 0.02, 'less is not worth an alarm'))),
    ...(ranged.length === 0
      ? []
      : [
          {
            ...columnsCheck('out_of_range', ranged, inputs.filter(isNumeric)),
            rule: smallShare(0.001, 0.01, 'the ranges hold all of the data at hand'),
          },
        ]),
    ...(listed.length === 0
      ? []
      : [
          {
            ...columnsCheck('unseen', listed, []),
            rule: smallShare(0.001, 0.01, 'less is not worth an alarm'),
          },
        ]),
  ];
}

function driftChecks(search: MonitorSearch): CheckDraft[] {
  const { features, score, logged, referenced, profiles, rows, referenceRows } = search;
  const compared = (name: string) => logged.has(name) && (referenced?.has(name) ?? true);
  const inputs = features.filter(({ direction, type }) => direction === 'input' && type !== 'timestamp');
  const drifting = inputs.filter(({ name }) => {
    const profile = profiles.get(name);
    return compared(name) && profile !== undefined && valuesOf(profile) > 0 && profile.counts?.size !== 1;
  });
  const rule = stability(rows, referenced === null ? rows : referenceRows);
  return [
    ...(drifting.length === 0 ? [] : [{ ...columnsCheck('psi', drifting, inputs), rule }]),
    ...(score === null
      ? []
      : [
          ...(compared(score)
            ? [{ term: `psi of ${columnText(score)}`, metric: 'psi', columns: [score], rule }]
            : []),
          {
            term: `mean of ${columnText(score)}`,
            metric: 'mean',
            columns: [score],
            rule: performance('outside', 0, 1),
          },
        ]),
  ];
}

function performanceChecks({ score, label, operatingPoint }: MonitorSearch): CheckDraft[] {
  if (score === null || label === null) return [];
  const columns = [score, label];
  return [
    { term: 'auroc', metric: 'auroc', columns, rule: performance('below', 0.5, 1) },
    ...(operatingPoint === null
      ? []
      : [{ term: 'sensitivity', metric: 'sensitivity', columns, rule: performance('below', 0, 1) }]),
    {
      term: 'observed_expected',
      metric: 'observed_expected',
      columns,
      rule: performance('outside', 0, Number.POSITIVE_INFINITY),
    },
    { term: 'ece', metric: 'ece', columns, rule: performance('above', 0, 1) },
  ];
}

function fairnessChecks({ score, label, operatingPoint, groups }: MonitorSearch): CheckDraft[] {
  if (score === null) return [];
  return groups.flatMap(({ name, column }): CheckDraft[] => {
    const check = (metric: string, aggregate: string, more: readonly string[], rule: CheckDraft['rule']) => ({
      term: `${metric} ${aggregate}${metric === 'mean' ? ` of ${columnText(score)}` : ''} by ${name}`,
      metric,
      columns: [score, column, ...more],
      rule,
    });
    const gap = between('above', 0.05, 0.1, 'a gap below 0.05 is not worth an alarm');
    const outcome = label === null ? [] : [label];
    if (operatingPoint !== null)
      return [
        ...outcome.map((known) => check('sensitivity', 'gap', [known], gap)),
        check('selection_rate', 'ratio', [], between('below', 0.9, 0.8, 'the four-fifths rule')),
      ];
    if (label !== null) return [check('auroc', 'gap', outcome, gap)];
    return [check('mean', 'gap', [], gap)];
  });
}

/** Scores are computed in single precision at least. */
const SAME_SCORE = 1e-6;

function integrityChecks({ score, canRescore, features }: MonitorSearch): CheckDraft[] {
  if (score === null || !canRescore) return [];
  const inputs = features.filter(({ direction }) => direction === 'input').map(({ name }) => name);
  const because = 'the model file gives the scores at hand again';
  return [
    {
      term: 'rescore',
      metric: 'rescore',
      columns: [score, ...inputs],
      rule: { kind: 'fixed', fail: SAME_SCORE, because },
    },
  ];
}

/** `all inputs` where these are all, or else their names. */
function columnsCheck(
  metric: string,
  of: readonly FeatureDraft[],
  all: readonly FeatureDraft[],
): Pick<CheckDraft, 'term' | 'metric' | 'columns'> {
  const columns = of.map(({ name }) => name);
  const isAll = of.length > 1 && of.length === all.length && all.every((one) => of.includes(one));
  const targets = isAll ? 'all inputs' : columns.map(columnText).join(', ');
  return { term: `${metric} of ${targets}`, metric, columns };
}

function isNumeric({ type }: FeatureDraft): boolean {
  return type === 'number' || type === 'integer';
}
