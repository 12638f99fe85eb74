import { pointerTo } from '../../../protocol/canonical-json.js';
import type { Dataset, Feature, Log, Model } from '../../../protocol/protocol.js';
import { concept, derived, type Graph } from '../concept.js';
import { entityType, listType, numberType, oneOrManyType, recordType, textType, truthType } from '../type.js';
import type { Entity, Value } from '../value.js';
import { boolean, entityValue, list, number, text } from '../values.js';
import { declaredIn } from './declared.js';
import { withParagraphs } from './lawful-basis.js';

/** A member of the Protocol as a fact; undefined where it holds nothing. */
function member(value: string | number | null, concept: string, at: string): Value | undefined {
  if (value === null) return undefined;
  return typeof value === 'string' ? text(value, { concept, at }) : number(value, { concept, at });
}

/** Data with a role. */
export const dataset = concept<Dataset>('dataset', {
  plural: 'datasets',
  documentation: 'Data with a role in training, tuning, testing or as reference.',
  all: (graph) => declaredIn(graph, 'datasets', 'dataset'),
  fields: {
    name: derived(textType, 'Name of the dataset.', ({ name }, _, { at }) =>
      text(name, { concept: 'dataset.name', at }),
    ),
    hash: derived(textType, 'SHA-256 of the file.', ({ sha256 }, _, { at }) =>
      member(sha256, 'dataset.hash', pointerTo(at, 'sha256')),
    ),
    source: derived(textType, 'The file or table with the rows.', ({ source }, _, { at }) =>
      source === null
        ? undefined
        : text(source.path, { concept: 'dataset.source', at: pointerTo(at, 'source') }),
    ),
    columns: derived(listType(entityType('feature')), 'The columns the spec knows.', (_, graph) =>
      list(
        graph.all('feature').map((feature) => entityValue(feature)),
        { of: 'feature' },
      ),
    ),
    lawfulBasis: withParagraphs('lawfulBasis', 'Basis of processing (GDPR Article 6), also as `6.1.e`.'),
    specialCategoryBasis: withParagraphs(
      'specialCategoryBasis',
      'Basis for special categories (GDPR Article 9), also as `9.2.i`.',
    ),
    specialCategory: derived(
      truthType,
      'Whether it holds special categories of data (GDPR Article 9).',
      (_, graph, entity) => {
        const origin = { concept: 'dataset.specialCategoryBasis', at: entity.at };
        if (graph.read(entity, 'specialCategoryBasis').kind !== 'absent') return boolean(true, origin);
        const identifiability = graph.read(entity, 'identifiability');
        const isNobodys =
          identifiability.kind === 'text' && ['anonymous', 'synthetic'].includes(identifiability.text);
        // Data of patients is data concerning health.
        return isNobodys ? boolean(false, origin) : boolean(graph.all('product').length > 0, origin);
      },
    ),
    deidentification: derived(
      recordType({ method: textType }),
      'How it was de-identified.',
      (_, _graph, entity) => {
        const fact = entity.facts[0]?.facts.deidentification;
        if (typeof fact !== 'string') return undefined;
        const origin = {
          concept: 'dataset.deidentification',
          at: pointerTo(entity.at, 'facts', 'deidentification'),
        };
        return { kind: 'text', text: fact, also: [], origin, members: { method: () => text(fact, origin) } };
      },
    ),
  },
});

/** One learned component. */
export const model = concept<Model>('model', {
  plural: 'models',
  documentation: 'One learned component, with its inputs and outputs.',
  all: (graph) => declaredIn(graph, 'models', 'model'),
  fields: {
    name: derived(textType, 'Name of the model.', ({ name }, _, { at }) =>
      text(name, { concept: 'model.name', at }),
    ),
    version: derived(textType, 'Version of the model.', ({ version }, _, { at }) =>
      text(version, { concept: 'model.version', at }),
    ),
    artifact: derived(textType, 'The model file.', ({ artifact }, _, { at }) =>
      member(artifact, 'model.artifact', pointerTo(at, 'artifact')),
    ),
    artifactHash: derived(textType, 'SHA-256 of the artifact.', ({ sha256 }, _, { at }) =>
      member(sha256, 'model.artifactHash', pointerTo(at, 'sha256')),
    ),
    supersedes: derived(entityType('model'), 'The model it replaces.', ({ supersedes }, graph, { at }) => {
      const origin = { concept: 'model.supersedes', at: pointerTo(at, 'supersedes') };
      const former = graph.one('model', supersedes);
      return former ? entityValue(former, origin) : member(supersedes, origin.concept, origin.at);
    }),
    trainedOn: derived(
      oneOrManyType(entityType('dataset')),
      'Data it was fitted on.',
      ({ trainedOn }, graph, { at }) => {
        const dataset = graph.one('dataset', trainedOn);
        const origin = { concept: 'model.trainedOn', at: pointerTo(at, 'trainedOn') };
        return dataset && list([entityValue(dataset, origin)], { origin, of: 'dataset' });
      },
    ),
    features: derived(listType(entityType('feature')), 'Its inputs and outputs.', (_, graph, entity) =>
      features(graph, entity, ['input', 'context', 'output'], 'model.features'),
    ),
    inputs: derived(
      listType(entityType('feature'), { pipeline: oneOrManyType(textType) }),
      'Its inputs.',
      (_, graph, entity) => ({
        ...features(graph, entity, ['input'], 'model.inputs'),
        members: { pipeline: () => preprocessing(graph, entity) },
      }),
    ),
    outputs: derived(listType(entityType('feature')), 'Its outputs.', (_, graph, entity) =>
      features(graph, entity, ['output'], 'model.outputs'),
    ),
    operatingPoints: derived(
      listType(numberType),
      'Scores from which a patient counts as flagged.',
      (source, _, { at }) => operatingPoints(source, at),
    ),
    isFirst: derived(truthType, 'Whether it replaces no other.', ({ name, supersedes }, _, { at }) =>
      boolean(
        supersedes === null,
        { concept: 'model.supersedes', at },
        `${name} replaces ${supersedes ?? ''}`,
      ),
    ),
  },
});

/** How the data the model was fitted on was prepared. */
function preprocessing(graph: Graph, model: Entity): Value {
  const trainedOn = graph.read(model, 'trainedOn');
  const [dataset] = trainedOn.kind === 'list' ? trainedOn.items : [];
  if (dataset?.kind === 'entity') return graph.read(dataset.entity, 'preprocessing');
  return { kind: 'absent', origin: { concept: 'model.trainedOn', at: model.at } };
}

function features(
  graph: Graph,
  model: Entity,
  directions: readonly Feature['direction'][],
  concept: string,
): Value {
  const own = graph.all('feature').filter((feature) => {
    const direction = graph.read(feature, 'direction');
    const of = graph.read(feature, 'model');
    return (
      of.kind === 'entity' &&
      of.entity === model &&
      direction.kind === 'text' &&
      directions.some((each) => each === direction.text)
    );
  });
  return list(
    own.map((feature) => entityValue(feature)),
    { origin: { concept, at: model.at }, of: 'feature' },
  );
}

function operatingPoints({ operatingPoint, facts }: Model, at: string): Value | undefined {
  const concept = 'model.operatingPoints';
  const named = facts.operatingPoints;
  const place = pointerTo(at, 'facts', 'operatingPoints');
  const more = typeof named === 'object' ? Object.values(named) : [];
  const points = [
    ...(operatingPoint === null
      ? []
      : [number(operatingPoint, { concept, at: pointerTo(at, 'operatingPoint') })]),
    ...more.flatMap((point) => (typeof point === 'number' ? [number(point, { concept, at: place })] : [])),
  ];
  return points.length === 0 ? undefined : list(points, { origin: { concept, at } });
}

/** Rows written in use. */
export const log = concept<Log>('log', {
  plural: 'logs',
  documentation: 'Rows written when the model is used.',
  all: (graph) => declaredIn(graph, 'logs', 'log'),
  fields: {
    model: derived(entityType('model'), 'The model that wrote them.', ({ model }, graph) => {
      const writer = graph.one('model', model);
      return writer && entityValue(writer);
    }),
    source: derived(textType, 'The files with the rows.', ({ source }, _, { at }) =>
      text(source.path, { concept: 'log.source', at }),
    ),
  },
});
