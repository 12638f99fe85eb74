import {
  boolean,
  constant,
  either,
  integer,
  list,
  name,
  nullable,
  number,
  object,
  type SchemaOf,
  text,
  words,
} from './builder.js';
import { type Definitions, type DefinitionsOf, definition } from './definitions.js';
import { declaredAs } from './facts.js';
import { share } from './values.js';

const purpose = words({ efficacy: true, futility: true, harm: true });

const trial: SchemaOf<Definitions['trial']> = object({
  ...declaredAs('trial'),
  arms: list(object({ kind: words({ control: true, treatment: true }), name, title: nullable(text) })),
  allocation: nullable(
    object({
      weights: list(number({ exclusiveMinimum: 0 }), 2),
      unit: name,
      strata: list(name),
      blocks: list(integer({ minimum: 1 })),
    }),
  ),
  log: nullable(name),
  endpoints: list(definition('endpoint')),
  alpha: nullable(object({ value: share, sides: either(constant(1), constant(2)), power: nullable(share) })),
  looks: list(object({ at: share, for: list(name) })),
  stops: list(
    object({
      kind: purpose,
      endpoint: name,
      alpha: nullable(share),
      spending: name,
      parameter: nullable(number()),
      binding: nullable(boolean),
    }),
  ),
  sampleRatioAlpha: nullable(share),
});

export const trialDefinitions: DefinitionsOf<'endpoint' | 'trial' | 'scenario'> = {
  endpoint: object({
    name,
    title: nullable(text),
    priority: words({ primary: true, secondary: true, safety: true }),
    measure: words({ proportion: true, mean: true, hazard: true }),
    column: name,
    better: nullable(words({ lower: true, higher: true })),
    aim: nullable(words({ superiority: true, noninferiority: true, equivalence: true })),
    margin: nullable(number()),
    expect: nullable(object({ first: number(), second: number() })),
    sd: nullable(number({ minimum: 0 })),
  }),
  trial,
  scenario: object({
    ...declaredAs('scenario'),
    from: nullable(name),
    changes: list(
      object({
        column: name,
        source: name,
        operator: words({ '*': true, '+': true, '-': true, '/': true }),
        amount: number(),
        share: nullable(share),
      }),
    ),
    expectations: list(
      object({ monitor: nullable(name), verdict: words({ fail: true, warn: true, pass: true }) }),
    ),
  }),
};
