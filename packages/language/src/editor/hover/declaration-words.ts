import type { AstNode } from 'langium';
import { kindOf } from '../../checks/declaration-kind.js';
import { nounOfNode } from '../../checks/declaration-noun.js';
import { escaped } from '../../documents/markdown/escaped.js';
import { isFeature } from '../../generated/ast.js';
import { documentationText } from '../../protocol/compile/documentation-text.js';
import { declarationSchema } from '../../schema/index.js';
import { factsOf } from './declaration-facts.js';

/**
 * What a declaration says of itself, as Markdown: kind, name and title, its documentation comment, and the facts by
 * which people know it. What users wrote is escaped.
 *
 * @param comment the comment in front of it, as written
 */
export function declarationWords(node: AstNode, comment?: string): string {
  const name = 'name' in node && typeof node.name === 'string' ? node.name : '';
  const title = 'title' in node && typeof node.title === 'string' ? `: ${escaped(node.title)}` : '';
  const documentation = documentationText(comment);
  const meaning = isFeature(node) ? undefined : declarationSchema(kindOf(node))?.documentation;
  return [
    `${isFeature(node) ? (node.direction ?? 'input') : nounOfNode(node)} **${escaped(name)}**${title}`,
    ...(documentation === undefined ? [] : [documentation.split('\n').map(escaped).join('  \n')]),
    ...factsOf(node),
    ...(meaning === undefined ? [] : [`*${meaning}*`]),
  ].join('\n\n');
}
