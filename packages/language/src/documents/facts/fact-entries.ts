import { orderedFacts } from '../../protocol/field-order.js';
import type { Declared, Facts } from '../../protocol/protocol.js';
import { blockSchema, declarationSchema, type FieldSchema } from '../../schema/index.js';
import type { Entry } from '../content/block.js';
import { code, type Inline, notStated, withoutFullStop, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';
import { fieldWords } from '../wording/quantity.js';
import { factOf } from './declared.js';
import { factWords } from './fact-words.js';

/** The facts that are stated, in the schema's order: the field in words, the value. */
export function statedEntries(
  facts: Facts,
  reader: SpecReader,
  kind: string,
  block?: string,
): readonly Entry[] {
  const fields = schemaFields(kind, block);
  return orderedFacts(facts, kind, block).map(([name, value]) => [
    fieldWords(name),
    factWords(value, reader, fields.find((field) => field.name === name)?.type),
  ]);
}

/** Every field the schema knows, or of these the ones that are wanted, stated or not. */
export function everyEntry(
  declared: Declared,
  reader: SpecReader,
  kind: string,
  { block, only }: { readonly block?: string; readonly only?: readonly string[] } = {},
): readonly Entry[] {
  const wanted = schemaFields(kind, block).filter(({ name }) => only === undefined || only.includes(name));
  return wanted.map(({ name, type, documentation }) => {
    const value = factOf(declared, name, block);
    if (value !== undefined) return [fieldWords(name), factWords(value, reader, type)];
    const place = block === undefined ? `${kind}.${name}` : `${kind}.${block}.${name}`;
    return [fieldWords(name), words`${notStated(place)} (${withoutFullStop(documentation)})`];
  });
}

/** The fields of a kind that a declaration does not state, each with what it would say. */
export function missingRows(declared: Declared, kind: string): readonly (readonly Inline[])[] {
  return schemaFields(kind)
    .filter(({ name }) => factOf(declared, name) === undefined)
    .map(({ name, documentation }) => [code(`${kind}.${name}`), documentation]);
}

export function schemaFields(kind: string, block?: string): readonly FieldSchema[] {
  const owner = block === undefined ? declarationSchema(kind) : blockSchema(kind, block);
  return owner?.fields ?? [];
}
