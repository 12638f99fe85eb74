import type { Monitor } from '../../protocol/protocol.js';
import { durationWords } from './quantity.js';

/** How often a monitor runs, in a few words: "every 1 month, against Training, once outcomes are 30 days old". */
export function scheduleWords(monitor: Monitor): string {
  const { against, labelsMatureAfter, over, every } = monitor;
  return [
    `every ${durationWords(every)}`,
    over === null ? '' : `over the last ${durationWords(over)}`,
    against === null ? '' : `against ${against.kind === 'dataset' ? against.dataset : 'the window before'}`,
    labelsMatureAfter === null ? '' : `once outcomes are ${durationWords(labelsMatureAfter)} old`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
