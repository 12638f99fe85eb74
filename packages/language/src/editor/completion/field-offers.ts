import { CompletionItemKind } from 'vscode-languageserver';
import { writtenColumn } from '../../grammar/written-column.js';
import type { FieldSchema } from '../../schema/index.js';
import { fieldSnippet } from '../../schema/index.js';
import { fieldWords } from '../hover/field-words.js';
import { factsIn } from './bodies.js';
import { columnsInReach } from './column-offers.js';
import { kindsOf, takesColumns } from './field-types.js';
import { namesOfKinds } from './name-offers.js';
import { type Offer, Rank } from './offer.js';
import { type Place, started } from './place.js';
import { namesInBody, type Scene } from './scene.js';

/** Fields that can stand in the body around the cursor and do not yet. */
export async function fieldOffers({ frame }: Place, scene: Scene): Promise<Offer[]> {
  const body = started(frame.parent);
  const known = namesInBody(scene.cursor);
  const fields = factsIn(body)?.fields ?? [];
  const missing = fields.filter(({ name }) => !known.has(name) || name === 'shadow');
  const columns = missing.some(({ type }) => takesColumns(type)) ? await columnsInReach(frame, scene) : [];
  const names = columns.map(({ name }) => writtenColumn(name));
  return missing.map((field) => ({
    label: field.name,
    kind: CompletionItemKind.Property,
    text: `${field.name}: `,
    snippet: snippetOf(field, names, scene),
    detail: field.documentation,
    documentation: fieldWords(field),
    rank: field.required ? Rank.missing : Rank.field,
    order: fields.indexOf(field),
  }));
}

/** The field with its example; where it takes a name, with the names there are. */
function snippetOf(field: FieldSchema, columns: readonly string[], scene: Scene): string {
  const { type, name } = field;
  const names = takesColumns(type) ? columns : namesOfKinds(kindsOf(type), scene);
  const plain = names.filter((each) => /^\w+$/.test(each));
  if (plain.length === 0) return fieldSnippet(field);
  const values = plain.slice(0, MOST_CHOICES).join(',');
  return type.kind === 'list' ? `${name}: [\${1|${values}|}]` : `${name}: \${1|${values}|}`;
}

const MOST_CHOICES = 50;

/** Blocks that can stand in the declaration around the cursor and do not yet. */
export function blockOffers({ frame }: Place, scene: Scene): Offer[] {
  const known = namesInBody(scene.cursor);
  const blocks = factsIn(started(frame.parent))?.blocks ?? [];
  return blocks
    .filter(({ name }) => !known.has(name))
    .map(({ name, title, snippet, fields }, order) => ({
      label: name,
      kind: CompletionItemKind.Struct,
      text: `${name} { }`,
      snippet,
      detail: title,
      documentation: [
        `**${name}**: ${title}`,
        ...fields.map((field) => `- \`${field.name}\`: ${field.documentation}`),
      ].join('\n'),
      rank: Rank.block,
      order,
    }));
}
