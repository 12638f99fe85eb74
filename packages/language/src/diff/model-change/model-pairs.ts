import type { Model, Protocol } from '../../protocol/protocol.js';

/** A model that was, and the one that is in its place now. */
export interface ModelPair {
  readonly before: Model;
  readonly after: Model;
  /** Whether a log now belongs to the new model: it serves, and does not only stand beside the old one. */
  readonly takesOver: boolean;
}

/**
 * Which models changed: those of the same name, those that supersede another, and those that a log belongs to now and
 * belonged to another one before.
 */
export function modelPairs(before: Protocol, after: Protocol): readonly ModelPair[] {
  const pairs = new Map<string, ModelPair>();
  const add = (old: string | null, now: string | null, takesOver: boolean) => {
    const from = before.models.find(({ name }) => name === old);
    const to = after.models.find(({ name }) => name === now);
    if (from === undefined || to === undefined) return;
    const key = JSON.stringify([old, now]);
    pairs.set(key, {
      before: from,
      after: to,
      takesOver: takesOver || pairs.get(key)?.takesOver === true,
    });
  };
  for (const { name } of after.models) add(name, name, false);
  for (const { name, supersedes } of after.models)
    if (!before.models.some((known) => known.name === name)) add(supersedes, name, false);
  for (const log of after.logs) {
    const earlier = before.logs.find(({ name }) => name === log.name);
    if (earlier !== undefined && earlier.model !== log.model) add(earlier.model, log.model, true);
  }
  return [...pairs.values()];
}
