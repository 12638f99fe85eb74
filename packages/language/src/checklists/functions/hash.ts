import { contentId } from '../../protocol/protocol-id.js';
import { digestField } from '../model/digest.js';
import { observed } from '../model/observed.js';
import { anyType, textType, truthType } from '../model/type.js';
import { text } from '../model/values.js';
import { answer, textOf, unknownAmong } from './answers.js';
import type { CheckFunction } from './function.js';

const prefix = 'sha256:';

/** `hash(changePlan)` */
export const hash: CheckFunction = {
  name: 'hash',
  parameters: [{ name: 'declaration', type: anyType }],
  returns: textType,
  documentation:
    'SHA-256 of the canonical form of a declaration; of a change plan without its state of authorisation.',
  apply: ([value], { graph }) => {
    if (value === undefined || value.kind === 'absent' || value.kind === 'open') return value ?? text('');
    const id =
      value.kind === 'entity'
        ? (textOf(graph.read(value.entity, digestField)) ?? '')
        : contentId(observed(value));
    return text(id, value.origin, [id.slice(prefix.length)]);
  },
};

/** `differs(protocol.evalAcceptance, baseline.performance)` */
export const differs: CheckFunction = {
  name: 'differs',
  parameters: [
    { name: 'a', type: anyType },
    { name: 'b', type: anyType },
  ],
  returns: truthType,
  documentation: 'Whether two values differ in their canonical form, wherever they stand.',
  apply: ([a, b]) => {
    const unknown = unknownAmong([a, b]);
    if (unknown !== undefined || a === undefined || b === undefined) return unknown ?? answer(false, '');
    const [first, second] = [a, b].map((each) => contentId(withoutPlaces(observed(each))));
    return answer(first !== second, 'nothing differs', a);
  },
};

/** Without where it stands and by what name it was read. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name !== 'at' && name !== 'concept');
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutPlaces(member)]));
}
