import type { FactDeclaration, Role } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft } from '../concept.js';
import { readFacts } from '../facts.js';
import { entityType, oneOrManyType, textType, truthType } from '../type.js';
import { boolean, entityValue, open, text, withMembers } from '../values.js';
import { declaredIn, factDeclarations } from './declared.js';

/** A responsibility, and who holds it. */
export const role = concept<Role>('role', {
  plural: 'roles',
  documentation: 'A named responsibility with permissions.',
  all: (graph) => declaredIn(graph, 'roles', 'role'),
  fields: {
    name: derived(textType, 'Name of the role.', ({ name }, _, entity) =>
      // A role is written like a declaration, `ValueLead`; checklists write it like a field, `valueLead`.
      text(name, { concept: 'role.name', at: entity.at }, [name.charAt(0).toLowerCase() + name.slice(1)]),
    ),
    // Who approves may be an approval in a role, or the role itself.
    role: derived(entityType('role'), 'The role itself.', (_, __, entity) => entityValue(entity)),
  },
});

/** A named human. */
export const person = concept<FactDeclaration>('person', {
  plural: 'persons',
  documentation: 'A person who takes part.',
  all: (graph) => factDeclarations(graph, 'person'),
  fields: {
    keyId: derived(textType, 'The key a person signs with.', () =>
      open('The keys people sign with are in the key store, not in the spec.'),
    ),
  },
});

/** A third party. */
export const supplier = concept<FactDeclaration>('supplier', {
  plural: 'suppliers',
  documentation: 'A third party that supplies a component or service.',
  all: (graph): readonly EntityDraft<FactDeclaration>[] => factDeclarations(graph, 'supplier'),
  fields: {
    touchesPhi: derived(
      truthType,
      'Whether it processes personal health information.',
      (_, graph, entity) => {
        const lists = graph
          .all('privacy')
          .flatMap((privacy) => ['processors', 'baa'].map((field) => graph.read(privacy, field)))
          .filter((value) => value.kind === 'list');
        const origin = { concept: 'privacy.processors', at: entity.at };
        if (lists.length === 0) return { kind: 'absent', origin };
        const isProcessor = lists.some(({ items }) =>
          items.some((item) => item.kind === 'entity' && item.entity === entity),
        );
        return boolean(isProcessor, origin);
      },
    ),
    agreement: derived(
      oneOrManyType(textType, { kind: oneOrManyType(textType) }),
      'Agreements that govern the supply.',
      (_, graph, entity) => {
        const agreement = readFacts(entity, 'agreement', graph);
        return agreement && withMembers(agreement, { kind: () => agreement });
      },
    ),
  },
});
