import fc, { type Arbitrary } from 'fast-check';
import { type BlockSchema, type DeclarationSchema, declarationSchema, type FieldSchema } from '../../src/schema/index.js';
import type { Scope } from './scope.js';
import { ownStatements } from './statements.js';
import { anything, columnName, fieldValue, quoted, some } from './values.js';

const title = fc.oneof(fc.constant(''), quoted);

/** Everything before the body. */
const heads: Readonly<Record<string, (name: string) => Arbitrary<string>>> = {
  model: (name) => title.map((text) => `model ${name} ${text} version "2.1.0"`),
  log: (name) => title.map((text) => `log ${name} ${text} of Readmission`),
  monitor: (name) => title.map((text) => `monitor ${name} ${text} on Discharges`),
  channel: (name) => title.map((text) => `channel ${name} ${text} : slack`),
  pipeline: (name) => title.map((text) => `pipeline ${name} ${text} : github`),
  changePlan: (name) =>
    fc
      .tuple(title, fc.constantFrom('', 'version "1.0"'))
      .map(([text, version]) => `changePlan ${name} ${text} for Readmission ${version}`),
};

function plainHead(kind: string, name: string): Arbitrary<string> {
  return title.map((text) => `${kind} ${name} ${text}`);
}

/** Fields whose values depend on each other or on the data: written by hand. */
const byHand: Readonly<Record<string, Arbitrary<string>>> = {
  'dataset.source': fc.constantFrom('"data/train.parquet"', 'csv "data/train.txt"', 'trino "hive.ml.train"'),
  'log.source': fc.constantFrom('"logs/2026-*.parquet"', 'jsonl "logs/a.txt"', 'fhir "Patient.ndjson"'),
  'log.outcomes': fc.constantFrom('"o.parquet" joined by id', 'csv "o.txt" joined by `patient id`'),
  'log.label': fc.constantFrom('readmitted', 'readmitted available `known at`', '`label` available known_at'),
  'log.shadow': columnName.map((column) => `${column} of ReadmissionNext`),
};

/** A declaration of a kind, with statements of its own and fields from the table, in any order. */
export function declarationOf(kind: string, name: string, scope: Scope): Arbitrary<string> {
  if (kind === 'modification') {
    const plan = plainHead('modification', 'Change');
    return fc
      .tuple(plan, body('modification', 'Change', scope))
      .map(([head, inside]) => `changePlan ${name} for Readmission { ${head} { ${inside} } }`);
  }
  const head = heads[kind]?.(name) ?? plainHead(kind, name);
  return fc.tuple(head, body(kind, name, scope)).chain(([start, inside]) =>
    // A role needs no body.
    inside === '' && kind === 'role' ? fc.constantFrom(start, `${start} {}`) : fc.constant(`${start} { ${inside} }`),
  );
}

function body(kind: string, name: string, scope: Scope): Arbitrary<string> {
  const schema = declarationSchema(kind);
  if (schema === undefined) throw new Error(`no declaration '${kind}' in the table`);
  return fc
    .tuple(ownStatements(kind, name, scope), facts(schema, scope))
    .chain(([own, others]) => mixed(own.filter((each) => each.trim() !== ''), others))
    .map((all) => all.join(' '));
}

/** Fields and blocks at any places between the statements, which keep their order. */
function mixed(own: readonly string[], facts: readonly string[]): Arbitrary<readonly string[]> {
  return fc
    .tuple(...facts.map((fact) => fc.tuple(fc.nat({ max: own.length }), fc.constant(fact))))
    .map((placed) =>
      [...own.keys(), own.length].flatMap((index) => [
        ...placed.filter(([place]) => place === index).map(([, fact]) => fact),
        ...own.slice(index, index + 1),
      ]),
    );
}

function facts({ kind, fields, blocks, open }: DeclarationSchema, scope: Scope): Arbitrary<string[]> {
  const write = (field: FieldSchema) =>
    (byHand[`${kind}.${field.name}`] ?? fieldValue(field, scope)).map((value) => `${field.name}: ${value}`);
  const required = fields.filter((field) => field.required).map(write);
  const others = fields.filter((field) => !field.required).map(write);
  const more = open ? [unknownBlock('annexQ', 2), unknownField('zebra')] : [];
  return fc
    .tuple(fc.tuple(...required), some([...others, ...blocks.map((each) => block(each, scope)), ...more]))
    .map((parts) => parts.flat());
}

function unknownField(name: string): Arbitrary<string> {
  return anything(2).map((value) => `${name}: ${value}`);
}

/** A block nobody knows, with others inside. */
function unknownBlock(name: string, depth: number): Arbitrary<string> {
  const inside = [unknownField('zebra'), unknownField('yak')];
  return fc
    .tuple(title, some(depth === 0 ? inside : [...inside, unknownBlock('inner', depth - 1)]))
    .map(([text, facts]) => `${name} ${text} { ${facts.join(' ')} }`);
}

function block({ name, fields }: BlockSchema, scope: Scope): Arbitrary<string> {
  const entries = fields.map((field) => fieldValue(field, scope).map((value) => `${field.name}: ${value}`));
  return fc.tuple(title, some(entries)).map(([text, inside]) => `${name} ${text} { ${inside.join(' ')} }`);
}

