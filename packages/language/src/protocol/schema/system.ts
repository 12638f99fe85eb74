import type { FeatureType, TableFormat } from '../protocol.js';
import {
  boolean,
  either,
  integer,
  list,
  name,
  nullable,
  number,
  object,
  type SchemaOf,
  text,
  variants,
  words,
} from './builder.js';
import { type Definitions, type DefinitionsOf, definition } from './definitions.js';
import { blocksOf, declaredAs, factsByKind, factsWithoutBlocks } from './facts.js';

const featureType = words<FeatureType>({
  number: true,
  integer: true,
  probability: true,
  boolean: true,
  category: true,
  timestamp: true,
});
const missingValue: SchemaOf<string | number | null> = nullable(either(text, number()));

const model: SchemaOf<Definitions['model']> = object({
  ...declaredAs('model', ['artifact', 'sha256', 'supersedes', 'operatingPoint']),
  version: text,
  artifact: nullable(text),
  sha256: nullable(text),
  trainedOn: nullable(name),
  supersedes: nullable(name),
  operatingPoint: nullable(number()),
  features: list(definition('feature')),
  claims: list(object({ metric: definition('metricTerm'), limit: definition('limit'), dataset: name })),
});

/** Fields of a log that are members of its own in the Protocol. */
const columnsOfLog = [
  'source',
  'time',
  'timezone',
  'timeFormat',
  'id',
  'subject',
  'prediction',
  'version',
  'shadow',
  'label',
  'outcomes',
  'arm',
];

const log: SchemaOf<Definitions['log']> = object({
  ...declaredAs('log', columnsOfLog),
  model: nullable(name),
  source: definition('source'),
  time: object({ column: name, format: nullable(text) }),
  timezone: name,
  id: nullable(name),
  subject: nullable(name),
  prediction: nullable(name),
  version: nullable(name),
  shadows: list(object({ column: name, model: name })),
  label: nullable(object({ column: name, availableAt: nullable(name) })),
  outcomes: nullable(object({ source: definition('source'), by: name })),
  arm: nullable(name),
});

export const systemDefinitions: DefinitionsOf<
  | 'product'
  | 'integration'
  | 'source'
  | 'dataset'
  | 'feature'
  | 'model'
  | 'log'
  | 'subgroupRule'
  | 'subgroups'
> = {
  product: object({
    name,
    title: nullable(text),
    facts: factsWithoutBlocks('product'),
    complyWith: list(object({ pack: name, edition: nullable(text) })),
    signatures: list(object({ role: name, meaning: name })),
    blocks: blocksOf('product'),
  }),
  integration: {
    ...object({
      name,
      title: nullable(text),
      facts: definition('facts'),
      kind: words({ channel: true, pipeline: true }),
      service: name,
    }),
    ...factsByKind(['channel', 'pipeline']),
  },
  source: object({
    engine: words<TableFormat | 'trino' | 'fhir'>({
      parquet: true,
      csv: true,
      jsonl: true,
      trino: true,
      fhir: true,
    }),
    path: name,
  }),
  dataset: object({
    ...declaredAs('dataset', ['source', 'sha256']),
    source: nullable(definition('source')),
    sha256: nullable(text),
  }),
  feature: object({
    direction: words({ input: true, context: true, output: true }),
    name,
    title: nullable(text),
    type: featureType,
    minimum: nullable(number()),
    maximum: nullable(number()),
    values: list(text),
    unit: nullable(text),
    optional: boolean,
    missing: missingValue,
  }),
  model,
  log,
  subgroupRule: variants({
    values: { values: nullable(list(text)) },
    cut: { cuts: list(number(), 1) },
  }),
  subgroups: object({
    ...declaredAs('subgroups'),
    minimumSize: integer({ minimum: 0 }),
    dimensions: list(object({ name, column: name, rule: definition('subgroupRule') })),
  }),
};
