import type { Protocol } from '../../protocol/protocol.js';
import { fieldWords } from '../wording/quantity.js';

/**
 * A place in the Protocol in words: `/monitors/0/checks/2` is "monitor Performance, checks", `/product/facts/owner`
 * "product, owner". Positions in lists are left out, so that a new check is not a new line in every other row.
 */
export function placeWords(pointer: string, protocol: Protocol): string {
  const [list = '', ...steps] = pointer.split('/').slice(1).map(unescaped);
  const found = memberOf(protocol, list);
  if (!Array.isArray(found)) return [list, ...inside(steps)].map(lower).join(', ');
  const [index = '', ...rest] = steps;
  const declared: unknown = found[Number(index)];
  const name = textMember(declared, 'name');
  const kind = textMember(declared, 'kind') ?? list.replace(/s$/, '');
  const head = name === undefined || name === kind ? lower(kind) : `${lower(kind)} ${name}`;
  return [head, ...inside(rest).map(lower)].join(', ');
}

/** Names of members; `facts` and `blocks` are how the Protocol is made, not what a reader looks for. */
function inside(steps: readonly string[]): readonly string[] {
  return steps.filter((step) => !/^\d+$/.test(step) && step !== 'facts' && step !== 'blocks');
}

function lower(name: string): string {
  const words = fieldWords(name);
  return /^\p{Lu}{2}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

function memberOf(protocol: object, name: string): unknown {
  return Object.entries(protocol).find(([member]) => member === name)?.[1];
}

function textMember(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const member = memberOf(value, name);
  return typeof member === 'string' ? member : undefined;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
