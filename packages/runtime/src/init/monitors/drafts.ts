import type { MonitorDraft } from '../draft.js';
import { driftChecks, integrityChecks, qualityChecks } from './feed-checks.js';
import { fairnessChecks, performanceChecks } from './outcome-checks.js';
import { saysAnything } from './rules.js';
import type { MonitorSearch } from './search.js';
import { rowsPerWindow } from './volume.js';

/** The monitors that suit what is known; checks that windows of this size could never answer are left out. */
export function monitorDrafts(search: MonitorSearch): readonly MonitorDraft[] {
  // With a confidence, the few rows of a log's first and last window are no reason to fail.
  const feed = { every: search.every, against: false, usesLabels: false, confidence: true } as const;
  const monitors: MonitorDraft[] = [
    {
      ...feed,
      name: 'DataQuality',
      title: 'Missing, impossible and unknown values',
      checks: qualityChecks(search),
      runbook: 'FeedResponse',
    },
    {
      ...feed,
      name: 'Drift',
      title: `Inputs and scores against ${search.referenced === null ? 'the window before' : 'the reference'}`,
      against: true,
      checks: driftChecks(search),
      runbook: 'FeedResponse',
    },
    {
      name: 'Performance',
      title: 'Scores against outcomes',
      every: search.everyForOutcomes,
      against: false,
      usesLabels: true,
      confidence: true,
      checks: performanceChecks(search),
      runbook: 'ModelResponse',
    },
    {
      name: 'Fairness',
      title: 'Groups of patients against each other',
      every: search.everyForGroups,
      against: false,
      usesLabels: search.label !== null,
      confidence: true,
      checks: fairnessChecks(search),
      runbook: 'ModelResponse',
    },
    {
      ...feed,
      name: 'Integrity',
      title: 'Logged scores against the model file',
      confidence: false,
      checks: integrityChecks(search),
      runbook: 'FeedResponse',
    },
  ];
  return monitors.flatMap((monitor) => {
    const rows = rowsPerWindow(search.volume, monitor.every);
    const checks = monitor.checks.filter(({ metric }) => saysAnything(metric, rows));
    return checks.length === 0 ? [] : [{ ...monitor, checks }];
  });
}
