import type { Cause } from '../../truth.js';
import {
  type Concept,
  concept,
  type DerivedField,
  derived,
  type EntityDraft,
  type Graph,
} from '../concept.js';
import { anyType, numberType, truthType, wordType } from '../type.js';
import type { Value } from '../value.js';
import { absent, boolean, list, number, open, text, truthValue } from '../values.js';
import { identifiabilities, isChosen, missingFact, wordsOf } from './known.js';

type Nothing = null;
type Fields = { readonly [name: string]: DerivedField<Nothing> };

/** A heading under which facts about the whole spec stand; it is always there. */
function heading(name: string, documentation: string, fields: Fields): Concept {
  const all = (): readonly EntityDraft<Nothing>[] => [{ source: null, at: '', id: name, name }];
  return concept<Nothing>(name, { documentation, referable: false, all, fields });
}

/** True or false where the facts say so; else not known, with the facts that would tell. */
function decided(value: boolean | undefined, concept: string, tell: Cause): Value {
  return value === undefined
    ? truthValue({ value: undefined, causes: [tell] })
    : boolean(value, { concept, at: '' });
}

const personal = ['identified', 'pseudonymised', 'limitedDataSet'];
const nobodys = ['anonymous', 'synthetic'];

/** Whether any of the data is of this sort; no only where all of it says what it is. */
function someData(graph: Graph, isSuch: (word: string) => boolean): boolean | undefined {
  const words = identifiabilities(graph);
  if (words.some((word) => word !== undefined && isSuch(word))) return true;
  return words.length > 0 && words.every((word) => word !== undefined) ? false : undefined;
}

const tellIdentifiability = missingFact('dataset.identifiability', 'how near the data is to persons');

const data = heading('data', 'What kind of data the spec is about.', {
  phi: derived(truthType, 'Whether data or logs hold protected health information.', (_, graph) =>
    decided(
      someData(graph, (word) => personal.includes(word)),
      'dataset.identifiability',
      tellIdentifiability,
    ),
  ),
  deidentified: derived(truthType, 'Whether a dataset is called de-identified.', (_, graph) =>
    decided(
      someData(graph, (word) => word === 'deidentified'),
      'dataset.identifiability',
      tellIdentifiability,
    ),
  ),
  personalEu: derived(truthType, 'Whether it is personal data of people in the EU.', (_, graph) => {
    const markets = wordsOf(graph, 'product', 'markets');
    if (markets === undefined)
      return decided(undefined, '', missingFact('product.markets', 'where the product is used'));
    if (!markets.includes('EU')) return boolean(false, { concept: 'product.markets', at: '/product' });
    // What HIPAA calls de-identified can still be personal data under the GDPR.
    return decided(
      someData(graph, (word) => !nobodys.includes(word)),
      'dataset.identifiability',
      tellIdentifiability,
    );
  }),
  specialCategory: derived(
    truthType,
    'Whether it holds special categories of data (GDPR Article 9).',
    (_, graph) => {
      const bases = [...graph.all('dataset'), ...graph.all('privacy')].map((each) =>
        graph.read(each, 'specialCategoryBasis'),
      );
      const written = bases.some(({ kind }) => kind !== 'absent');
      // Data of patients is data concerning health.
      return decided(
        written || someData(graph, (word) => !nobodys.includes(word)),
        'dataset.specialCategoryBasis',
        tellIdentifiability,
      );
    },
  ),
});

const deidentification = heading('deidentification', 'How data was de-identified.', {
  method: derived(wordType('safeHarbor', 'expert', 'none'), 'Methods in use.', (_, graph) => {
    const methods = graph.all('dataset').flatMap((dataset) => {
      const method = graph.read(dataset, 'deidentification').members?.method?.();
      return method ? [method] : [];
    });
    return methods.length === 0
      ? absent('dataset.deidentification', graph.all('dataset')[0]?.at ?? '')
      : list(methods, { each: true });
  }),
});

const hipaaRoles = ['coveredEntity', 'businessAssociate', 'none'];

const org = heading('org', 'The organisation under the frameworks.', {
  hipaaRole: derived(wordType(...hipaaRoles), 'Role under HIPAA.', (_, graph) => {
    const written = wordsOf(graph, 'organization', 'hipaaRole') ?? [];
    const roles = wordsOf(graph, 'regulatory', 'roles') ?? [];
    const role = [...written, ...roles].find((word) => hipaaRoles.includes(word));
    const origin = { concept: 'organization.hipaaRole', at: '' };
    return role === undefined ? { kind: 'absent', origin } : text(role, origin);
  }),
  dataRole: derived(wordType('controller', 'processor', 'joint'), 'Role under the GDPR.', (_, graph) => {
    const origin = { concept: 'privacy.controller', at: '' };
    const says = (field: string) =>
      graph.all('privacy').some((each) => graph.read(each, field).kind !== 'absent');
    if (says('jointControllers')) return text('joint', origin);
    return says('controller') ? text('controller', origin) : { kind: 'absent', origin };
  }),
  publicBody: derived(truthType, 'Whether it is a public body, or provides public services.', (_, graph) => {
    const roles = wordsOf(graph, 'regulatory', 'roles') ?? [];
    const isPublic = roles.includes('publicBody') || graph.all('fria').length > 0 ? true : undefined;
    return decided(
      isPublic,
      'regulatory.roles',
      missingFact('regulatory.roles', 'whether the deployer is a public body'),
    );
  }),
});

const records = heading('records', 'Which rules the records fall under.', {
  regulatedFda: derived(
    truthType,
    'Whether an FDA rule asks for records that are kept electronically.',
    (_, graph) => {
      const markets = wordsOf(graph, 'product', 'markets');
      // Records of a device on the US market are asked for by part 820.
      const isChosenOrDevice =
        isChosen(graph, 'cfr21-part11') || (markets?.includes('US') === true && isDevice(graph));
      return decided(
        isChosenOrDevice || (markets === undefined ? undefined : false),
        'product.markets',
        missingFact('product.markets', 'where the product is used'),
      );
    },
  ),
  electronicSignatures: derived(
    truthType,
    'Whether electronic signatures replace handwritten ones.',
    (_, graph) => {
      const some =
        graph.all('signaturePolicy').length + graph.all('approval').length + graph.all('signature').length >
        0;
      return decided(
        some || undefined,
        'signaturePolicy',
        missingFact('signaturePolicy.meanings', 'whether records are signed electronically'),
      );
    },
  ),
  openSystem: derived(truthType, 'Whether people outside of the organisation control access.', () =>
    open('Whether the records are in an open system is not part of a spec.'),
  ),
});

function isDevice(graph: Graph): boolean {
  const [product] = graph.all('product');
  const value = product && graph.read(product, 'isDevice', true);
  return value?.kind === 'truth' && value.truth.value === true;
}

const lifecycle = heading('lifecycle', 'How far the product has come.', {
  released: derived(truthType, 'Whether a version was released.', (_, graph) => isReleased(graph)),
  deployed: derived(truthType, 'Whether a version is in use.', (_, graph) => isReleased(graph)),
});

function isReleased(graph: Graph): Value {
  const concept = 'spec.reviewState';
  if (graph.all('release').length > 0) return boolean(true, { concept, at: '' });
  const [state] = wordsOf(graph, 'spec', 'reviewState') ?? [];
  return decided(
    state === undefined ? undefined : state === 'released',
    concept,
    missingFact(concept, 'whether a version is in use'),
  );
}

const tool = heading('tool', 'How Vigil itself is used.', {
  usedInQms: derived(truthType, 'Whether its output is a quality record.', (_, graph) => {
    const quality = ['cfr21-part11', 'iso-13485', 'qmsr', 'iec-62304'].some((id) => isChosen(graph, id));
    const used =
      quality || graph.all('toolValidation').length > 0 || graph.all('qms').length > 0 ? true : undefined;
    return decided(
      used,
      'toolValidation',
      missingFact('toolValidation.intendedUse', 'whether this tool is part of the quality system'),
    );
  }),
});

const decision = heading('decision', 'What the output decides.', {
  automated: derived(truthType, 'Whether no person decides.', (_, graph) => {
    const [role] = wordsOf(graph, 'intendedUse', 'decisionRole') ?? [];
    const concept = 'intendedUse.decisionRole';
    return decided(
      role === undefined ? undefined : role === 'replaces',
      concept,
      missingFact(concept, 'how much the output weighs'),
    );
  }),
});

/** Planned changes a reader can still weigh one by one; our choice, the guidance names no number. */
const mostModifications = 8;
/** Cells below this are not shown (CMS cell suppression policy). */
const smallestCell = 11;

const config = heading('config', 'Settings of checks that a framework leaves open.', {
  pccp: derived({ kind: 'record', members: { maxModifications: numberType } }, 'Of change plans.', () => ({
    kind: 'record',
    label: 'config.pccp',
    members: { maxModifications: () => number(mostModifications) },
  })),
  privacy: derived(
    { kind: 'record', members: { minCell: numberType } },
    'Of privacy: the smallest cell, as written or 11.',
    (_, graph) => ({
      kind: 'record',
      label: 'config.privacy',
      members: {
        minCell: () => {
          const written = graph
            .all('privacy')
            .map((privacy) => graph.read(privacy, 'minCell'))
            .find(({ kind }) => kind === 'number');
          return written ?? number(smallestCell);
        },
      },
    }),
  ),
});

const baseline = heading('baseline', 'The last authorised version.', {
  performance: derived(anyType, 'Its performance claims.', (_, { released }) =>
    released === undefined
      ? open('The last authorised version is not known here: it takes the released spec.')
      : list(released.all('performance').map((claim) => released.read(claim, 'acceptance'))),
  ),
});

export const contexts: readonly Concept[] = [
  data,
  deidentification,
  org,
  records,
  lifecycle,
  tool,
  decision,
  config,
  baseline,
];
