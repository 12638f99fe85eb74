import { pointerTo } from '../../../protocol/canonical-json.js';
import type { FactDeclaration, Waiver } from '../../../protocol/protocol.js';
import { contentId } from '../../../protocol/protocol-id.js';
import { frameworkOf } from '../../../schema/index.js';
import { concept, derived, type EntityDraft } from '../concept.js';
import { readFacts } from '../facts.js';
import {
  anyType,
  dateType,
  entityType,
  listType,
  oneOrManyType,
  recordType,
  textType,
  unionType,
  withMemberTypes,
} from '../type.js';
import type { Value } from '../value.js';
import { entityValue, list, open, text, withMembers } from '../values.js';
import { factDeclarations } from './declared.js';

/** The spec itself; it is there even where nothing is said about it. */
export const spec = concept<FactDeclaration | null>('spec', {
  documentation: 'The spec as a document.',
  referable: false,
  all: (graph): readonly EntityDraft<FactDeclaration | null>[] => {
    const declared = factDeclarations(graph, 'spec');
    return declared.length > 0 ? declared : [{ source: null, at: '', name: 'spec' }];
  },
  fields: {
    hash: derived(
      textType,
      'Identifier of the compiled spec; a signature on it names the spec without its approvals.',
      (_, graph, { at }) => {
        const { protocol } = graph;
        // An approval cannot name the digest of the text it stands in.
        const unsigned = contentId({
          ...protocol,
          declarations: protocol.declarations.filter(({ kind }) => kind !== 'approval'),
        });
        const ids = [graph.protocolId, unsigned];
        return text(graph.protocolId, { concept: 'spec.hash', at }, [
          unsigned,
          ...ids.map((id) => id.slice('sha256:'.length)),
        ]);
      },
    ),
  },
});

/** Which frameworks apply. */
export const regulatory = concept<FactDeclaration | null>('regulatory', {
  documentation: 'Which frameworks apply, and in which role.',
  referable: false,
  all: (graph): readonly EntityDraft<FactDeclaration | null>[] => {
    const declared = factDeclarations(graph, 'regulatory');
    return declared.length > 0
      ? declared
      : [{ source: null, at: graph.protocol.product === null ? '' : '/product', name: 'regulatory' }];
  },
  fields: {
    frameworks: derived(
      oneOrManyType(textType),
      'Frameworks that apply: written, or named by `comply with`.',
      (_, graph, entity) => {
        const written = readFacts(entity, 'frameworks', graph);
        const items = written?.kind === 'list' ? written.items : [];
        const chosen = (graph.protocol.product?.complyWith ?? []).map(({ pack }, index) => {
          const id = frameworkOf(pack)?.id;
          const origin = {
            concept: 'regulatory.frameworks',
            at: pointerTo('', 'product', 'complyWith', index),
          };
          return text(pack, origin, id === undefined ? [] : [id]);
        });
        const named = items.map((item) =>
          item.kind === 'text' ? { ...item, also: [...item.also, ...idsIn(item.text)] } : item,
        );
        return named.length + chosen.length === 0
          ? undefined
          : list([...chosen, ...named], { origin: { concept: 'regulatory.frameworks', at: entity.at } });
      },
    ),
  },
});

/** `ISO 14971:2019` is the framework `iso-14971`. */
function idsIn(title: string): readonly string[] {
  const withoutEdition = title.replace(/:.*$/, '').replaceAll(/[^A-Za-z0-9]/g, '_');
  const id = frameworkOf(withoutEdition)?.id;
  return id === undefined ? [] : [id];
}

/** A signature on a record, given outside of Vigil. */
export const approval = concept<FactDeclaration>('approval', {
  plural: 'approvals',
  documentation: 'A signature on a record that was given outside of Vigil.',
  all: (graph) => factDeclarations(graph, 'approval'),
  fields: {
    subject: derived(anyType, 'What was signed.', () =>
      open('What was signed is bound to the signature by the audit trail.'),
    ),
    signer: derived(
      withMemberTypes(unionType(entityType('person'), entityType('role'), textType), { name: textType }),
      'Who signed.',
      (_, graph, entity) => {
        const signer = readFacts(entity, 'signer', graph);
        return signer?.kind === 'text' ? withMembers(signer, { name: () => signer }) : signer;
      },
    ),
  },
});

/** An item that is left out, with the reason. */
export const waiver = concept<Waiver>('waiver', {
  plural: 'waivers',
  documentation: 'An item of a checklist that is left out for a reason, until a day.',
  referable: false,
  all: (graph) =>
    graph.protocol.waivers.map((source, index) => ({
      source,
      at: pointerTo('', 'waivers', index),
      name: `${source.pack}.${source.item}`,
    })),
  fields: {
    item: derived(textType, 'The item, by its identifier.', ({ pack, item }, _, { at }) => {
      const id = frameworkOf(pack)?.id;
      return text(`${id ?? pack}.${item}`, { concept: 'waiver.item', at }, [`${pack}.${item}`, item]);
    }),
    justification: derived(textType, 'Why it is left out.', ({ because }, _, { at }) =>
      text(because, { concept: 'waiver.justification', at }),
    ),
    approver: derived(entityType('role'), 'Who approved it.', ({ approvedBy }, graph, { at }) => {
      const origin = { concept: 'waiver.approver', at };
      const role = graph.one('role', approvedBy);
      return role ? entityValue(role, origin) : text(approvedBy, origin);
    }),
    expires: derived(dateType, 'The last day on which it counts.', ({ until }, _, { at }) => ({
      kind: 'date',
      date: until,
      origin: { concept: 'waiver.expires', at },
    })),
  },
});

/** Putting a version into use. */
export const release = concept<FactDeclaration>('release', {
  plural: 'releases',
  documentation: 'Putting a version into use.',
  all: (graph) => factDeclarations(graph, 'release'),
  fields: {
    modification: derived(
      unionType(entityType('changePlan'), textType),
      'The change plan under which it is made.',
      (_, graph, entity) => {
        const plan = readFacts(entity, 'changePlan', graph);
        return plan && { ...plan, origin: { concept: 'release.changePlan', at: entity.at } };
      },
    ),
    udi: derived(
      withMemberTypes(anyType, { di: textType, pi: textType, justification: textType }),
      'Unique device identification.',
      (_, graph, entity) => readFacts(entity, 'udi', graph),
    ),
    transfer: derived(
      oneOrManyType(textType, { deployedHash: textType }),
      'How it came into use.',
      (_, graph, entity) => {
        const transfer = readFacts(entity, 'transfer', graph);
        return (
          transfer && withMembers(transfer, transfer.members?.deployedHash ? {} : { deployedHash: deployed })
        );
      },
    ),
  },
});

function deployed(): Value {
  return open('The digest of what was brought into use is in the record of the release.');
}

/** A change that was not planned. */
export const changeRequest = concept<FactDeclaration>('changeRequest', {
  plural: 'changeRequests',
  documentation: 'A change of the model or product that was asked for.',
  all: (graph) => factDeclarations(graph, 'changeRequest'),
  fields: {
    impactAnalysis: derived(
      oneOrManyType(unionType(entityType('risk'), entityType('control'), textType), {
        risks: listType(entityType('risk')),
      }),
      'What the change touches.',
      (_, graph, entity) => {
        const written = readFacts(entity, 'impactAnalysis', graph);
        if (written?.kind !== 'list') return written;
        const risks = written.items.filter(
          (item) => item.kind === 'entity' && item.entity.concept === 'risk',
        );
        const origin = { concept: 'changeRequest.impactAnalysis', at: entity.at };
        return {
          ...written,
          members: {
            risks: () => (risks.length === 0 ? { kind: 'absent', origin } : list(risks, { origin })),
          },
        };
      },
    ),
    significance: derived(
      recordType({ aiAct: anyType, mdr: anyType, fda: anyType }),
      'Whether the change is significant under each framework.',
      (_, graph, entity) => {
        const written = readFacts(entity, 'significance', graph);
        const [only] = written?.kind === 'list' ? written.items : [];
        return only?.kind === 'record' ? only : written;
      },
    ),
  },
});
