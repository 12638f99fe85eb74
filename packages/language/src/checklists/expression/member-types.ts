import { conceptOfKind, concepts, conceptsByPlural } from '../model/concept-table.js';
import { roots } from '../model/roots.js';
import { schemaRows } from '../model/schema-rows.js';
import {
  anyType,
  entityType,
  listType,
  oneOrManyType,
  type Type,
  textType,
  typeOfField,
  unionType,
} from '../model/type.js';
import { allOtherWords } from '../model/words.js';

/** Every name an expression can begin with, beside functions. */
export const rootNames: readonly string[] = [
  ...new Set([...roots.map(({ name }) => name), ...concepts.keys(), ...conceptsByPlural.keys()]),
].sort();

/** What a name at the beginning of an expression stands for; undefined for an unknown one. */
export function typeOfRoot(name: string): Type | undefined {
  const root = roots.find((each) => each.name === name);
  if (root !== undefined) return root.type;
  const plural = conceptsByPlural.get(name);
  if (plural !== undefined) return listType(entityType(plural.name));
  const concept = concepts.get(name);
  if (concept === undefined) return undefined;
  return concept.isMany ? oneOrManyType(entityType(name)) : entityType(name);
}

/** The fields of a concept: derived ones, and the rows of the schema table. */
function fieldNamesOf(concept: string): readonly string[] {
  const derived = concepts.get(concept)?.fields.keys() ?? [];
  const rows = schemaRows.get(concept)?.keys() ?? [];
  return [...new Set([...derived, ...rows, 'name', 'title'])].filter((name) => name !== '');
}

/** What a field of a concept holds; undefined for an unknown one. */
export function typeOfConceptField(concept: string, field: string): Type | undefined {
  const own = concepts.get(concept)?.fields.get(field)?.type;
  if (own !== undefined) return own;
  const rows = schemaRows.get(concept)?.get(field) ?? [];
  if (rows.length > 0) {
    const others = allOtherWords(`${concept}.${field}`);
    return unionType(...rows.map((row) => withWords(typeOfField(row.field.type, conceptOfKind), others)));
  }
  return field === 'name' || field === 'title' ? textType : undefined;
}

function withWords(type: Type, others: readonly string[]): Type {
  if (others.length === 0) return type;
  if (type.kind === 'text' && type.words !== undefined) return { ...type, words: [...type.words, ...others] };
  if (type.kind === 'list') return { ...type, of: withWords(type.of, others) };
  return type.kind === 'union' ? { ...type, of: type.of.map((each) => withWords(each, others)) } : type;
}

/** What a member of a value is; undefined where a value of this type has none of that name. */
export function typeOfMember(type: Type, name: string): Type | undefined {
  const own =
    type.members !== undefined && Object.hasOwn(type.members, name) ? type.members[name] : undefined;
  if (own !== undefined) return own;
  switch (type.kind) {
    case 'any':
      return anyType;
    case 'entity':
      return typeOfConceptField(type.concept, name);
    case 'list':
      return type.one ? typeOfMember(type.of, name) : undefined;
    case 'record':
      return type.members === undefined ? anyType : undefined;
    case 'union': {
      const members = type.of.flatMap((each) => typeOfMember(each, name) ?? []);
      return members.length === 0 ? undefined : unionType(...members);
    }
    default:
      return undefined;
  }
}

/** The members a value of this type has, for completion and for the nearest name. */
export function memberNamesOf(type: Type): readonly string[] {
  const own = Object.keys(type.members ?? {});
  switch (type.kind) {
    case 'entity':
      return [...own, ...fieldNamesOf(type.concept)];
    case 'list':
      return type.one ? [...own, ...memberNamesOf(type.of)] : own;
    case 'union':
      return [...new Set([...own, ...type.of.flatMap(memberNamesOf)])];
    default:
      return own;
  }
}

/** One sentence on a member, for hovers; undefined where nothing is known of it. */
function documentationOfField(concept: string, field: string): string | undefined {
  return (
    concepts.get(concept)?.fields.get(field)?.documentation ??
    schemaRows.get(concept)?.get(field)?.[0]?.field.documentation
  );
}

/** One sentence on a member of a value of this type; undefined where nothing is known of it. */
export function documentationOfMember(type: Type, name: string): string | undefined {
  switch (type.kind) {
    case 'entity':
      return documentationOfField(type.concept, name);
    case 'list':
      return type.one ? documentationOfMember(type.of, name) : undefined;
    case 'union':
      return type.of.map((each) => documentationOfMember(each, name)).find((text) => text !== undefined);
    default:
      return undefined;
  }
}
