import type { Trial } from '../../protocol/protocol.js';
import { type MaybeBlock, table } from '../content/block.js';
import { percent } from '../wording/quantity.js';

export function looksTable({ name, looks }: Trial): MaybeBlock {
  return table(
    `Looks of ${name}`,
    ['Look', 'Share of the information', 'Looks for'],
    looks.map(({ at, for: purposes }, index) => [
      at === 1 ? 'final' : String(index + 1),
      percent(at),
      purposes.join(', '),
    ]),
  );
}

export function stoppingTable({ name, stops }: Trial): MaybeBlock {
  return table(
    `Stopping rules of ${name}`,
    ['Stop for', 'Endpoint', 'Alpha', 'Spending function', 'Binding'],
    stops.map(({ kind, endpoint, alpha, spending, parameter, binding }) => [
      kind,
      endpoint,
      alpha === null ? 'of the trial' : percent(alpha),
      parameter === null ? spending : `${spending}(${parameter})`,
      binding === null ? '' : binding ? 'binding' : 'non-binding',
    ]),
  );
}
