import { anyType, truthType } from '../model/type.js';
import { answer, itemsOf, unknownAmong } from './answers.js';
import type { CheckFunction } from './function.js';

/** `resolves(trial.aiVersion)` */
export const resolves: CheckFunction = {
  name: 'resolves',
  parameters: [{ name: 'reference', type: anyType }],
  returns: truthType,
  documentation: 'Whether the fact names declarations of the spec rather than saying something in words.',
  apply: ([value], { graph }) => {
    const unknown = unknownAmong([value]);
    if (unknown !== undefined) return unknown;
    const items = itemsOf(value);
    const all =
      items.length > 0 &&
      items.every(
        (item) => item.kind === 'entity' || (item.kind === 'text' && graph.named(item.text).length > 0),
      );
    return answer(all, `${value?.origin?.concept ?? 'the value'} names no declaration of the spec`, value);
  },
};
