import { undetermined } from '../model/undetermined.js';
import type { Value } from '../model/value.js';
import { all, broken, holds, notKnown, some, type Truth } from '../truth.js';

/** Whether a fact is written, is not empty and is not the word TBD. */
export function presenceOf(value: Value): Truth {
  switch (value.kind) {
    case 'absent':
      return broken(missing(value));
    case 'open':
      return notKnown({ kind: 'record', concept: '', at: '', text: value.reason });
    case 'text':
      return value.text.trim() !== '' && !undetermined.test(value.text) ? holds : broken(undecided(value));
    case 'list': {
      if (value.items.length === 0) return broken(undecided(value));
      if (value.lacking !== undefined) return all(value.lacking.map(presenceOf));
      const items = value.items.map(presenceOf);
      if (value.each) return all(items);
      const any = some(items);
      return any.value === true ? holds : { ...any, causes: any.causes.slice(0, 1) };
    }
    case 'record': {
      const members = Object.values(value.members).map((member) => presenceOf(member()));
      return members.some((truth) => truth.value === true) ? holds : broken(undecided(value));
    }
    default:
      return holds;
  }
}

/** `model.artifactHash is not written` */
export function missing({ origin }: Extract<Value, { kind: 'absent' }>) {
  const declared = origin.concept.includes('.') ? 'is not written' : 'is not declared';
  return {
    kind: 'missing',
    concept: origin.concept,
    at: origin.at,
    text: `${origin.concept} ${declared}`,
  } as const;
}

function undecided({ origin, kind, ...value }: Value) {
  const concept = origin?.concept ?? ('of' in value && value.of !== undefined ? value.of : '');
  const state = kind === 'text' ? 'is still to be determined' : 'is empty';
  return { kind: 'missing', concept, at: origin?.at ?? '', text: `${concept} ${state}` } as const;
}
