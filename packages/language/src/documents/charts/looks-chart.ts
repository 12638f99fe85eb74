import type { Trial } from '../../protocol/protocol.js';
import type { MaybeBlock } from '../content/block.js';
import { lookWords } from '../wording/design.js';
import { documentTheme, schema } from './theme.js';

/** When a trial is looked at, and for what; no boundaries, which the specification does not hold. */
export function looksChart({ name, looks }: Trial): MaybeBlock {
  if (looks.length === 0) return null;
  const values = looks.flatMap(({ at, for: purposes }) => purposes.map((purpose) => ({ at, purpose })));
  return {
    kind: 'chart',
    title: `Looks of ${name}`,
    description: looks.map(lookWords).join('; '),
    spec: {
      $schema: schema,
      config: documentTheme,
      width: 560,
      height: { step: 28 },
      data: { values },
      mark: { type: 'point', filled: true, size: 110, color: 'var(--series)', opacity: 1 },
      encoding: {
        x: {
          field: 'at',
          type: 'quantitative',
          scale: { domain: [0, 1] },
          axis: {
            title: 'Share of the information',
            format: '.0%',
            values: [0, ...looks.map(({ at }) => at)],
          },
        },
        y: {
          field: 'purpose',
          type: 'nominal',
          sort: ['efficacy', 'futility', 'harm'],
          axis: { title: null, grid: true },
        },
      },
    },
  };
}
