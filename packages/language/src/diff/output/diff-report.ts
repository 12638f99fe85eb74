import type { SourceLocation } from '../../diagnostics/source-location.js';
import type { Change } from '../change.js';
import type { ModelVerdict } from '../model-change/model-verdict.js';
import type { ProtocolDiff } from '../protocol-diff.js';

/** One side of a comparison as its reader knows it. */
export interface DiffSide {
  /** What was compared, as it was named: `HEAD~1:spec.vigil`. */
  readonly name: string;
  /** Where the parts of the Protocol were written; empty for a Protocol that was read as JSON. */
  readonly locations: ReadonlyMap<string, SourceLocation>;
  /** A file of the spec as its reader can find it: `HEAD~1:people.vigil`. */
  readonly file: (file: string) => string;
}

/** A comparison with the places of both sides: what the outputs are made from. */
export interface DiffReport {
  readonly diff: ProtocolDiff;
  readonly before: DiffSide;
  readonly after: DiffSide;
}

/** Where a part was written, or the nearest part around it that was written somewhere. */
export function placeOf({ locations }: DiffSide, pointer: string | null): SourceLocation | null {
  for (let part = pointer ?? ''; part !== ''; part = part.slice(0, part.lastIndexOf('/'))) {
    const found = locations.get(part);
    if (found !== undefined) return found;
  }
  return null;
}

/** `spec.vigil:12`, or the pointer into the Protocol where there is no text. */
export function placeWords(side: DiffSide, pointer: string | null): string | null {
  if (pointer === null) return null;
  const place = placeOf(side, pointer);
  return place === null ? `${side.name}#${pointer}` : `${side.file(place.file)}:${place.line}`;
}

/** What has to be approved again first, then the rest; each in the order of the Protocol. */
export function inReadingOrder(changes: readonly Change[]): readonly Change[] {
  return [
    ...changes.filter(({ reapproval }) => reapproval),
    ...changes.filter(({ reapproval }) => !reapproval),
  ];
}

/** "3 changes, 1 to approve again". */
export function countsWords({ changes }: ProtocolDiff): string {
  if (changes.length === 0) return 'no change of meaning';
  const again = changes.filter(({ reapproval }) => reapproval).length;
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}, ${again === 0 ? 'none' : again} to approve again`;
}

/** "model Risk 1.0.0 → 1.1.0", or both names where they differ. */
export function modelWords({ before, after }: ModelVerdict): string {
  const now = before.name === after.name ? after.version : `${after.name} ${after.version}`;
  return `model ${before.name} ${before.version} → ${now}`;
}

/** "inside change plan Retraining (modification Quarterly)". */
export function standingWords({ standing, changePlan, modifications }: ModelVerdict): string {
  if (changePlan === null) return 'outside of any change plan';
  const named =
    modifications.length === 0
      ? ''
      : ` (${modifications.length === 1 ? 'modification' : 'modifications'} ${modifications.join(', ')})`;
  const relation = {
    inside: 'inside',
    deviating: 'deviates from',
    outside: 'outside of',
    unknown: 'not known whether inside',
  }[standing];
  return `${relation} change plan ${changePlan}${named}`;
}
