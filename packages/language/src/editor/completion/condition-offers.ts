import { CompletionItemKind } from 'vscode-languageserver';
import { alternatives, declarationSchema, declarationSchemas, type FieldSchema } from '../../schema/index.js';
import { fieldWords } from '../hover/field-words.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { around } from './reading/frame.js';
import type { Scene } from './scene.js';

/** The next part of a path such as `product.isDevice` in the condition of a checklist. */
export function pathOffers({ frame }: Place, { cursor }: Scene): readonly Offer[] {
  if (around(frame, 'Item') === undefined) return [];
  const [kind, ...rest] = partsBefore(cursor.before.map(({ text }) => text));
  if (kind === undefined) return kinds;
  const schema = declarationSchema(kind);
  if (schema === undefined) return [];
  const [first, ...members] = rest;
  if (first === undefined) {
    const blocks = schema.blocks.map(({ name, title }, order) => ({
      label: name,
      kind: CompletionItemKind.Struct,
      detail: title,
      rank: Rank.block,
      order,
    }));
    return [...schema.fields.map(fieldOffer), ...blocks];
  }
  const block = schema.blocks.find(({ name }) => name === first);
  const path = block === undefined ? rest : members;
  return fieldsAt(block?.fields ?? schema.fields, path).map(fieldOffer);
}

const kinds: readonly Offer[] = declarationSchemas.map(({ kind, documentation }, order) => ({
  label: kind,
  kind: CompletionItemKind.Class,
  detail: documentation,
  rank: Rank.best,
  order,
}));

/** The parts of a path that ends with a dot before the cursor. */
function partsBefore(words: readonly string[]): string[] {
  const parts: string[] = [];
  for (let at = words.length - 1; words[at] === '.'; at -= 2) parts.unshift(words[at - 1] ?? '');
  return parts;
}

function fieldsAt(fields: readonly FieldSchema[], path: readonly string[]): readonly FieldSchema[] {
  const [first, ...rest] = path;
  if (first === undefined) return fields;
  const type = fields.find(({ name }) => name === first)?.type;
  const members = alternatives(type ?? { kind: 'any' }).flatMap((each) =>
    each.kind === 'record' ? (each.fields ?? []) : [],
  );
  return members.length === 0 ? [] : fieldsAt(members, rest);
}

function fieldOffer(field: FieldSchema, order: number): Offer {
  return {
    label: field.name,
    kind: CompletionItemKind.Property,
    detail: field.documentation,
    documentation: fieldWords(field),
    rank: Rank.best,
    order,
  };
}
