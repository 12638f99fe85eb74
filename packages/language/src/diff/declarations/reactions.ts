import type { Reaction } from '../../protocol/protocol.js';
import type { Compare } from '../change.js';
import { unordered } from '../comparing/unordered.js';

export const reactionSet: Compare<readonly Reaction[]> = unordered({
  words: ({ on, action }) =>
    action.kind === 'run'
      ? `the reaction on ${on}: run ${action.runbook}`
      : `the reaction on ${on}: notify ${action.channel}`,
  removal: 'what was to happen then does not happen any more',
});
