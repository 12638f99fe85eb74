import { escaped } from '../../documents/markdown/escaped.js';
import { frameworkNamed, type ServedItem } from '../../schema/index.js';

/** More would bury what the word itself means; the manual lists all. */
const FRAMEWORKS = 10;
const ITEMS = 2;

/** The items of checklists that depend on what is written here, by framework; undefined where there are none. */
export function itemsWords(items: readonly ServedItem[]): string | undefined {
  if (items.length === 0) return undefined;
  const frameworks = [...new Set(items.map(({ framework }) => framework))];
  const lines = frameworks
    .slice(0, FRAMEWORKS)
    .map((id) => `- ${frameworkLink(id)} ${cited(items.filter(({ framework }) => framework === id))}`);
  const more = frameworks.length - FRAMEWORKS;
  if (more > 0) lines.push(`- and items of ${more} more`);
  return `Checklist items it serves:\n\n${lines.join('\n')}`;
}

function frameworkLink(id: string): string {
  const framework = frameworkNamed(id);
  return framework === undefined ? escaped(id) : `[${id}](${framework.url})`;
}

function cited(items: readonly ServedItem[]): string {
  const shown = items
    .slice(0, ITEMS)
    .map(({ citation, title }) => `${escaped(citation)}: ${escaped(title)}`)
    .join('; ');
  return items.length > ITEMS ? `${shown}; and ${items.length - ITEMS} more` : shown;
}
