import type { FactValue } from '../../protocol/protocol.js';
import type { Value } from './value.js';

/** A value in a form that is equal exactly when nothing an expression can read of it differs. */
export function observed(value: Value): FactValue {
  const members =
    value.members &&
    Object.fromEntries(Object.entries(value.members).map(([name, read]) => [name, observed(read())]));
  const of = {
    ...(value.origin && { at: value.origin.at, concept: value.origin.concept }),
    ...(members && { members }),
  };
  switch (value.kind) {
    case 'list':
      return { ...of, each: value.each, of: value.of ?? '', items: value.items.map(observed) };
    case 'entity':
      return {
        ...of,
        entity: `${value.entity.concept} ${value.entity.id} ${value.entity.at} ${value.entity.name}`,
      };
    case 'truth':
      return {
        ...of,
        truth: String(value.truth.value),
        causes: value.truth.causes.map(({ text, at }) => `${at} ${text}`),
      };
    case 'text':
      return { ...of, text: value.text, also: value.also };
    case 'number':
      return { ...of, number: value.number };
    case 'duration':
      return { ...of, days: value.days };
    case 'date':
      return { ...of, date: value.date };
    case 'limit':
      return { ...of, limit: JSON.stringify(value.limit) };
    case 'open':
      return { ...of, open: value.reason };
    case 'absent':
      return { ...of, absent: value.of ?? '' };
    case 'record':
      return { ...of, label: value.label };
  }
}
