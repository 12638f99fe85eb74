import type { Comparison, Expression, PathPart } from '../protocol.js';
import {
  boolean,
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
import { type DefinitionsOf, definition } from './definitions.js';
import { blocksOf, declaredAs, factsWithoutBlocks } from './facts.js';
import { comparison } from './monitoring.js';
import { date, share } from './values.js';

const pathPart: SchemaOf<PathPart> = object({ name, call: nullable(list(definition('expression'))) });

const expression: SchemaOf<Expression> = variants<Expression>({
  number: { value: number() },
  text: { value: text },
  boolean: { value: boolean },
  list: { items: list(definition('expression')) },
  path: { parts: list(pathPart, 1) },
  member: { receiver: definition('expression'), parts: list(pathPart, 1) },
  binary: {
    operator: words<'+' | '-' | '*' | '/' | Comparison | '!=' | 'in' | 'and' | 'or'>({
      ...comparison,
      '!=': true,
      '+': true,
      '-': true,
      '*': true,
      '/': true,
      in: true,
      and: true,
      or: true,
    }),
    left: definition('expression'),
    right: definition('expression'),
  },
  not: { operand: definition('expression') },
  negative: { operand: definition('expression') },
  conditional: {
    condition: definition('expression'),
    whenTrue: definition('expression'),
    whenFalse: definition('expression'),
  },
  metric: { term: definition('metricTerm'), of: words({ candidate: true, champion: true }) },
  verdict: { monitor: name, verdict: words({ fails: true, warns: true }) },
  every: { every: definition('duration') },
});

export const governanceDefinitions: DefinitionsOf<
  'expression' | 'modification' | 'changePlan' | 'waiver' | 'checklistItem' | 'checklist'
> = {
  expression,
  modification: object({
    name,
    title: nullable(text),
    facts: factsWithoutBlocks('modification'),
    rules: list(
      object({
        kind: words({ trigger: true, accept: true, rollback: true }),
        when: definition('expression'),
      }),
    ),
    rollout: list(
      object({
        stage: words({ shadow: true, canary: true, full: true }),
        share: nullable(share),
        for: nullable(definition('duration')),
      }),
    ),
    blocks: blocksOf('modification'),
  }),
  changePlan: object({
    ...declaredAs('changePlan'),
    model: name,
    version: nullable(text),
    modifications: list(definition('modification')),
  }),
  waiver: object({
    pack: name,
    item: name,
    because: text,
    approvedBy: name,
    until: date,
  }),
  checklistItem: object({
    name,
    title: nullable(text),
    cites: list(text),
    asks: nullable(text),
    satisfiedBy: nullable(text),
    about: list(name),
    appliesWhen: nullable(definition('expression')),
    requires: nullable(definition('expression')),
    because: nullable(text),
    severity: words({ error: true, warning: true, info: true }),
    kind: words({ structural: true, evidence: true, attestation: true }),
    attestation: nullable(object({ role: name, months: nullable(number({ minimum: 0 })) })),
    provenance: nullable(object({ status: words({ verified: true, memory: true }), source: text })),
  }),
  checklist: object({ ...declaredAs('checklist'), items: list(definition('checklistItem')) }),
};
