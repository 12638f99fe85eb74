import { itemsServing, type ServedItem } from '../schema/index.js';
import { code, link, plain, table } from './markdown.js';

/** The items of checklists that the rows of a body serve, framework by framework; empty where there are none. */
export function itemSection(kind: string, names: readonly string[]): string[] {
  const rows = names.flatMap((name) => {
    const items = itemsServing(kind, name);
    return items.length === 0 ? [] : [[code(name), cited(items)]];
  });
  if (rows.length === 0) return [];
  return [
    '## Items served',
    `Items of the checklists that depend on each of these (${link('what this means', 'README.md#checklists')}).`,
    table(['Says', 'Items'], rows),
  ];
}

function cited(items: readonly ServedItem[]): string {
  return items
    .map(({ framework, citation, title }) => `${code(framework)} ${plain(citation)}: ${plain(title)}`)
    .join('<br>');
}
