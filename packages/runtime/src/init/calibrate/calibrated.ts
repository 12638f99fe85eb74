import type { SpecDraft } from '../draft.js';
import { rowsPerWindow, volumeOf } from '../monitors/volume.js';
import type { Material } from '../request.js';
import type { LimitsOf } from '../write/limits.js';
import { limitsOf } from './limits.js';
import { onReference } from './measured-draft.js';
import { type Observations, observe } from './observe.js';

export interface CalibrationRequest {
  readonly draft: SpecDraft;
  readonly material: Material;
  readonly folder: string;
  readonly engines: Set<{ close(): Promise<void> }>;
}

const nothing: Observations = () => null;

/**
 * The limits of every check: from the windows of the reference where it has them, or else from those of the log. Drift
 * from a reference is never calibrated on the log, which may have drifted already.
 */
export async function calibrated({
  draft,
  material,
  folder,
  engines,
}: CalibrationRequest): Promise<LimitsOf> {
  const { log } = draft;
  if (log === null || draft.monitors.length === 0) return () => null;
  const { reference } = material;
  const standIn = reference === null ? null : onReference(draft, new Set(reference.columns.keys()));
  const ofReference =
    standIn === null ? nothing : await observe({ draft: standIn, of: 'the reference', folder, engines });
  const unanswered = draft.monitors.some(({ checks, ...monitor }) =>
    checks.some((check) => ofReference({ ...monitor, checks }, check) === null),
  );
  const ofLog =
    log.provisional || !unanswered ? nothing : await observe({ draft, of: 'the log', folder, engines });
  const volumes = {
    log: material.log === null ? null : volumeOf(material.log, log.roles.time),
    reference: reference === null ? null : volumeOf(reference, log.roles.time),
  };
  return (monitor, check) => {
    const fromReference = ofReference(monitor, check);
    const comparesWithReference = monitor.against && draft.reference !== null && check.metric !== 'mean';
    const observation = fromReference ?? (comparesWithReference ? null : ofLog(monitor, check));
    const { every: unit } = monitor;
    // The spread of a window falls with the root of its rows.
    const stretch =
      fromReference === null || volumes.log === null || volumes.reference === null
        ? 1
        : Math.sqrt(rowsPerWindow(volumes.reference, unit) / Math.max(1, rowsPerWindow(volumes.log, unit)));
    return limitsOf({ rule: check.rule, observation, unit, stretch: Math.max(1, stretch) });
  };
}
