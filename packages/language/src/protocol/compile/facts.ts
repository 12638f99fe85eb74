import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { Facts, FactValue } from '../protocol.js';
import { compileDuration } from './duration.js';
import { type Part, part, placesOf } from './part.js';

type Statement = ast.Fact | { readonly $type: string };

/**
 * The fields and blocks among a declaration's statements as facts, sorted by name; `except` names the
 * fields that have a place of their own in the Protocol. A block becomes a record of its fields.
 */
export function compileFacts(statements: readonly Statement[], except: readonly string[] = []): Part<Facts> {
  const written = statements.filter(isFact).filter(({ name }) => !except.includes(name));
  const names = [...new Set(written.map(({ name }) => name))].sort();
  const members = names.map((name): [string, Part<FactValue>] => {
    const parts = written.filter((fact) => fact.name === name).map(compileFact);
    const [first] = parts;
    // Only blocks may be repeated; then all of them are kept, in the order they were written.
    return parts.length === 1 && first ? [name, first] : [name, listOf(parts)];
  });
  return {
    value: Object.fromEntries(members.map(([name, { value }]) => [name, value])),
    places: placesOf(Object.fromEntries(members)),
  };
}

/** The blocks among the statements by name, and the facts in each. */
export function compileBlocks(statements: readonly Statement[]): Part<{ readonly [name: string]: Facts }> {
  const blocks = statements.filter(isFact).filter((fact) => fact.$type === 'Block');
  const members = blocks
    .map((block): [string, Part<Facts>] => [block.name, compileBlock(block)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    value: Object.fromEntries(members.map(([name, { value }]) => [name, value])),
    places: placesOf(Object.fromEntries(members)),
  };
}

/** The field of that name, if it was written. */
export function fieldNamed(statements: readonly Statement[], name: string): ast.Field | undefined {
  return statements.find(
    (statement): statement is ast.Field =>
      isFact(statement) && statement.name === name && statement.$type === 'Field',
  );
}

/** A field's text: a string, or a word such as the name of a declaration. */
export function textField(statements: readonly Statement[], name: string): Part<string> | null {
  const field = fieldNamed(statements, name);
  if (field?.value.$type === 'TextValue') return part(field, field.value.text);
  if (field?.value.$type === 'WordValue') return part(field, field.value.word.$refText);
  return null;
}

export function numberField(statements: readonly Statement[], name: string): Part<number> | null {
  const field = fieldNamed(statements, name);
  return field?.value.$type === 'NumberValue' ? part(field, quantityValue(field.value.quantity)) : null;
}

function isFact(statement: Statement): statement is ast.Fact {
  return statement.$type === 'Field' || statement.$type === 'Block';
}

function compileFact(fact: ast.Fact): Part<FactValue> {
  return fact.$type === 'Block' ? compileBlock(fact) : part(fact, factValue(fact.value));
}

function compileBlock(block: ast.Block): Part<Facts> {
  const facts = compileFacts(block.statements);
  const title: Facts = block.title === undefined || 'title' in facts.value ? {} : { title: block.title };
  return { value: { ...facts.value, ...title }, places: [{ pointer: '', node: block }, ...facts.places] };
}

function listOf(parts: readonly Part<FactValue>[]): Part<FactValue> {
  return {
    value: parts.map(({ value }) => value),
    places: parts.flatMap(({ places }, index) =>
      places.map((place) => ({ pointer: `/${index}${place.pointer}`, node: place.node })),
    ),
  };
}

function factValue(value: ast.Value): FactValue {
  switch (value.$type) {
    case 'TextValue':
      return value.commit === undefined ? value.text : { value: value.text, commit: value.commit };
    case 'NumberValue':
      return quantityValue(value.quantity);
    case 'BooleanValue':
      return justified(value.truth, value.because);
    case 'WordValue':
      return justified(
        value.word.ref ? { $reference: value.word.$refText } : value.word.$refText,
        value.because,
      );
    case 'ColumnValue':
      return value.column;
    case 'DurationValue':
      return { $duration: compileDuration(value.duration) };
    case 'DateValue':
      return { $date: value.date };
    case 'EnvironmentValue':
      return { $secret: value.variable };
    case 'ListValue':
      return value.items.map(factValue);
    case 'RecordValue':
      return Object.fromEntries(value.fields.map((field) => [field.name, factValue(field.value)]));
  }
}

/** `acceptable because "…"`: the reason stays with what it is the reason for. */
function justified(value: FactValue, because: string | undefined): FactValue {
  return because === undefined ? value : { value, because };
}
