import type { Conformance, ItemStatus } from '../../checklists/conformance.js';
import type { MaybeBlock } from '../content/block.js';
import { schema, theme } from './theme.js';

const statuses: Readonly<Record<ItemStatus, { readonly words: string; readonly colour: string }>> = {
  met: { words: 'met', colour: 'var(--pass)' },
  waived: { words: 'waived', colour: 'var(--series)' },
  open: { words: 'open', colour: 'var(--open)' },
  unmet: { words: 'unmet', colour: 'var(--fail)' },
  notApplicable: { words: 'not applicable', colour: 'var(--neutral)' },
};

/** How many items of each checklist are met, waived, open, unmet or not applicable. */
export function conformanceChart({ packs }: Conformance): MaybeBlock {
  if (packs.length === 0) return null;
  const order = Object.keys(statuses);
  const values = packs.flatMap(({ pack, items }) =>
    Object.entries(statuses).map(([status, { words }]) => ({
      pack,
      status: words,
      position: order.indexOf(status),
      items: items.filter((item) => item.status === status).length,
    })),
  );
  return {
    kind: 'chart',
    title: 'Items by status',
    description: packs
      .map(({ pack }) => {
        const counts = values.filter((each) => each.pack === pack && each.items > 0);
        return `${pack}: ${counts.map(({ items, status }) => `${items} ${status}`).join(', ')}`;
      })
      .join('. '),
    spec: {
      $schema: schema,
      config: theme,
      width: 560,
      height: { step: 26 },
      data: { values },
      mark: { type: 'bar', stroke: 'var(--paper)', strokeWidth: 1 },
      encoding: {
        y: { field: 'pack', type: 'nominal', sort: null, axis: { title: null, labelFontSize: 12 } },
        x: { field: 'items', type: 'quantitative', axis: { title: 'Items', tickMinStep: 1 } },
        order: { field: 'position' },
        color: {
          field: 'status',
          type: 'nominal',
          scale: {
            domain: Object.values(statuses).map(({ words }) => words),
            range: Object.values(statuses).map(({ colour }) => colour),
          },
          legend: { title: null },
        },
      },
    },
  };
}
