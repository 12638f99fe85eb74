import type { Conformance, ItemStatus } from '../../checklists/conformance.js';
import type { MaybeBlock } from '../content/block.js';
import { documentTheme, schema } from './theme.js';

/** How a status is called, in the order in which statuses are shown. */
export const statusWords: Readonly<Record<ItemStatus, string>> = {
  met: 'met',
  waived: 'waived',
  open: 'open',
  unmet: 'unmet',
  notApplicable: 'not applicable',
};

const colours: Readonly<Record<ItemStatus, string>> = {
  met: 'var(--pass)',
  waived: 'var(--series)',
  open: 'var(--open)',
  unmet: 'var(--fail)',
  notApplicable: 'var(--neutral)',
};

/** How many items of each checklist are met, waived, open, unmet or not applicable. */
export function conformanceChart({ packs }: Conformance): MaybeBlock {
  if (packs.length === 0) return null;
  const order = Object.keys(statusWords);
  const values = packs.flatMap(({ pack, items }) =>
    Object.entries(statusWords).map(([status, words]) => ({
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
      config: documentTheme,
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
            domain: Object.values(statusWords),
            range: order.map((status) => colours[status as ItemStatus]),
          },
          legend: { title: null },
        },
      },
    },
  };
}
