import type { FactValue } from '../../protocol/protocol.js';
import { contentId } from '../../protocol/protocol-id.js';
import type { Graph } from './concept.js';
import type { Entity, Value } from './value.js';

/** Facts about a plan that change when it is authorised; they are no part of what was authorised. */
const aboutAuthorisation: readonly string[] = ['status', 'authorizationRef'];

/** SHA-256 of a declaration's canonical form; of a change plan without its state of authorisation. */
export function digestOf(entity: Entity, { protocol }: Graph): string {
  const found = valueAt(protocol, entity.at);
  return contentId(entity.concept === 'changePlan' ? withoutState(found) : (found ?? null));
}

function withoutState(plan: unknown): unknown {
  if (typeof plan !== 'object' || plan === null || !('facts' in plan)) return plan ?? null;
  const facts = Object.entries(plan.facts ?? {}).filter(([name]) => !aboutAuthorisation.includes(name));
  return { ...plan, facts: Object.fromEntries(facts) };
}

/** What stands at a JSON pointer (RFC 6901). */
function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      root,
    );
}

/** A value in a form that is equal exactly when nothing an expression can read of it differs. */
export function observed(value: Value): FactValue {
  const members =
    value.members &&
    Object.fromEntries(Object.entries(value.members).map(([name, read]) => [name, observed(read())]));
  const of = {
    ...(value.origin && { at: value.origin.at, concept: value.origin.concept }),
    ...(members && { members }),
  };
  switch (value.kind) {
    case 'list':
      return { ...of, each: value.each, of: value.of ?? '', items: value.items.map(observed) };
    case 'entity':
      return {
        ...of,
        entity: `${value.entity.concept} ${value.entity.id} ${value.entity.at} ${value.entity.name}`,
      };
    case 'truth':
      return {
        ...of,
        truth: String(value.truth.value),
        causes: value.truth.causes.map(({ text, at }) => `${at} ${text}`),
      };
    case 'text':
      return { ...of, text: value.text, also: value.also };
    case 'number':
      return { ...of, number: value.number };
    case 'duration':
      return { ...of, days: value.days };
    case 'date':
      return { ...of, date: value.date };
    case 'limit':
      return { ...of, limit: JSON.stringify(value.limit) };
    case 'open':
      return { ...of, open: value.reason };
    case 'absent':
      return { ...of, absent: value.of ?? '' };
    case 'record':
      return { ...of, label: value.label };
  }
}
