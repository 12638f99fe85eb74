import type { Comparison, Limit, MetricTerm } from '../protocol.js';
import {
  boolean,
  constant,
  list,
  name,
  nullable,
  number,
  object,
  record,
  type SchemaOf,
  text,
  variants,
  words,
} from './builder.js';
import { type Definitions, type DefinitionsOf, definition } from './definitions.js';
import { declaredAs } from './facts.js';
import { durationUnit } from './values.js';

type Argument = MetricTerm['arguments'][string];
const argument: SchemaOf<Argument> = { anyOf: [number(), text, boolean, list(number())] };

export const comparison = { '<': true, '<=': true, '>': true, '>=': true, '==': true } as const;
const subjected = {
  severity: words({ warn: true, fail: true }),
  subject: words({ value: true, pValue: true }),
};
type OneSided = Extract<Limit, { operator: Comparison }>;
type TwoSided = Extract<Limit, { operator: 'outside' }>;
const oneSided = object<OneSided>({ ...subjected, operator: words(comparison), value: number() });
const twoSided = object<TwoSided>({
  ...subjected,
  operator: constant('outside'),
  low: number(),
  high: number(),
});

const monitor: SchemaOf<Definitions['monitor']> = object({
  ...declaredAs('monitor'),
  log: name,
  every: definition('duration'),
  over: nullable(definition('duration')),
  against: nullable(variants({ dataset: { dataset: name }, previousWindow: {} })),
  labelsMatureAfter: nullable(definition('duration')),
  confidence: nullable(number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
  alarmBudget: nullable(object({ count: number({ minimum: 0 }), per: durationUnit })),
  checks: list(definition('check')),
  charts: list(definition('chart')),
  reactions: list(definition('reaction')),
});

export const monitoringDefinitions: DefinitionsOf<
  | 'metricTerm'
  | 'limit'
  | 'adjustment'
  | 'check'
  | 'chart'
  | 'reaction'
  | 'monitor'
  | 'step'
  | 'runbook'
  | 'hazard'
> = {
  metricTerm: object({
    metric: name,
    arguments: record(argument),
    aggregate: nullable(words({ gap: true, ratio: true })),
    of: list(name),
    at: nullable(number()),
    by: list(list(name, 1)),
  }),
  limit: { oneOf: [oneSided, twoSided] },
  adjustment: words({ bonferroni: true, holm: true, benjamini_hochberg: true }),
  check: object({
    term: definition('metricTerm'),
    limits: list(definition('limit'), 1),
    adjust: nullable(definition('adjustment')),
  }),
  chart: object({
    term: definition('metricTerm'),
    method: variants({
      shewhart: { rules: nullable(name) },
      cusum: { target: number(), shift: number(), arl: number({ exclusiveMinimum: 0 }) },
      ewma: {},
    }),
  }),
  reaction: object({
    on: words({ warn: true, fail: true }),
    action: variants({ run: { runbook: name }, notify: { channel: name } }),
  }),
  monitor,
  step: object({
    action: variants({
      task: { text },
      pause: { model: name },
      notify: { channel: name },
      retrain: { pipeline: name, approval: nullable(name) },
    }),
    by: nullable(name),
    within: nullable(definition('duration')),
  }),
  runbook: object({ ...declaredAs('runbook'), steps: list(definition('step')) }),
  hazard: object({ ...declaredAs('hazard'), controls: list(name) }),
};
