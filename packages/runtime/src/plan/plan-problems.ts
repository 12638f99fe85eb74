import type { DataProblem } from '../engine/engine.js';

/**
 * Every finding that keeps a check from being planned, with its stable code and its words. A message
 * names declarations of the spec and says what to do; nothing of the data is known at this point.
 */
export const planProblems = {
  engineNotSupported: problem(
    'VGR0301',
    (p: { engine: string }) =>
      `is read with '${p.engine}', which 'run' does not support yet. Export it to Parquet, CSV or JSON Lines, or point to a copy with --data.`,
  ),
  noSource: problem(
    'VGR0303',
    (_: Record<never, never>) => `has no 'source'. Add source: "…" or name the file with --data NAME=PATH.`,
  ),
  unknownFormat: problem(
    'VGR0304',
    (p: { path: string }) =>
      `the format of "${p.path}" is not known by its ending. Use .parquet, .csv, .jsonl or .ndjson.`,
  ),
  unknownOverride: problem(
    'VGR0305',
    (p: { known: readonly string[] }) =>
      `--data names it, but the spec declares no such log or dataset. Declared: ${p.known.join(', ') || 'none'}.`,
  ),
  missingValuesDiffer: problem(
    'VGR0306',
    (p: { column: string; models: readonly string[] }) =>
      `is compared with logs of ${p.models.join(' and ')}, which declare different values as missing in '${p.column}'. Declare the same value, or a dataset for each model.`,
  ),
  timezoneUnknown: problem(
    'VGR0307',
    (p: { timezone: string }) =>
      `timezone "${p.timezone}" is not an IANA zone. Write one such as "America/New_York" or "UTC".`,
  ),
  tooManyWindows: problem(
    'VGR0308',
    (p: { monitor: string; most: number }) =>
      `monitor ${p.monitor} asks for more than ${p.most} windows over the log. Choose a longer 'every'.`,
  ),
  unknownMetric: problem(
    'VGR0310',
    (p: { metric: string }) =>
      `'${p.metric}' is not a metric of this version of Vigil. Update Vigil, or correct the name.`,
  ),
  needsColumn: problem(
    'VGR0311',
    (p: { metric: string }) => `'${p.metric}' needs a column: write '${p.metric} of COLUMN'.`,
  ),
  needsPrediction: problem(
    'VGR0312',
    (p: { metric: string }) => `'${p.metric}' needs the logged score: add 'prediction: COLUMN' to the log.`,
  ),
  needsLabel: problem(
    'VGR0313',
    (p: { metric: string }) => `'${p.metric}' needs the outcome: add 'label: COLUMN' to the log.`,
  ),
  needsReference: problem(
    'VGR0314',
    (p: { metric: string }) =>
      `'${p.metric}' compares with a reference: write 'against DATASET' or 'against previous window' in the monitor.`,
  ),
  needsThreshold: problem(
    'VGR0315',
    (p: { metric: string }) =>
      `'${p.metric}' needs a threshold: write 'at 0.5' in the check, or 'operatingPoint' in the model.`,
  ),
  needsRange: problem(
    'VGR0316',
    (p: { metric: string; column: string }) =>
      `'${p.metric}' needs the range of '${p.column}': declare it in the model, e.g. 'input ${p.column} : number 0..100'.`,
  ),
  needsValues: problem(
    'VGR0317',
    (p: { metric: string; column: string }) =>
      `'${p.metric}' needs the values of '${p.column}': declare them in the model, or compare the monitor with a dataset.`,
  ),
  needsModel: problem(
    'VGR0318',
    (p: { metric: string }) => `'${p.metric}' needs a model: write 'log NAME of MODEL'.`,
  ),
  needsGroups: problem(
    'VGR0319',
    (p: { metric: string; aggregate: string }) =>
      `'${p.metric} ${p.aggregate}' needs subgroups: write 'by NAME' in the check or the monitor.`,
  ),
  unknownSubgroup: problem(
    'VGR0320',
    (p: { name: string }) => `no subgroup is called '${p.name}'. Declare it in 'subgroups'.`,
  ),
  unknownLog: problem('VGR0321', (_: Record<never, never>) => `is no declared log.`),
  statisticMissing: problem(
    'VGR0322',
    (p: { metric: string; needs: string }) =>
      `'${p.metric}' needs '${p.needs}', which 'run' does not measure for such a check. The check is not answered.`,
  ),
  rescoreStopped: problem(
    'VGR0325',
    (_: Record<never, never>) =>
      `its scores could not be recomputed: scoring stopped. Check the artifact and run again.`,
  ),
  badArguments: problem('VGR0324', (p: { found: string }) => `${p.found}.`),
  engineStopped: problem(
    'VGR0323',
    (_: Record<never, never>) =>
      `the data engine stopped before it answered. Check the memory and time limits and that the files are readable, then run again.`,
  ),
};

/** Makes the reporter of one finding: name in the spec and details in, a `DataProblem` out. */
function problem<P>(code: string, words: (details: P) => string) {
  return (subject: string, details: P, column: string | null = null): DataProblem => ({
    code,
    source: subject,
    column,
    message: `${subject}: ${words(details)}`,
    rows: null,
  });
}
