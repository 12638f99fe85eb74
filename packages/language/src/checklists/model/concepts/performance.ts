import { pointerTo } from '../../../protocol/canonical-json.js';
import type { FactDeclaration, Limit, Model } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft, type Graph } from '../concept.js';
import { readFacts } from '../facts.js';
import { entityType, limitType, numberType, oneOrManyType, textType, truthType, unionType } from '../type.js';
import { boolean, entityValue, list, number, text } from '../values.js';
import { declaredIn, factDeclarations, factsOf } from './declared.js';
import { dimensionsOf, metricText } from './monitor.js';

/** A claim of a model, with what `performance` declarations say of it; or such a declaration without a claim. */
interface Performance {
  readonly claim: Model['claims'][number] | null;
  readonly model: Model | null;
  readonly isFirst: boolean;
}

function modelsOf({ facts }: FactDeclaration): readonly string[] {
  const of = facts.of;
  const all: readonly unknown[] = Array.isArray(of) ? of : of === undefined ? [] : [of];
  return all.flatMap((each) =>
    typeof each === 'object' && each !== null && '$reference' in each ? [String(each.$reference)] : [],
  );
}

function performances(graph: Graph): readonly EntityDraft<Performance>[] {
  const details = factDeclarations(graph, 'performance');
  const about = (model: string) =>
    details.filter(({ source }) => {
      const models = modelsOf(source);
      return models.length === 0 || models.includes(model);
    });
  const claims = declaredIn(graph, 'models', 'model').flatMap(({ source: model, at }) =>
    model.claims.map((claim, index): EntityDraft<Performance> => {
      const more = about(model.name);
      const { metric } = claim.metric;
      return {
        source: { claim, model, isFirst: index === 0 },
        at: pointerTo(at, 'claims', index),
        name: more[0]?.name ?? metric,
        names: [metric, `${metric} ${limitText(claim.limit)}`],
        title: more[0]?.title ?? null,
        facts: more.map(({ source, at }) => factsOf('performance', source, at)),
      };
    }),
  );
  const used = new Set(
    declaredIn(graph, 'models', 'model')
      .filter(({ source }) => source.claims.length > 0)
      .flatMap(({ source }) => about(source.name))
      .map(({ at }) => at),
  );
  const others = details
    .filter(({ at }) => !used.has(at))
    .map(
      (draft): EntityDraft<Performance> => ({
        ...draft,
        source: { claim: null, model: null, isFirst: false },
      }),
    );
  return [...claims, ...others];
}

function limitText(limit: Limit): string {
  return limit.operator === 'outside'
    ? `outside ${limit.low}..${limit.high}`
    : `${limit.operator} ${limit.value}`;
}

/** An acceptance limit of performance or calibration. */
export const performance = concept<Performance>('performance', {
  isMany: true,
  documentation: 'An acceptance limit of performance or calibration: a claim of a model.',
  all: performances,
  fields: {
    metric: derived(textType, 'The metric.', ({ claim }, _, { at }) =>
      claim ? metricText(claim.metric.metric, { concept: 'performance.metric', at }) : undefined,
    ),
    acceptance: derived(limitType, 'What is acceptable.', ({ claim }, _, { at }) =>
      claim
        ? { kind: 'limit', limit: claim.limit, origin: { concept: 'performance.acceptance', at } }
        : undefined,
    ),
    dataset: derived(entityType('dataset'), 'The data it is claimed on.', ({ claim }, graph, { at }) => {
      const dataset = claim && graph.one('dataset', claim.dataset);
      return dataset ? entityValue(dataset, { concept: 'performance.dataset', at }) : undefined;
    }),
    model: derived(entityType('model'), 'The model it is claimed of.', ({ model }, graph) => {
      const of = model && graph.one('model', model.name);
      return of ? entityValue(of) : undefined;
    }),
    operatingPoint: derived(
      numberType,
      'The score from which a patient counts as flagged.',
      ({ claim, model }, graph, entity) => {
        const origin = { concept: 'performance.operatingPoint', at: entity.at };
        if (claim?.metric.at != null) return number(claim.metric.at, origin);
        const written = readFacts(entity, 'operatingPoint', graph);
        return written ?? (model?.operatingPoint == null ? undefined : number(model.operatingPoint, origin));
      },
    ),
    ci: derived(numberType, 'Confidence of its interval.', ({ model }, graph, entity) => {
      const written = readFacts(entity, 'ci', graph);
      if (written !== undefined || model === null) return written;
      const levels = monitorsOf(model.name, graph).flatMap(({ confidence }) => confidence ?? []);
      return levels.length === 0
        ? undefined
        : number(Math.max(...levels), { concept: 'performance.ci', at: entity.at });
    }),
    subgroups: derived(
      oneOrManyType(unionType(entityType('subgroups'), textType)),
      'Groups it is measured in.',
      ({ claim, model }, graph, entity) => {
        const written = readFacts(entity, 'subgroups', graph);
        if (written !== undefined) return written;
        const checks = model === null ? [] : monitorsOf(model.name, graph).flatMap(({ checks }) => checks);
        const names = [...new Set([...(claim?.metric.by ?? []).flat(), ...checks.flatMap(dimensionsOf)])];
        const origin = { concept: 'performance.subgroups', at: entity.at };
        return names.length === 0
          ? undefined
          : list(
              names.map((name) => text(name, origin)),
              { origin },
            );
      },
    ),
    primary: derived(truthType, 'Whether it is the first claim of its model.', ({ isFirst }, _, { at }) =>
      boolean(isFirst, { concept: 'performance.primary', at }),
    ),
  },
});

function monitorsOf(model: string, { protocol: { logs, monitors } }: Graph) {
  const own = logs.filter((log) => log.model === model).map(({ name }) => name);
  return monitors.filter(({ log }) => own.includes(log));
}
