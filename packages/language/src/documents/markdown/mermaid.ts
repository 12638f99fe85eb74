import type { Diagram } from '../content/block.js';
import { visibleText } from '../content/visible-text.js';

/** A diagram as a Mermaid block, which GitHub draws; its lines keep their order, so that diffs stay small. */
export function mermaid({ nodes, arrows }: Diagram): string {
  return [
    '```mermaid',
    'flowchart LR',
    ...nodes.map(({ id, label }) => `  ${nodeId(id)}["${labelText(label)}"]`),
    ...arrows.map(({ from, to }) => `  ${nodeId(from)} --> ${nodeId(to)}`),
    '```',
  ].join('\n');
}

/** Letters, digits and underscores stay; what else a name may hold becomes its code point. */
function nodeId(id: string): string {
  return `n_${id.replace(/\W/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`;
}

/**
 * Letters, digits, spaces and a few harmless marks stay; everything else becomes an entity of Mermaid
 * (`#35;`), so that no text can end the label or the block.
 */
function labelText(label: string): string {
  return visibleText(label)
    .trim()
    .replace(/[^\p{L}\p{M}\p{N} .,:()/+-]/gu, (character) => `#${character.codePointAt(0)};`);
}
