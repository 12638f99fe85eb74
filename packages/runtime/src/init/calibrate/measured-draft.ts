import type { MonitorDraft, SpecDraft } from '../draft.js';

/**
 * The draft with the reference in the place of the log, so that its own windows show what is usual; null where it tells
 * no time. What the reference does not have is left out.
 */
export function onReference(draft: SpecDraft, columns: ReadonlySet<string>): SpecDraft | null {
  const { log, reference } = draft;
  if (log === null || reference === null || log.roles.time === null || !columns.has(log.roles.time))
    return null;
  const has = (column: string | null) => (column !== null && columns.has(column) ? column : null);
  const label = has(log.roles.label);
  return {
    ...draft,
    shadow: null,
    log: {
      ...log,
      path: reference.path,
      matureDays: null,
      roles: {
        ...log.roles,
        id: null,
        subject: null,
        shadow: null,
        version: null,
        prediction: has(log.roles.prediction),
        label,
        labelAvailable: label === null ? null : has(log.roles.labelAvailable),
      },
    },
    groups: draft.groups.filter(({ column }) => columns.has(column)),
    monitors: measurable(draft.monitors, columns),
  };
}

function measurable(
  monitors: readonly MonitorDraft[],
  columns: ReadonlySet<string>,
): readonly MonitorDraft[] {
  return monitors.map((monitor) => ({
    ...monitor,
    checks: monitor.checks.filter((check) => check.columns.every((column) => columns.has(column))),
  }));
}
