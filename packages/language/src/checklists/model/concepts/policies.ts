import { pointerTo } from '../../../protocol/canonical-json.js';
import type { FactDeclaration } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft } from '../concept.js';
import { readFacts } from '../facts.js';
import {
  durationType,
  entityType,
  listType,
  numberType,
  oneOrManyType,
  recordType,
  textType,
  withMemberTypes,
} from '../type.js';
import type { Members, Value } from '../value.js';
import { entityValue, list, number, record, text, withMembers } from '../values.js';
import { factDeclarations } from './declared.js';
import { withParagraphs } from './lawful-basis.js';

/** How long records are kept. */
export const retentionPolicy = concept<FactDeclaration>('retentionPolicy', {
  plural: 'retentionPolicies',
  documentation: 'How long records are kept.',
  all: (graph) => factDeclarations(graph, 'retentionPolicy'),
  fields: {
    subject: derived(oneOrManyType(textType), 'Records it is about.', (_, graph, entity) =>
      readFacts(entity, 'subjects', graph),
    ),
  },
});

/** Information supplied to users. */
export const label = concept<FactDeclaration>('label', {
  plural: 'labels',
  documentation: 'Information supplied to users.',
  all: (graph) => factDeclarations(graph, 'label'),
  fields: {
    sections: derived(
      oneOrManyType(textType, {
        plannedChanges: listType(textType),
        residualRisks: listType(entityType('risk')),
      }),
      'Sections it has; those on planned changes and residual risks hold what the spec says of them.',
      (_, graph, entity) => {
        const written = readFacts(entity, 'sections', graph);
        if (written?.kind !== 'list') return written;
        const has = (section: string) =>
          written.items.some((item) => item.kind === 'text' && item.text === section);
        const origin = { concept: 'label.sections', at: entity.at };
        const lacking: Value = { kind: 'absent', origin };
        const changes = () =>
          list(
            graph.all('modification').map((each) => graph.read(each, 'id')),
            { origin },
          );
        const risks = () =>
          list(
            graph.all('risk').map((risk) => entityValue(risk)),
            { origin },
          );
        return withMembers(written, {
          plannedChanges: () => (has('plannedChanges') ? changes() : lacking),
          residualRisks: () => (has('residualRisks') ? risks() : lacking),
        });
      },
    ),
  },
});

/** Rules of electronic signatures; the meanings are those a release needs. */
export const signaturePolicy = concept<FactDeclaration | null>('signaturePolicy', {
  plural: 'signaturePolicies',
  documentation: 'Rules of electronic signatures (21 CFR Part 11).',
  referable: false,
  all: (graph): readonly EntityDraft<FactDeclaration | null>[] => {
    const declared = factDeclarations(graph, 'signaturePolicy');
    const { product } = graph.protocol;
    const implied = product !== null && product.signatures.length > 0;
    return declared.length > 0 || !implied
      ? declared
      : [{ source: null, at: '', id: 'signaturePolicy', name: 'signaturePolicy' }];
  },
  fields: {
    meanings: derived(
      listType(textType),
      'What signatures of a release mean.',
      (_, { protocol: { product } }) => {
        const signatures = product?.signatures ?? [];
        const concept = 'signaturePolicy.meanings';
        return signatures.length === 0
          ? undefined
          : list(
              signatures.map(({ meaning }, index) =>
                text(meaning, { concept, at: pointerTo('', 'product', 'signatures', index) }),
              ),
              { origin: { concept, at: '/product' } },
            );
      },
    ),
  },
});

/** Rules of the audit trail. */
export const auditPolicy = concept<FactDeclaration>('auditPolicy', {
  plural: 'auditPolicies',
  documentation: 'Rules of the audit trail.',
  all: (graph) => factDeclarations(graph, 'auditPolicy'),
  fields: {
    timeSource: derived(
      withMemberTypes(textType, { zone: textType, source: textType }),
      'Zone and source of its time stamps.',
      (_, graph, entity) => {
        const written = readFacts(entity, 'timeSource', graph);
        return written?.kind === 'text' ? withMembers(written, { zone: () => written }) : written;
      },
    ),
  },
});

/** Reportable events; one deadline alone holds for all kinds. */
export const incidentPolicy = concept<FactDeclaration>('incidentPolicy', {
  plural: 'incidentPolicies',
  documentation: 'How reportable events are handled.',
  all: (graph) => factDeclarations(graph, 'incidentPolicy'),
  fields: {
    deadlines: derived(
      recordType({
        default: durationType,
        death: durationType,
        publicHealth: durationType,
        widespread: durationType,
        breach: durationType,
        hours: numberType,
      }),
      'By when each kind of event is reported; `hours` is the deadline of a breach of data.',
      (_, graph, entity) => {
        const written = readFacts(entity, 'deadlines', graph);
        const [first] = written?.kind === 'list' ? written.items : [written];
        if (first?.kind === 'duration')
          return record({ default: () => first, ...inHours(first) }, 'deadlines', first.origin);
        if (first?.kind !== 'record') return written;
        const breach = (first.members.breach ?? first.members.default)?.();
        return withMembers(first, inHours(breach));
      },
    ),
  },
});

function inHours(value: Value | undefined): Members {
  return value?.kind === 'duration' ? { hours: () => number(value.days * 24, value.origin) } : {};
}

/** Data-protection facts. */
export const privacy = concept<FactDeclaration>('privacy', {
  documentation: 'Data-protection facts.',
  referable: false,
  all: (graph) => factDeclarations(graph, 'privacy'),
  fields: {
    lawfulBasis: withParagraphs('lawfulBasis', 'Basis of processing (GDPR Article 6), also as `6.1.e`.'),
    specialCategoryBasis: withParagraphs(
      'specialCategoryBasis',
      'Basis for special categories (GDPR Article 9), also as `9.2.i`.',
    ),
  },
});
