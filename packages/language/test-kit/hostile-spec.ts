import type { Conformance, ItemResult } from '../src/checklists/conformance.js';
import type { Compilation, FactDeclaration, Facts, FactValue, Protocol } from '../src/protocol/protocol.js';
import {
  alternatives,
  type DeclarationSchema,
  declarationSchemas,
  type FieldSchema,
  type FieldType,
} from '../src/schema/index.js';

/** Gives the next text; called for every free text in turn. */
export type NextText = () => string;

/**
 * A compiled spec in which every free text is another one: the texts of the Protocol (titles, units, columns, steps,
 * paths, facts) and, by the table of declarations, every field of every kind of declaration.
 */
export function withTexts(compilation: Compilation, next: NextText): Compilation {
  const protocol = replaced(compilation.protocol, next) as Protocol;
  return {
    ...compilation,
    protocol: {
      ...protocol,
      product: protocol.product && filled(protocol.product, 'product', next),
      roles: protocol.roles.map((each) => filled(each, 'role', next)),
      integrations: protocol.integrations.map((each) => filled(each, each.kind, next)),
      datasets: protocol.datasets.map((each) => filled(each, 'dataset', next)),
      models: protocol.models.map((each) => filled(each, 'model', next)),
      logs: protocol.logs.map((each) => filled(each, 'log', next)),
      subgroups: protocol.subgroups.map((each) => filled(each, 'subgroups', next)),
      monitors: protocol.monitors.map((each) => filled(each, 'monitor', next)),
      runbooks: protocol.runbooks.map((each) => filled(each, 'runbook', next)),
      hazards: protocol.hazards.map((each) => filled(each, 'hazard', next)),
      changePlans: protocol.changePlans.map((plan) => ({
        ...filled(plan, 'changePlan', next),
        modifications: plan.modifications.map((each) => filled(each, 'modification', next)),
      })),
      trials: protocol.trials.map((each) => filled(each, 'trial', next)),
      scenarios: protocol.scenarios.map((each) => filled(each, 'scenario', next)),
      declarations: declarationSchemas
        .filter(({ kind }) => !kindsOfTheirOwn.has(kind))
        .map((schema) => factDeclaration(schema, next)),
    },
    documentation: new Map(
      [
        '/product',
        '/models/0',
        '/monitors/0',
        '/runbooks/0',
        '/hazards/0',
        '/changePlans/0',
        '/trials/0',
      ].map((pointer) => [pointer, next()]),
    ),
  };
}

/** A conformance in which every free text is another one, with an item of each status and kind. */
export function conformanceWithTexts(next: NextText): Conformance {
  const item = (status: ItemResult['status'], kind: ItemResult['kind'], waived: boolean): ItemResult => ({
    pack: 'HouseRules',
    item: 'two_leads',
    title: next(),
    cites: [next(), next()],
    kind,
    severity: 'error',
    status,
    presenceOnly: status === 'met',
    missing: status === 'unmet' ? ['intendedUse.users'] : [],
    at: ['/monitors/0', '/product/facts/owner'],
    reason: next(),
    waiver: waived ? { because: next(), approvedBy: next(), until: '2027-06-30', expired: false } : null,
    provenance: { status: 'memory', source: next() },
  });
  const statuses = ['met', 'unmet', 'open', 'notApplicable'] as const;
  const kinds = ['structural', 'evidence', 'attestation'] as const;
  return {
    asOf: '2026-11-20',
    packs: [
      {
        pack: 'HouseRules',
        title: next(),
        edition: next(),
        pinned: next(),
        items: [
          ...kinds.flatMap((kind) => statuses.map((status) => item(status, kind, false))),
          item('waived', 'structural', true),
        ],
      },
    ],
  };
}

const kindsOfTheirOwn = new Set(
  'product role channel pipeline dataset model log subgroups monitor runbook hazard changePlan modification trial scenario checklist'.split(
    ' ',
  ),
);

const freeText =
  /^(title|text|unit|path|sha256|version|column|availableAt|artifact|timezone|subject|prediction|because|approvedBy|authorizationRef)$/;

/** The texts of a Protocol outside of facts, which `filled` makes anew. */
function replaced(value: unknown, next: NextText, key = ''): unknown {
  if (typeof value === 'string') return freeText.test(key) ? next() : value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, next, key === 'values' ? 'text' : key));
  if (value === null || typeof value !== 'object' || key === 'facts') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name.startsWith('$') ? member : replaced(member, next, name),
    ]),
  );
}

/** The declaration with every field and block of its kind stated. */
function filled<T extends { readonly facts: Facts }>(declared: T, kind: string, next: NextText): T {
  const schema = declarationSchemas.find((each) => each.kind === kind);
  if (schema === undefined) return declared;
  const blocks = Object.fromEntries(
    schema.blocks.map(({ name, fields }) => [name, factsOf(fields, next)] as const),
  );
  const facts = factsOf(
    schema.fields.filter(({ name }) => !Object.hasOwn(declared, name)),
    next,
  );
  // Modifications and products keep their blocks beside their facts, others among them.
  return Object.hasOwn(declared, 'blocks')
    ? { ...declared, facts, blocks }
    : { ...declared, facts: { ...facts, ...blocks } };
}

function factDeclaration({ kind, fields }: DeclarationSchema, next: NextText): FactDeclaration {
  return { kind, name: kind, title: next(), facts: factsOf(fields, next) };
}

function factsOf(fields: readonly FieldSchema[], next: NextText): Facts {
  return Object.fromEntries(fields.map(({ name, type }) => [name, filledValue(type, next)]));
}

/** A value with texts in it wherever the type has room for one. */
function filledValue(type: FieldType, next: NextText): FactValue {
  const [first = type, ...others] = alternatives(type);
  // The shapes of a value take turns: lists, records, plain texts.
  const chosen = others.find(({ kind }) => kind === 'record' || kind === 'list') ?? first;
  switch (chosen.kind) {
    case 'list':
      return [filledValue(chosen.of, next), filledValue(chosen.of, next)];
    case 'record':
      return { ...factsOf(chosen.fields ?? [], next), value: next(), note: [next()] };
    case 'secret':
      return { $secret: next() };
    case 'reference':
      return { $reference: next() };
    case 'date':
      return { $date: next() };
    case 'boolean':
      return true;
    default:
      return next();
  }
}
