import type { Trial } from '../../protocol/protocol.js';
import { type MaybeBlock, table } from '../content/block.js';
import { code, type Inline, joined, notStated } from '../content/inline.js';
import { allocationWords } from '../facts/statement-words.js';
import { aimWords, betterWords, expectationWords, measureWords } from '../wording/design.js';

export function armTable({ name, arms }: Trial): MaybeBlock {
  return table(
    `Arms of ${name}`,
    ['Arm', 'Role', 'What happens'],
    arms.map((arm) => [arm.name, arm.kind, arm.title ?? '']),
  );
}

export function allocationEntry(trial: Trial): Inline {
  const words = allocationWords(trial);
  return words.length === 0 ? notStated('trial allocate') : joined(words);
}

export function endpointTable({ name, endpoints }: Trial): MaybeBlock {
  return table(
    `Endpoints of ${name}`,
    ['Endpoint', 'Priority', 'Measure', 'Column', 'Direction', 'Aim', 'Expected'],
    endpoints.map((endpoint) => [
      endpoint.title ?? endpoint.name,
      endpoint.priority,
      measureWords(endpoint),
      code(endpoint.column),
      betterWords(endpoint),
      aimWords(endpoint),
      expectationWords(endpoint),
    ]),
  );
}
