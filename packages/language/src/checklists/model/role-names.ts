import type { Graph } from './concept.js';
import type { Entity } from './value.js';

/** `QualityLead`, `clinical-lead` and "Clinical lead" as words in lower case. */
function words(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * Whether a role or organisation is the one a checklist speaks of: `quality` is the role `QualityLead`, `deployer` an
 * organisation with that part.
 */
export function isCalled(entity: Entity, name: string, graph: Graph): boolean {
  if (entity.concept === 'organization') {
    const role = graph.read(entity, 'role');
    return role.kind === 'text' && role.text === name;
  }
  return entity.concept === 'role' && isRole(entity, name, graph);
}

/** Whether a role is the one a checklist speaks of, such as `clinical-lead`: by words of its name or title. */
export function isRole(role: Entity, wanted: string, graph: Graph): boolean {
  const title = graph.read(role, 'title');
  return isRoleNamed(wanted, role.name) || (title.kind === 'text' && isRoleNamed(wanted, title.text));
}

/** Whether a name has all words of the role a checklist speaks of. */
export function isRoleNamed(wanted: string, name: string): boolean {
  const all = words(wanted);
  return all.length > 0 && all.every((word) => words(name).includes(word));
}
