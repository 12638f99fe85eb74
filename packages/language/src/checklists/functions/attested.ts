import { frameworkOf } from '../../schema/index.js';
import type { ItemScope } from '../expression/scope.js';
import type { Graph } from '../model/concept.js';
import { isRole, isRoleNamed } from '../model/role-names.js';
import { textType, truthType } from '../model/type.js';
import type { Attestation } from '../records.js';
import { answer, openAnswer, textOf } from './answers.js';
import { monthsAfter } from './calendar.js';
import type { CheckFunction } from './function.js';
import { itemKey } from './item-key.js';

/** `attested('cfr21-part11.10i.training')` */
export const attested: CheckFunction = {
  name: 'attested',
  parameters: [{ name: 'item', type: textType, optional: true }],
  returns: truthType,
  documentation:
    'Whether the named role has signed a statement on the item that has not lapsed. Open as long as none is known.',
  apply: ([id], { graph, item }) => {
    const { records, asOf } = graph.surroundings;
    const wanted = [
      itemKey(`${item.pack}.${item.name}`),
      itemKey(`${frameworkOf(item.pack)?.id ?? item.pack}.${item.name}`),
    ];
    const named = textOf(id);
    if (named !== undefined) wanted.push(itemKey(named));
    const role = item.attestation?.role;
    const found = (records?.attestations ?? [])
      .filter((each) =>
        [each.item, `${each.pack}.${each.item}`].some((name) => wanted.includes(itemKey(name))),
      )
      .filter((each) => each.protocolId === graph.protocolId && each.date <= asOf)
      .filter((each) => role === undefined || isBy(each.role, role, graph));
    const [last] = [...found].sort((a, b) => (a.date < b.date ? 1 : -1));
    if (last === undefined)
      return openAnswer(
        role === undefined ? 'no statement on it is on record' : `no statement of ${role} on it is on record`,
      );
    return stillCounts(last, item, asOf);
  },
};

/** By a role of this name, or a declared one with these words in its title. */
function isBy(name: string, wanted: string, graph: Graph): boolean {
  const declared = graph.one('role', name);
  return declared === undefined ? isRoleNamed(wanted, name) : isRole(declared, wanted, graph);
}

function stillCounts({ date }: Attestation, { attestation }: ItemScope, asOf: string) {
  const months = attestation?.months ?? 0;
  const lapses = months > 0 ? monthsAfter(date, months) : undefined;
  if (lapses === undefined || asOf <= lapses) return answer(true, '');
  return answer(false, `the statement of ${date} lapsed on ${lapses}`);
}
