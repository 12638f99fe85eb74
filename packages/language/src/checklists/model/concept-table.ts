import { type DeclarationSchema, declarationSchemas } from '../../schema/index.js';
import { type Concept, concept } from './concept.js';
import { changePlan, impact, modification, planImpact } from './concepts/change-plan.js';
import { contexts } from './concepts/context.js';
import { dataset, log, model } from './concepts/data.js';
import { declaredIn, factDeclarations } from './concepts/declared.js';
import { fairness } from './concepts/fairness.js';
import { feature } from './concepts/feature.js';
import { protocol } from './concepts/modification-protocol.js';
import { monitor, qualityRule } from './concepts/monitor.js';
import { person, role, supplier } from './concepts/people.js';
import { performance } from './concepts/performance.js';
import {
  auditPolicy,
  incidentPolicy,
  label,
  privacy,
  retentionPolicy,
  signaturePolicy,
} from './concepts/policies.js';
import { intendedUse, product, signature } from './concepts/product.js';
import { approval, changeRequest, regulatory, release, spec, waiver } from './concepts/records.js';
import { control, risk } from './concepts/risk.js';
import { runbook } from './concepts/runbook.js';
import { scenario, trial } from './concepts/trial.js';

const channel = concept('channel', {
  plural: 'channels',
  documentation: 'Where messages go.',
  all: (graph) =>
    declaredIn(graph, 'integrations', 'channel').filter(({ source }) => source.kind === 'channel'),
});

const pipeline = concept('pipeline', {
  plural: 'pipelines',
  documentation: 'Where models are built.',
  all: (graph) =>
    declaredIn(graph, 'integrations', 'pipeline').filter(({ source }) => source.kind === 'pipeline'),
});

const subgroups = concept('subgroups', {
  documentation: 'Groups of patients that checks compare.',
  all: (graph) => declaredIn(graph, 'subgroups', 'subgroups'),
});

const own: readonly Concept[] = [
  product,
  intendedUse,
  signature,
  role,
  person,
  supplier,
  dataset,
  model,
  feature,
  log,
  subgroups,
  monitor,
  qualityRule,
  performance,
  fairness,
  runbook,
  channel,
  pipeline,
  risk,
  control,
  changePlan,
  modification,
  protocol,
  impact,
  planImpact,
  release,
  changeRequest,
  trial,
  scenario,
  retentionPolicy,
  label,
  signaturePolicy,
  auditPolicy,
  incidentPolicy,
  privacy,
  spec,
  regulatory,
  approval,
  waiver,
  ...contexts,
];

const named = new Set(own.map(({ name }) => name));
/** Checklists are what judges, not what is judged. */
const unread = new Set(['checklist']);

/** Declarations that have facts only. */
const others = declarationSchemas
  .filter(({ concept, kind }) => !named.has(concept) && !unread.has(kind))
  .map(({ kind, concept: name, documentation }: DeclarationSchema) => {
    const plural = pluralOf(name);
    return concept(name, {
      documentation,
      all: (graph) => factDeclarations(graph, kind),
      ...(plural === undefined ? {} : { plural }),
    });
  });

function pluralOf(name: string): string | undefined {
  if (name.endsWith('s')) return undefined;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

/** Every concept that expressions can name, by its word. */
export const concepts: ReadonlyMap<string, Concept> = new Map(
  [...own, ...others].map((each) => [each.name, each]),
);

/** Concepts by the word for all of their things. */
export const conceptsByPlural: ReadonlyMap<string, Concept> = new Map(
  [...concepts.values()].flatMap((each) => (each.plural === undefined ? [] : [[each.plural, each] as const])),
);

/** The concept a kind of declaration stands for: `risk` for `hazard`. */
export function conceptOfKind(kind: string): string {
  return declarationSchemas.find((schema) => schema.kind === kind)?.concept ?? kind;
}
