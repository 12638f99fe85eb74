import { kindOf } from '../../checks/declaration-kind.js';
import type { Block } from '../../generated/ast.js';
import { blockSchema, itemsServing } from '../../schema/index.js';
import { itemsWords } from './items-words.js';

/** A block of a declaration: what it is about, its fields, and the items of checklists it serves. */
export function blockWords(block: Block): string | undefined {
  const owner = block.$container === undefined ? '' : kindOf(block.$container);
  const schema = blockSchema(owner, block.name ?? '');
  if (schema === undefined) return undefined;
  const items = itemsWords(itemsServing(owner, schema.name));
  return [
    `**${schema.name}**: ${schema.title}`,
    schema.fields.map(({ name, documentation }) => `- \`${name}\`: ${documentation}`).join('\n'),
    ...(items === undefined ? [] : [items]),
  ].join('\n\n');
}
