import { unknowing } from '../expression/comparison.js';
import type { Value } from '../model/value.js';
import { truthValue } from '../model/values.js';
import { type Cause, notKnown, truthOf } from '../truth.js';

/** That it is so, or why not. */
export function answer(value: boolean, text: string, about?: Value): Value {
  return truthValue(truthOf(value, () => wrong(text, about)));
}

/** That it cannot be said from the text, whatever is written. */
export function openAnswer(text: string): Value {
  return truthValue(notKnown({ kind: 'record', concept: '', at: '', text }));
}

/** What keeps the answer unknown: the first value that is not written or that only a record can tell. */
export function unknownAmong(values: readonly (Value | undefined)[]): Value | undefined {
  const found = values.map((value) => value && unknowing(value)).find((truth) => truth !== undefined);
  return found && truthValue(found);
}

function wrong(text: string, about?: Value): Cause {
  return { kind: 'wrong', concept: about?.origin?.concept ?? '', at: about?.origin?.at ?? '', text };
}

/** The items of a list; a value by itself. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items : [value];
}

/** The text of a value, of the only item of a list, or of the name of a thing. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'list') return value.items.length === 1 ? textOf(value.items[0]) : undefined;
  if (value?.kind === 'entity') return value.entity.name;
  return value?.kind === 'text' ? value.text : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  return value?.kind === 'number' ? value.number : undefined;
}
