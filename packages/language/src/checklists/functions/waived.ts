import { frameworkOf } from '../../schema/index.js';
import { anyType, truthType } from '../model/type.js';
import { type WrittenWaiver, waiversIn } from '../model/waivers.js';
import { answer, textOf } from './answers.js';
import type { CheckFunction } from './function.js';
import { itemKey } from './item-key.js';

/** `waived('iso-14971.5.4.ml-data')`, `waived(risk)` */
export const waived: CheckFunction = {
  name: 'waived',
  parameters: [{ name: 'subject', type: anyType }],
  returns: truthType,
  documentation:
    'Whether a waiver for the item, or for the thing within the checklist, is in force on the day of judgement.',
  apply: ([subject], { graph, item }) => {
    const wanted = itemKey(textOf(subject) ?? '');
    const found = waiversIn(graph).some(
      (waiver) =>
        graph.surroundings.asOf <= waiver.until &&
        (namesOf(waiver).includes(wanted) || (waiver.pack === item.pack && itemKey(waiver.item) === wanted)),
    );
    return answer(found, '');
  },
};

function namesOf({ pack, item }: WrittenWaiver): readonly string[] {
  const id = frameworkOf(pack)?.id;
  return [`${pack}.${item}`, ...(id === undefined ? [] : [`${id}.${item}`])].map(itemKey);
}
