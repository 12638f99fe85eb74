import { equals } from '../expression/equality.js';
import { shown } from '../expression/shown.js';
import { listType, textType, truthType } from '../model/type.js';
import { answer, itemsOf, unknownAmong } from './answers.js';
import type { CheckFunction } from './function.js';

/** `isSubsequence(['draft', 'approved'], auditPolicy.sequencing)` */
export const isSubsequence: CheckFunction = {
  name: 'isSubsequence',
  parameters: [
    { name: 'wanted', type: listType(textType) },
    { name: 'list', type: listType(textType) },
  ],
  returns: truthType,
  documentation:
    'Whether the wanted values occur in the list in this order, with others between them or not.',
  apply: ([wanted, list], { graph }) => {
    const unknown = unknownAmong([wanted, list]);
    if (unknown !== undefined) return unknown;
    let rest = itemsOf(list);
    for (const item of itemsOf(wanted)) {
      const index = rest.findIndex((each) => equals(each, item, graph));
      if (index < 0) {
        const name = list?.origin?.concept ?? 'the list';
        return answer(false, `${name} has no ${shown(item)} in this order`, list);
      }
      rest = rest.slice(index + 1);
    }
    return answer(true, '');
  },
};
