import type { Endpoint, Trial } from '../../protocol/protocol.js';
import { percent } from './quantity.js';

/** An endpoint with its measure, aim and what is expected. */
export function endpointWords(endpoint: Endpoint): string {
  const { name, title, priority, column } = endpoint;
  const measured = `${measureWords(endpoint)} of ${column}`;
  const parts = [measured, betterWords(endpoint), aimWords(endpoint), expectationWords(endpoint)];
  return `${title ?? name} (${priority}): ${parts.filter((part) => part !== '').join(', ')}`;
}

export function measureWords({ measure }: Endpoint): string {
  return { proportion: 'proportion', mean: 'mean', hazard: 'hazard' }[measure];
}

export function betterWords({ better }: Endpoint): string {
  return better === null ? '' : `${better} is better`;
}

export function aimWords({ aim, margin }: Endpoint): string {
  if (aim === null) return '';
  const words = { superiority: 'superiority', noninferiority: 'non-inferiority', equivalence: 'equivalence' }[
    aim
  ];
  return margin === null ? words : `${words} with a margin of ${margin}`;
}

/** What is expected in the arms, in the order of the spec: "11% against 9%". */
export function expectationWords({ expect, measure, sd }: Endpoint): string {
  const shown = (value: number) => (measure === 'proportion' ? percent(value) : String(value));
  const expected = expect === null ? [] : [`${shown(expect.first)} against ${shown(expect.second)}`];
  return [...expected, ...(sd === null ? [] : [`standard deviation ${sd}`])].join(', ');
}

export function lookWords({ at, for: purposes }: Trial['looks'][number]): string {
  const when = at === 1 ? 'final' : percent(at);
  return `${when} (${purposes.join(', ')})`;
}

export function stopWords({ kind, endpoint, ...rule }: Trial['stops'][number]): string {
  return `${kind} on ${endpoint}: ${spendingWords({ kind, endpoint, ...rule })}`;
}

/** "alpha 2.5%, spending lan_demets_obf, non-binding". */
function spendingWords({ alpha, spending, parameter, binding }: Trial['stops'][number]): string {
  return [
    alpha === null ? '' : `alpha ${percent(alpha)}`,
    `spending ${spending}${parameter === null ? '' : `(${parameter})`}`,
    binding === null ? '' : binding ? 'binding' : 'non-binding',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
