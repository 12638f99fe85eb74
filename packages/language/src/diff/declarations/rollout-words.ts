import { durationWords, percent } from '../../documents/wording/quantity.js';
import type { Modification } from '../../protocol/protocol.js';

/** "shadow for 2 weeks then canary 10% for 2 weeks then full". */
export function rolloutWords(stages: Modification['rollout']): string {
  return stages
    .map(({ stage, share, for: time }) => {
      const part = share === null ? [] : [percent(share)];
      return [stage, ...part, ...(time ? [`for ${durationWords(time)}`] : [])].join(' ');
    })
    .join(' then ');
}
