import { pointerTo } from '../../../protocol/canonical-json.js';
import type { Product } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft, type Graph, inferred } from '../concept.js';
import { readFacts } from '../facts.js';
import { samdCategory } from '../samd.js';
import {
  entityType,
  listType,
  numberType,
  oneOrManyType,
  textType,
  truthType,
  withMemberTypes,
  wordType,
} from '../type.js';
import type { Entity, Value } from '../value.js';
import { absent, boolean, entityValue, list, number, text } from '../values.js';
import { factsOf } from './declared.js';

const at = '/product';

function products({ protocol: { product } }: Graph): readonly EntityDraft<Product>[] {
  if (product === null) return [];
  const { name, title } = product;
  return [{ source: product, at, name, title, facts: [factsOf('product', product, at)] }];
}

/** The text of a fact; undefined where it is not written, or is no text. */
function factText(graph: Graph, entity: Entity, field: string): string | undefined {
  const value = graph.read(entity, field);
  return value.kind === 'text' ? value.text : undefined;
}

const deviceFacts = ['fdaClass', 'mdrClass', 'iec62304Class', 'samdSituation', 'samdSignificance'];
/** Classes for which a notified body takes part; the AI Act then calls the system high-risk (Article 6(1)). */
const assessedClasses = ['IIa', 'IIb', 'III'];

/** The product as a whole. */
export const product = concept<Product>('product', {
  documentation: 'The device, AI system or decision support that contains the models.',
  all: products,
  fields: {
    name: derived(textType, 'Name of the product.', ({ name }) =>
      text(name, { concept: 'product.name', at }),
    ),
    samdCategory: derived(
      numberType,
      'IMDRF category, 1 to 4: as written, or from situation and significance.',
      (_, graph, entity) => {
        const written = entity.facts.some(({ facts }) => facts.samdCategory !== undefined);
        if (written) return undefined;
        const category = samdCategory(
          factText(graph, entity, 'samdSituation'),
          factText(graph, entity, 'samdSignificance'),
        );
        return category === undefined ? undefined : number(category, { concept: 'product.samdCategory', at });
      },
    ),
    isDevice: inferred(truthType, 'Whether it is a medical device.', (_, graph, entity) =>
      deviceFacts.some((field) => graph.read(entity, field).kind !== 'absent')
        ? boolean(true, { concept: 'product.isDevice', at })
        : undefined,
    ),
    aiActHighRisk: inferred(truthType, 'Whether the AI Act calls it high-risk.', (_, graph, entity) => {
      const annex = graph.read(entity, 'aiActAnnex');
      const mdrClass = factText(graph, entity, 'mdrClass');
      const isHigh = annex.kind === 'text' || (mdrClass !== undefined && assessedClasses.includes(mdrClass));
      return isHigh ? boolean(true, { concept: 'product.aiActHighRisk', at }) : undefined;
    }),
    certifiedHealthIt: inferred(truthType, 'Whether certified health IT supplies it.', (_, graph) => {
      const roles = graph.all('regulatory').map((regulatory) => graph.read(regulatory, 'roles'));
      const isDeveloper = roles.some((value) => holdsText(value, 'developer'));
      return isDeveloper ? boolean(true, { concept: 'product.certifiedHealthIt', at }) : undefined;
    }),
    aiActAnnex: derived(
      wordType('I', 'III'),
      'Annex of the AI Act that makes it high-risk.',
      (_, graph, entity) => {
        const basis = graph.read(entity, 'aiActBasis');
        const route = basis.kind === 'record' ? basis.members.route?.() : basis;
        const word = route?.kind === 'text' ? route.text.replaceAll(/\s/g, '').toLowerCase() : '';
        const origin = { concept: 'product.aiActBasis', at };
        if (word.startsWith('annexiii')) return text('III', origin);
        return word.startsWith('annexi') ? text('I', origin) : absent('product.aiActBasis', at);
      },
    ),
    aiActBasis: derived(
      withMemberTypes(textType, { route: textType, document: oneOrManyType(textType) }),
      'Why it is high-risk under the AI Act, or not.',
      (_, graph, entity) => {
        const written = readFacts(entity, 'aiActBasis', graph);
        const route = written?.kind === 'record' ? written.members.route?.() : undefined;
        return route?.kind === 'text' && written ? { ...route, members: written.members ?? {} } : written;
      },
    ),
    hasSuppliers: derived(truthType, 'Whether a supplier is declared.', (_, graph) =>
      boolean(graph.all('supplier').length > 0, { concept: 'supplier', at: '' }),
    ),
    signatures: derived(oneOrManyType(entityType('signature')), 'Signatures a release needs.', (_, graph) =>
      list(
        graph.all('signature').map((signature) => entityValue(signature)),
        { of: 'signature' },
      ),
    ),
    complyWith: derived(listType(textType), 'Checklists the spec complies with.', ({ complyWith }) =>
      list(
        complyWith.map(({ pack }, index) =>
          text(pack, { concept: 'product', at: pointerTo(at, 'complyWith', index) }),
        ),
      ),
    ),
  },
});

function holdsText(value: Value, word: string): boolean {
  if (value.kind === 'list') return value.items.some((item) => holdsText(item, word));
  return value.kind === 'text' && (value.text === word || value.also.includes(word));
}

/** Whom and what the product is for. */
export const intendedUse = concept<Product>('intendedUse', {
  plural: 'intendedUses',
  documentation: 'What the product is for, for whom, by whom, where, and what it is not for.',
  referable: false,
  all: ({ protocol: { product } }) => {
    const facts = product?.blocks.intendedUse;
    if (product === null || facts === undefined) return [];
    const place = pointerTo(at, 'blocks', 'intendedUse');
    return [
      {
        source: product,
        at: place,
        name: 'intendedUse',
        facts: [{ kind: 'product', block: 'intendedUse', facts, at: place }],
      },
    ];
  },
  fields: {
    situation: derived(
      wordType('critical', 'serious', 'nonSerious'),
      'Situation of the patients (IMDRF N12).',
      (_, graph) => ofProduct(graph, 'samdSituation'),
    ),
    significance: derived(
      wordType('informs', 'drives', 'treats'),
      'Significance of the output (IMDRF N12).',
      (_, graph) => ofProduct(graph, 'samdSignificance'),
    ),
  },
});

function ofProduct(graph: Graph, field: string): Value | undefined {
  const [product] = graph.all('product');
  return product && graph.read(product, field);
}

/** `require signature of ClinicalLead as approval` */
export const signature = concept<Product['signatures'][number]>('signature', {
  plural: 'signatures',
  documentation: 'A signature that a release needs.',
  referable: false,
  all: ({ protocol: { product } }) =>
    (product?.signatures ?? []).map((source, index) => ({
      source,
      at: pointerTo(at, 'signatures', index),
      name: source.role,
    })),
  fields: {
    role: derived(entityType('role'), 'Who signs.', ({ role }, graph, entity) => {
      const declared = graph.one('role', role);
      const origin = { concept: 'signature.role', at: entity.at };
      return declared ? entityValue(declared, origin) : text(role, origin);
    }),
    meaning: derived(textType, 'What the signature means.', ({ meaning }, _, entity) =>
      text(meaning, { concept: 'signature.meaning', at: entity.at }),
    ),
  },
});
