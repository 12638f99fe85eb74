import { contentId } from '../../protocol/protocol-id.js';
import type { Graph } from './concept.js';
import type { Entity } from './value.js';

/** The name under which the graph answers the digest of a thing. */
export const digestField = '#digest';

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
