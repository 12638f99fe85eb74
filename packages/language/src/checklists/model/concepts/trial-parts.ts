import { pointerTo } from '../../../protocol/canonical-json.js';
import type { Endpoint, Trial } from '../../../protocol/protocol.js';
import type { Graph } from '../concept.js';
import { readFacts } from '../facts.js';
import { anyType, listType, numberType, oneOrManyType, recordType, textType } from '../type.js';
import type { Entity, Value } from '../value.js';
import { absent, list, number, open, record, text } from '../values.js';

export const estimand = recordType({
  endpoint: textType,
  treatment: oneOrManyType(textType),
  population: oneOrManyType(textType),
  variable: oneOrManyType(textType),
  timepoint: anyType,
  intercurrentEvents: listType(
    recordType({ kind: textType, strategy: textType, handling: oneOrManyType(textType) }),
  ),
  summary: oneOrManyType(textType),
  estimator: oneOrManyType(textType),
});

/** The estimands of all endpoints, and that of the primary. */
export function estimandsOf(graph: Graph, entity: Entity): readonly Value[] {
  return ['estimands', 'estimand'].flatMap((field) => {
    const written = readFacts(entity, field, graph);
    const items = written === undefined ? [] : written.kind === 'list' ? written.items : [written];
    return items.filter(({ kind }) => kind === 'record');
  });
}

function estimandOf(endpoint: Endpoint, graph: Graph, entity: Entity): Value {
  const all = estimandsOf(graph, entity);
  const named = all.find((each) => nameOf(each) === endpoint.name);
  const unnamed =
    endpoint.priority === 'primary' ? all.find((each) => nameOf(each) === undefined) : undefined;
  return named ?? unnamed ?? absent('trial.estimands', entity.at);
}

function nameOf(estimand: Value): string | undefined {
  const endpoint = estimand.members?.endpoint?.();
  return endpoint?.kind === 'text' ? endpoint.text : undefined;
}

export function endpointValue(endpoint: Endpoint, at: string, graph: Graph, entity: Entity): Value {
  const origin = { concept: 'trial.endpoints', at };
  const own = estimandOf(endpoint, graph, entity);
  const ofEstimand = (name: string) => () => own.members?.[name]?.() ?? absent('trial.estimands', entity.at);
  const timepoint = () => {
    const own = ofEstimand('timepoint')();
    return own.kind === 'absent' ? graph.read(entity, 'followUp') : own;
  };
  const members = {
    name: () => text(endpoint.name, origin),
    role: () => text(endpoint.priority, origin),
    metric: () => text(endpoint.measure, origin),
    variable: () => text(endpoint.column, origin),
    timepoint,
    estimand: () => own,
    aim: () => (endpoint.aim === null ? absent('trial.framework', at) : text(endpoint.aim, origin)),
  };
  return record(members, endpoint.name, origin);
}

export const stop = recordType({ kind: textType, endpoint: textType, spending: textType });
export const look = recordType({
  infoFraction: numberType,
  boundary: numberType,
  purposes: listType(textType),
});

export function interimLooks({ looks }: Trial, at: string): readonly Value[] {
  return looks.flatMap((look, index) => {
    if (look.at >= 1) return [];
    const origin = { concept: 'trial.interim', at: pointerTo(at, 'looks', index) };
    const members = {
      infoFraction: () => number(look.at, origin),
      boundary: () => open('Boundaries follow from the spending function; they are not written down.'),
      purposes: () =>
        list(
          look.for.map((purpose) => text(purpose, origin)),
          { origin },
        ),
    };
    return [record(members, `the look at ${look.at}`, origin)];
  });
}

export function stopsOf(
  { stops }: Trial,
  at: string,
  concept: string,
  wanted: (stop: Trial['stops'][number]) => boolean,
): Value | undefined {
  const values = stops.flatMap((stop, index) => {
    if (!wanted(stop)) return [];
    const origin = { concept, at: pointerTo(at, 'stops', index) };
    const members = {
      kind: () => text(stop.kind, origin),
      endpoint: () => text(stop.endpoint, origin),
      spending: () => text(stop.spending, origin),
      ...(stop.parameter !== null && { parameter: () => number(stop.parameter ?? 0, origin) }),
      ...(stop.alpha !== null && { alpha: () => number(stop.alpha ?? 0, origin) }),
    };
    return [record(members, `the stopping rule for ${stop.kind}`, origin)];
  });
  return values.length === 0 ? undefined : list(values, { origin: { concept, at } });
}
