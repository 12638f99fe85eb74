import type { Step } from '../../protocol/protocol.js';
import { type Inline, link, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';
import { durationWords } from './quantity.js';

/** What a step of a runbook does. */
export function stepWords({ action }: Step, reader: SpecReader): Inline {
  switch (action.kind) {
    case 'task':
      return action.text;
    case 'pause':
      return words`Pause model ${link(action.model, `Model ${action.model}`)}`;
    case 'notify':
      return words`Notify ${reader.service(action.channel)}`;
    case 'retrain': {
      const start = words`Retrain with ${reader.service(action.pipeline)}`;
      return action.approval === null
        ? start
        : words`${start} after approval of ${reader.person(action.approval)}`;
    }
  }
}

/** The step with who does it and how soon. */
export function stepSentence(step: Step, reader: SpecReader): Inline {
  const by = step.by === null ? '' : words`, by ${reader.person(step.by)}`;
  const within = step.within === null ? '' : `, within ${durationWords(step.within)}`;
  return words`${stepWords(step, reader)}${by}${within}`;
}
