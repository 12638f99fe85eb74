import { CompletionItemKind } from 'vscode-languageserver';
import {
  type BlockSchema,
  clauseSchemas,
  conceptOf,
  type DeclarationSchema,
  declarationSchemas,
  statementSchemas,
} from '../../schema/index.js';
import { fieldWords } from '../hover/field-words.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { around } from './reading/frame.js';
import type { Scene } from './scene.js';

/** What a path such as `product.isDevice` stands for. */
interface Concept {
  readonly path: readonly string[];
  readonly detail: string;
  readonly documentation: string;
}

/** The next part of a path in the condition of a checklist: the concepts that fields and statements express. */
export function pathOffers({ frame }: Place, { cursor }: Scene): readonly Offer[] {
  if (around(frame, 'Item') === undefined) return [];
  const before = partsBefore(cursor.before.map(({ text }) => text));
  const offers = new Map<string, Offer>();
  for (const [order, { path, detail, documentation }] of concepts.entries()) {
    const next = path[before.length];
    const continues = before.every((part, index) => part === path[index]);
    if (next === undefined || !continues || offers.has(next)) continue;
    const isWhole = path.length === before.length + 1;
    offers.set(next, {
      label: next,
      kind: isWhole ? CompletionItemKind.Property : CompletionItemKind.Module,
      ...(isWhole ? { detail, documentation } : {}),
      rank: Rank.best,
      order,
    });
  }
  return [...offers.values()];
}

/** The parts of a path that ends with a dot before the cursor. */
function partsBefore(words: readonly string[]): string[] {
  const parts: string[] = [];
  for (let at = words.length - 1; words[at] === '.'; at -= 2) parts.unshift(words[at - 1] ?? '');
  return parts;
}

const concepts: readonly Concept[] = [
  ...declarationSchemas.flatMap((schema) => [schema, ...schema.blocks].flatMap(conceptsOfFields)),
  ...[...statementSchemas, ...clauseSchemas].flatMap(({ concepts = [], documentation, syntax }) =>
    concepts.map((concept) => ({
      path: concept.split('.'),
      detail: documentation,
      documentation: `\`${syntax}\``,
    })),
  ),
];

function conceptsOfFields(owner: DeclarationSchema | BlockSchema): Concept[] {
  return owner.fields.map((field) => ({
    path: conceptOf(owner, field).split('.'),
    detail: field.documentation,
    documentation: fieldWords(field),
  }));
}
