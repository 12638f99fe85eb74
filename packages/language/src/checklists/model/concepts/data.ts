import { pointerTo } from '../../../protocol/canonical-json.js';
import type { Dataset, FactDeclaration, Feature, Log, Model } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft, type Graph } from '../concept.js';
import { entityType, listType, numberType, oneOrManyType, recordType, textType, truthType } from '../type.js';
import type { Entity, Value } from '../value.js';
import { boolean, entityValue, list, number, record, text } from '../values.js';
import { declaredIn, factDeclarations, factsOf } from './declared.js';
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

interface FeatureSource {
  readonly statement: Feature | null;
  readonly model: string | null;
}

/** A model's inputs and outputs, with what `feature` declarations say of them; then columns that no model has. */
function allFeatures(graph: Graph): readonly EntityDraft<FeatureSource>[] {
  const more = factDeclarations(graph, 'feature');
  const about = (column: string) => more.filter(({ source }) => columnOf(source) === column);
  const ofModels = declaredIn(graph, 'models', 'model').flatMap(({ source: model, at }) =>
    model.features.map((statement, index): EntityDraft<FeatureSource> => {
      const details = about(statement.name);
      return {
        source: { statement, model: model.name },
        at: details[0]?.at ?? pointerTo(at, 'features', index),
        id: pointerTo(at, 'features', index),
        name: statement.name,
        title: statement.title,
        facts: details.map(({ source, at }) => factsOf('feature', source, at)),
      };
    }),
  );
  const known = new Set(ofModels.map(({ name }) => name));
  const others = more
    .filter(({ source }) => !known.has(columnOf(source)))
    .map((draft) => ({ ...draft, name: columnOf(draft.source), source: { statement: null, model: null } }));
  return [...ofModels, ...others];
}

function columnOf({ name, facts }: FactDeclaration): string {
  const column = facts.column;
  return typeof column === 'string' ? column : name;
}

/** One input or logged column. */
export const feature = concept<FeatureSource>('feature', {
  plural: 'features',
  documentation: 'One input or output of a model, or a logged column.',
  referable: false,
  all: allFeatures,
  fields: {
    name: derived(textType, 'Name of the column.', (_, __, { name, at }) =>
      text(name, { concept: 'feature.name', at }),
    ),
    direction: derived(
      textType,
      'Whether the model reads, writes or only logs it.',
      ({ statement }, _, { at }) =>
        statement ? text(statement.direction, { concept: 'feature.direction', at }) : undefined,
    ),
    model: derived(entityType('model'), 'The model it belongs to.', ({ model }, graph) => {
      const owner = graph.one('model', model);
      return owner && entityValue(owner);
    }),
    type: derived(textType, 'Type of its values.', ({ statement }, _, { at }) =>
      statement ? text(statement.type, { concept: 'feature.type', at }) : undefined,
    ),
    unit: derived(
      textType,
      'Unit of its values; a category, a date and a truth have none.',
      ({ statement }, _, { id }) => {
        if (statement === null) return undefined;
        const isMeasured = statement.type === 'number' || statement.type === 'integer';
        const unit = statement.unit ?? (isMeasured ? undefined : '1');
        return unit === undefined
          ? { kind: 'absent', origin: { concept: 'feature.unit', at: id } }
          : text(unit, { concept: 'feature.unit', at: id });
      },
    ),
    range: derived(
      recordType({ minimum: numberType, maximum: numberType }),
      'Values it may take.',
      ({ statement }, _, { id }) => {
        const origin = { concept: 'feature.range', at: id };
        if (statement === null) return undefined;
        const { minimum, maximum, values, type } = statement;
        if (values.length > 0)
          return list(
            values.map((value) => text(value, origin)),
            { origin },
          );
        if (minimum === null && maximum === null)
          return type === 'probability'
            ? record({ minimum: () => number(0), maximum: () => number(1) }, 'range', origin)
            : { kind: 'absent', origin };
        return record(
          {
            ...(minimum === null ? {} : { minimum: () => number(minimum, origin) }),
            ...(maximum === null ? {} : { maximum: () => number(maximum, origin) }),
          },
          'range',
          origin,
        );
      },
    ),
    dataset: derived(
      oneOrManyType(entityType('dataset')),
      'The data its model was fitted on.',
      ({ model }, graph) => {
        const owner = graph.one('model', model);
        return owner && graph.read(owner, 'trainedOn');
      },
    ),
    monitored: derived(truthType, 'Whether a monitor watches its drift.', (_, graph, entity) => {
      const watched = graph
        .all('monitor')
        .filter((monitor) => isDrift(graph.read(monitor, 'kind')))
        .some((monitor) => holds(graph.read(monitor, 'target'), entity));
      return watched ? boolean(true, { concept: 'feature.monitored', at: entity.at }) : undefined;
    }),
  },
});

function isDrift(kind: Value): boolean {
  return kind.kind === 'text' && (kind.text === 'drift' || kind.also.includes('drift'));
}

function holds(value: Value, entity: Entity): boolean {
  return (
    value.kind === 'list' && value.items.some((item) => item.kind === 'entity' && item.entity === entity)
  );
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
