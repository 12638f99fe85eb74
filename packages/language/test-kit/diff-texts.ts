import { readFileSync } from 'node:fs';
import { diffProtocols, type ProtocolDiff } from '../src/diff/protocol-diff.js';
import { compiled } from './spec-folder.js';

/** A full spec, as it was approved. */
export const record = readFileSync(new URL('./plan-of-record.vigil', import.meta.url), 'utf8');

/** Replaces pieces of the spec; each must stand in it exactly once. */
export function edited(edits: readonly (readonly [piece: string, by: string])[], text = record): string {
  return edits.reduce((spec, [piece, by]) => {
    const parts = spec.split(piece);
    if (parts.length !== 2) throw new Error(`'${piece}' stands in the spec ${parts.length - 1} times`);
    return parts.join(by);
  }, text);
}

export async function diffTexts(before: string, after: string): Promise<ProtocolDiff> {
  const [old, now] = [await compiled(before), await compiled(after)];
  return diffProtocols(old.protocol, now.protocol);
}
