import type { DerivedField } from '../concept.js';
import { readFacts } from '../facts.js';
import { oneOrManyType, textType } from '../type.js';
import type { Value } from '../value.js';

/** `Article 6(1)(e)`, `Art. 9 (2) i`, `6.1.e` */
const paragraph = /\b(\d+)\s*[.(]\s*(\d+)\s*[.)]?\s*\(?\.?\s*(?:point\s*)?\(?([a-j])\b/i;

/** A legal basis in the words of the spec that also equals its short form, `6.1.e`. */
export function withParagraphs<Source>(field: string, documentation: string): DerivedField<Source> {
  return {
    type: oneOrManyType(textType),
    documentation,
    inferred: false,
    read: (_, graph, entity) => {
      const written = readFacts(entity, field, graph);
      return written && shortened(written);
    },
  };
}

function shortened(value: Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(shortened) };
  if (value.kind !== 'text') return value;
  const [, article, number, point] = paragraph.exec(value.text) ?? [];
  if (article === undefined || number === undefined || point === undefined) return value;
  return { ...value, also: [...value.also, `${article}.${number}.${point.toLowerCase()}`] };
}
