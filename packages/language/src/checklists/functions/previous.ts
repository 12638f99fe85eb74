import { equals } from '../expression/equality.js';
import type { Scope } from '../expression/scope.js';
import type { Graph } from '../model/concept.js';
import { anyType, truthType } from '../model/type.js';
import type { Value } from '../model/value.js';
import { absent, entityValue, open } from '../model/values.js';
import { answer, unknownAmong } from './answers.js';
import type { CheckFunction } from './function.js';

/** `previous(release)` */
export const previous: CheckFunction = {
  name: 'previous',
  parameters: [{ name: 'declaration', type: anyType }],
  returns: anyType,
  documentation: 'The same declaration in the last released spec; open where that is not known.',
  apply: ([value], { graph }) => {
    if (value?.kind !== 'entity') return value ?? open('There is nothing to compare.');
    if (graph.released === undefined) return open('The last released spec is not known here.');
    const former = graph.released.one(value.entity.concept, value.entity.name);
    return former ? entityValue(former) : absent(value.entity.concept, value.entity.at, value.entity.concept);
  },
};

/** `algorithmChanged(release, previous(release))` */
export const algorithmChanged: CheckFunction = {
  name: 'algorithmChanged',
  parameters: [
    { name: 'now', type: anyType },
    { name: 'before', type: anyType, optional: true },
  ],
  returns: truthType,
  documentation: 'Whether the digest of the model file or the architecture differs from before.',
  apply: ([now, before], scope) => {
    const former = before ?? previous.apply(now ? [now] : [], scope, []);
    const unknown = unknownAmong([now, former]);
    if (unknown !== undefined || now === undefined) return unknown ?? answer(false, '');
    const [current, old] = [modelOf(now, scope.graph), modelOf(former, scope.graph.released ?? scope.graph)];
    const facts = ['artifactHash', 'architecture'].map(
      (field) =>
        [fact(current, field, scope.graph), fact(old, field, scope.graph.released ?? scope.graph)] as const,
    );
    const [hashes] = facts;
    const missing = unknownAmong(hashes ?? []);
    if (missing !== undefined) return missing;
    return answer(
      facts.some(([a, b]) => differ(a, b, scope)),
      'the algorithm did not change',
      now,
    );
  },
};

function modelOf(value: Value, graph: Graph): Value {
  if (value.kind !== 'entity' || value.entity.concept === 'model') return value;
  return graph.read(value.entity, 'model');
}

function fact(value: Value, field: string, graph: Graph): Value {
  const [only] = value.kind === 'list' ? value.items : [value];
  return only?.kind === 'entity' ? graph.read(only.entity, field) : value;
}

function differ(a: Value, b: Value, { graph }: Scope): boolean {
  if (a.kind === 'absent' || b.kind === 'absent') return a.kind !== b.kind;
  return !equals(a, b, graph);
}
