import type { ChecklistItem, Expression, PathPart } from '../../protocol/protocol.js';
import { waysToSay } from '../../schema/index.js';

/** The concepts an item asks about: those it names, or else those its condition reads. */
export function askedConcepts({ about, requires }: ChecklistItem): readonly string[] {
  const read = requires === null ? [] : pathsIn(requires).map(conceptOf);
  const asked = about.length > 0 ? about : read;
  return [...new Set(asked)].filter((concept) => waysToSay(concept).length > 0);
}

/** `intendedUse.statement` of `intendedUse.statement.size()`. */
function conceptOf([owner, field]: readonly PathPart[]): string {
  return `${owner?.name ?? ''}.${field?.name ?? ''}`;
}

function pathsIn(expression: Expression): readonly (readonly PathPart[])[] {
  switch (expression.kind) {
    case 'path':
      return [expression.parts, ...argumentsOf(expression.parts)];
    case 'member':
      return [...pathsIn(expression.receiver), ...argumentsOf(expression.parts)];
    case 'binary':
      return [...pathsIn(expression.left), ...pathsIn(expression.right)];
    case 'not':
    case 'negative':
      return pathsIn(expression.operand);
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse].flatMap(pathsIn);
    case 'list':
      return expression.items.flatMap(pathsIn);
    default:
      return [];
  }
}

function argumentsOf(parts: readonly PathPart[]): readonly (readonly PathPart[])[] {
  return parts.flatMap(({ call }) => (call ?? []).flatMap(pathsIn));
}
