import type { ChecklistItem } from '../protocol/protocol.js';
import { expressionsIn } from './expressions-in.js';

/** The facts an item is about, as `model.artifactHash`: those it lists, else those its condition asks to be present. */
export function conceptsOfItem({
  about,
  requires,
}: Pick<ChecklistItem, 'about' | 'requires'>): readonly string[] {
  if (about.length > 0 || requires === null) return about;
  const asked = [...expressionsIn(requires)].flatMap((part) => {
    const [call] = part.kind === 'path' ? part.parts : [];
    const [fact] = call?.name === 'present' ? (call.call ?? []) : [];
    return fact?.kind === 'path' && fact.parts.length === 2
      ? [fact.parts.map(({ name }) => name).join('.')]
      : [];
  });
  return [...new Set(asked)];
}
