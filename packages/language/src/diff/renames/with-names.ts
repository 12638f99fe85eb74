import { pointerTo } from '../../protocol/canonical-json.js';
import type { Protocol } from '../../protocol/protocol.js';
import type { Family, NewNames } from './named-parts.js';

/** Members of the Protocol that hold the name of something, and of what. */
const references: { readonly [member: string]: Family } = {
  role: 'role',
  by: 'role',
  approval: 'role',
  approvedBy: 'role',
  channel: 'integration',
  pipeline: 'integration',
  trainedOn: 'dataset',
  dataset: 'dataset',
  from: 'dataset',
  model: 'model',
  supersedes: 'model',
  log: 'log',
  monitor: 'control',
  runbook: 'control',
  pack: 'checklist',
};

/**
 * A Protocol with other names: where something is declared, and wherever it is called by its name.
 *
 * @param declared new names by the JSON pointer of the declaration
 */
export function withNames(
  protocol: Protocol,
  names: NewNames,
  declared: ReadonlyMap<string, string>,
): Protocol {
  const anyFamily = new Map([...names.values()].flatMap((family) => [...family]));
  const named = (family: Family, name: string) => names.get(family)?.get(name) ?? name;

  const facts = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(facts);
    if (typeof value !== 'object' || value === null) return value;
    return mapped(value, (member, content) =>
      member === '$reference' && typeof content === 'string'
        ? (anyFamily.get(content) ?? content)
        : facts(content),
    );
  };

  const visit = (value: unknown, pointer: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => visit(item, pointerTo(pointer, index)));
    if (typeof value !== 'object' || value === null) return value;
    return mapped(value, (member, content) => {
      if (member === 'name' && declared.has(pointer)) return declared.get(pointer);
      if (member === 'facts' || member === 'blocks') return facts(content);
      if (member === 'by' && Array.isArray(content)) return crosses(content);
      if (member === 'controls' && Array.isArray(content))
        return content
          .map((control) => (typeof control === 'string' ? named('control', control) : control))
          .sort();
      if (typeof content !== 'string') return visit(content, pointerTo(pointer, member));
      // Outcomes are joined by a column.
      if (member === 'by' && 'source' in value) return content;
      const family = Object.hasOwn(references, member) ? references[member] : undefined;
      return family === undefined ? content : named(family, content);
    });
  };

  const crosses = (by: readonly unknown[]) =>
    by.map((cross) =>
      Array.isArray(cross)
        ? cross.map((dimension) => (typeof dimension === 'string' ? named('subgroup', dimension) : dimension))
        : cross,
    );

  return visit(protocol, '') as Protocol;
}

function mapped(value: object, map: (member: string, content: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(value).map(([member, content]) => [member, map(member, content)]));
}
