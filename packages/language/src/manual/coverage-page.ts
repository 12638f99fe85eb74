import { declarationSchema, itemsOf, type WayToSay, waysToSay } from '../schema/index.js';
import { itemsByConcept } from '../schema/served.js';
import { code, link, type Page, paragraphs, plain, table } from './markdown.js';

/** Every concept that items of checklists depend on: how it is said, and how many items need it. */
export function coveragePage(): Page {
  const concepts = Object.keys(itemsByConcept()).sort();
  const owners = [...new Set(concepts.map((concept) => concept.split('.')[0] ?? ''))];
  const items = itemsOf(concepts);
  const frameworks = new Map<string, { name: string; count: number }>();
  for (const { framework, frameworkName } of items) {
    const before = frameworks.get(framework)?.count ?? 0;
    frameworks.set(framework, { name: frameworkName, count: before + 1 });
  }
  const text = paragraphs([
    '# Coverage of the checklists',
    `${items.length} items of ${frameworks.size} frameworks depend on ${concepts.length} concepts. Every concept can be said in a spec.`,
    '## Frameworks',
    table(
      ['Framework', 'Name', 'Items'],
      [...frameworks].map(([framework, { name, count }]) => [code(framework), plain(name), String(count)]),
    ),
    '## Concepts',
    ...owners.flatMap((owner) => [
      `### ${owner}`,
      table(
        ['Concept', 'Said as', 'Items', 'Frameworks'],
        concepts.filter((concept) => concept.startsWith(`${owner}.`)).map(conceptRow),
      ),
    ]),
    link('All declarations', 'README.md'),
  ]);
  return { file: 'coverage.md', text };
}

function conceptRow(concept: string): string[] {
  const items = itemsOf([concept]);
  const frameworks = new Set(items.map(({ framework }) => framework));
  return [
    code(concept),
    waysToSay(concept).map(said).join('; '),
    String(items.length),
    String(frameworks.size),
  ];
}

function said(way: WayToSay): string {
  switch (way.by) {
    case 'field': {
      const inside = way.block === undefined ? '' : `${code(way.block)} in `;
      return `${code(way.field)} in ${inside}${page(way.kind)}`;
    }
    case 'statement':
      return `${code(way.keyword)} in ${way.kinds.map((kind) => (kind === 'file' ? 'a file' : page(kind))).join(', ')}`;
    case 'construct': {
      const { kind, place } = way.construct;
      if ('part' in place) return `${place.part} of ${page(kind)}`;
      if ('block' in place) return `${code(place.block)} in ${page(kind)}`;
      if ('member' in place) return `${code(place.member)} of ${code(place.field)} in ${page(kind)}`;
      return place.computed;
    }
  }
}

/** Clauses stand in statements, which have no page of their own. */
function page(kind: string): string {
  return declarationSchema(kind) !== undefined ? link(code(kind), `${kind}.md`) : code(kind);
}
