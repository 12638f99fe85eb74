import { canonicalJson } from '../../protocol/canonical-json.js';
import type { Graph } from '../model/concept.js';
import { observed } from '../model/observed.js';
import { anyType, truthType } from '../model/type.js';
import type { Value } from '../model/value.js';
import { answer, itemsOf, unknownAmong } from './answers.js';
import type { CheckFunction } from './function.js';
import { isPossible, type Range, satisfying } from './range.js';

/** `noContradiction(performance)` */
export const noContradiction: CheckFunction = {
  name: 'noContradiction',
  parameters: [{ name: 'limits', type: anyType }],
  returns: truthType,
  documentation: 'Whether for each metric, dataset and threshold one value can satisfy all claims on it.',
  apply: ([value], { graph }) => {
    const unknown = unknownAmong([value]);
    if (unknown !== undefined) return unknown;
    const bySubject = new Map<string, Range[]>();
    for (const item of itemsOf(value)) {
      const acceptance = read(item, 'acceptance', graph);
      if (acceptance?.kind !== 'limit') continue;
      const subject = canonicalJson(
        ['metric', 'dataset', 'operatingPoint', 'model'].map((field) =>
          subjectPart(read(item, field, graph)),
        ),
      );
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), satisfying(acceptance.limit)]);
    }
    const possible = [...bySubject.values()].every(isPossible);
    return answer(possible, 'two claims on the same metric cannot both hold', value);
  },
};

function read(item: Value, field: string, graph: Graph): Value | undefined {
  return item.kind === 'entity' ? graph.read(item.entity, field) : item.members?.[field]?.();
}

function subjectPart(value: Value | undefined): unknown {
  if (value === undefined) return null;
  if (value.kind === 'entity') return value.entity.id;
  return value.kind === 'text'
    ? value.text
    : value.kind === 'number'
      ? value.number
      : value.kind === 'absent'
        ? null
        : observed(value);
}
