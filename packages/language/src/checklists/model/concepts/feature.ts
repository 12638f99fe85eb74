import { pointerTo } from '../../../protocol/canonical-json.js';
import type { FactDeclaration, Feature } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft, type Graph } from '../concept.js';
import { entityType, numberType, oneOrManyType, recordType, textType, truthType } from '../type.js';
import type { Entity, Value } from '../value.js';
import { boolean, entityValue, list, number, record, text } from '../values.js';
import { declaredIn, factDeclarations, factsOf } from './declared.js';

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
