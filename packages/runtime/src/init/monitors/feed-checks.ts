import type { CheckDraft } from '../draft.js';
import { valuesOf } from '../profile/column-profile.js';
import { smallShare, stability, usualRange } from './rules.js';
import { columnCheck, type MonitorSearch } from './search.js';
import { rowsPerWindow } from './volume.js';

/** Missing, impossible and unknown values of the inputs, and of the columns that divide patients into groups. */
export function qualityChecks({ features, groups, logged, profiles }: MonitorSearch): CheckDraft[] {
  const watched = features.filter(
    ({ name, direction }) =>
      logged.has(name) && (direction === 'input' || groups.some(({ column }) => column === name)),
  );
  const missing = watched.flatMap(({ name }): CheckDraft[] => {
    const profile = profiles.get(name);
    if (profile !== undefined && valuesOf(profile) === 0) return [];
    const because =
      profile === undefined || profile.missing > 0
        ? 'less than this is not worth an alarm'
        : 'never missing in the data at hand';
    return [columnCheck('missing', name, smallShare(0.01, 0.02, because))];
  });
  const ranges = watched
    .filter(({ range }) => range !== null)
    .map(({ name }) =>
      columnCheck('out_of_range', name, smallShare(0.001, 0.01, 'the ranges hold all of the data at hand')),
    );
  const categories = watched
    .filter(({ values }) => values !== null)
    .map(({ name }) =>
      columnCheck('unseen', name, smallShare(0.001, 0.01, 'less than this is not worth an alarm')),
    );
  return [...missing, ...ranges, ...categories];
}

/** Inputs and score against the reference, or against the window before. */
export function driftChecks(search: MonitorSearch): CheckDraft[] {
  const { features, score, logged, referenced, profiles } = search;
  const compared = (name: string) => logged.has(name) && (referenced?.has(name) ?? true);
  const rows = rowsPerWindow(search.volume, search.every);
  const rule = stability(rows, referenced === null ? rows : search.referenceRows);
  const inputs = features.filter(({ direction, type, name }) => {
    const profile = profiles.get(name);
    // A constant column has no bins; a change of it is found by its range and categories.
    const varies = profile !== undefined && valuesOf(profile) > 0 && profile.counts?.size !== 1;
    return direction === 'input' && type !== 'timestamp' && compared(name) && varies;
  });
  return [
    ...inputs.map(({ name }) => columnCheck('psi', name, rule)),
    ...(score !== null && compared(score) ? [{ ...columnCheck('psi', score, rule), target: null }] : []),
    ...(score === null ? [] : [{ ...columnCheck('mean', score, usualRange()), target: null }]),
  ];
}

/** Scores are computed in single precision at least. */
const SAME_SCORE = 1e-6;

/** Whether the model's file gives the logged scores. */
export function integrityChecks({ score, canRescore, features }: MonitorSearch): CheckDraft[] {
  if (score === null || !canRescore) return [];
  const inputs = features.filter(({ direction }) => direction === 'input').map(({ name }) => name);
  const because = 'the model file gives the scores at hand again';
  return [
    {
      term: 'rescore',
      metric: 'rescore',
      target: null,
      columns: [score, ...inputs],
      rule: { kind: 'fixed', fail: SAME_SCORE, because },
    },
  ];
}
