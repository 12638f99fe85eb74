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
    ['Stop for', 'Endpoint', 'Error spent', 'Spending function', 'Binding'],
    stops.map(({ kind, endpoint, alpha, spending, parameter, binding }) => [
      kind,
      endpoint,
      errorWords(kind, alpha),
      parameter === null ? spending : `${spending}(${parameter})`,
      binding === null ? '' : binding ? 'binding' : 'non-binding',
    ]),
  );
}

/** Stopping for futility spends the chance of missing an effect; the others spend alpha. */
function errorWords(kind: Trial['stops'][number]['kind'], alpha: number | null): string {
  if (alpha !== null) return `alpha ${percent(alpha)}`;
  return kind === 'futility' ? 'beta (1 − power)' : 'alpha of the trial';
}
