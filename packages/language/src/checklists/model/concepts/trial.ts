import { pointerTo } from '../../../protocol/canonical-json.js';
import type { Scenario, Trial } from '../../../protocol/protocol.js';
import { concept, derived, type Graph, inferred } from '../concept.js';
import { readFacts } from '../facts.js';
import { plannedSize } from '../planned-size.js';
import {
  anyType,
  listType,
  numberType,
  oneOrManyType,
  recordType,
  textType,
  truthType,
  withMemberTypes,
} from '../type.js';
import type { Entity, Value } from '../value.js';
import { absent, boolean, entityValue, list, number, open, record, text, withMembers } from '../values.js';
import { declaredIn } from './declared.js';
import { endpointValue, estimand, estimandsOf, interimLooks, look, stop, stopsOf } from './trial-parts.js';

/** Evaluation of a model in care, randomised or not. */
export const trial = concept<Trial>('trial', {
  plural: 'trials',
  documentation: 'A trial of a model in care: A/B, randomised or not.',
  all: (graph) => declaredIn(graph, 'trials', 'trial'),
  fields: {
    title: derived(textType, 'Title of the trial.', ({ title }, _, { at }) =>
      title === null ? undefined : text(title, { concept: 'trial.title', at }),
    ),
    endpoints: derived(
      listType(
        recordType({
          name: textType,
          role: textType,
          metric: textType,
          variable: textType,
          timepoint: anyType,
          estimand,
          aim: textType,
        }),
      ),
      'What is compared between the arms.',
      ({ endpoints }, graph, entity) =>
        endpoints.length === 0
          ? undefined
          : list(
              endpoints.map((each, index) =>
                endpointValue(each, pointerTo(entity.at, 'endpoints', index), graph, entity),
              ),
              {
                origin: { concept: 'trial.endpoints', at: entity.at },
              },
            ),
    ),
    framework: derived(
      listType(textType),
      'Superiority, noninferiority or equivalence.',
      ({ endpoints }, _, { at }) => {
        const aims = endpoints.flatMap(({ aim }, index) =>
          aim === null
            ? []
            : [text(aim, { concept: 'trial.framework', at: pointerTo(at, 'endpoints', index) })],
        );
        return aims.length === 0 ? undefined : list(aims, { origin: { concept: 'trial.framework', at } });
      },
    ),
    estimands: derived(
      listType(estimand),
      'What exactly is estimated, endpoint by endpoint.',
      (_, graph, entity) => {
        const estimands = estimandsOf(graph, entity);
        return estimands.length === 0
          ? undefined
          : list(estimands, { origin: { concept: 'trial.estimands', at: entity.at } });
      },
    ),
    arms: derived(listType(textType), 'Ways patients are treated.', ({ arms }, _, { at }) =>
      arms.length === 0
        ? undefined
        : list(
            arms.map(({ name }, index) =>
              text(name, { concept: 'trial.arms', at: pointerTo(at, 'arms', index) }),
            ),
            {
              origin: { concept: 'trial.arms', at },
            },
          ),
    ),
    randomisation: derived(
      recordType({ unit: textType, seed: anyType }),
      'How patients are allocated by chance.',
      ({ allocation }, graph, entity) => {
        if (allocation === null) return undefined;
        const origin = { concept: 'trial.randomisation', at: pointerTo(entity.at, 'allocation') };
        const seed = ['seed', 'randomisationSeed', 'allocationSeed'].flatMap(
          (field) => readFacts(entity, field, graph) ?? [],
        )[0];
        return record(
          { unit: () => text(allocation.unit, origin), ...(seed && { seed: () => seed }) },
          'allocation',
          origin,
        );
      },
    ),
    unitOfAllocation: derived(
      textType,
      'By which unit patients are allocated.',
      ({ allocation }, _, { at }) =>
        allocation === null
          ? undefined
          : text(allocation.unit, { concept: 'trial.unitOfAllocation', at: pointerTo(at, 'allocation') }),
    ),
    sampleSize: derived(
      withMemberTypes(anyType, { n: numberType, planned: numberType }),
      'Number of patients: as written, or as the design needs; `planned` is what it needs.',
      (source, graph, entity) => {
        const written = readFacts(entity, 'sampleSize', graph);
        const origin = { concept: 'trial.sampleSize', at: entity.at };
        const size = plannedSize(source);
        const planned = (): Value => ('patients' in size ? number(size.patients, origin) : open(size.reason));
        const first = written?.kind === 'list' ? written.items[0] : written;
        const value =
          written ?? ('patients' in size ? planned() : source.alpha === null ? undefined : open(size.reason));
        return (
          value && withMembers(value, { n: () => (first?.kind === 'number' ? first : planned()), planned })
        );
      },
    ),
    interim: derived(listType(look), 'Looks before the end.', (source, _, { at }) => {
      const looks = interimLooks(source, at);
      return looks.length === 0 ? undefined : list(looks, { origin: { concept: 'trial.interim', at } });
    }),
    infoFraction: derived(
      listType(numberType),
      'Shares of the planned information at which data is looked at.',
      ({ looks }, _, { at }) =>
        looks.length === 0
          ? undefined
          : list(
              looks.map((look, index) =>
                number(look.at, { concept: 'trial.infoFraction', at: pointerTo(at, 'looks', index) }),
              ),
              {
                origin: { concept: 'trial.infoFraction', at },
              },
            ),
    ),
    stopping: derived(listType(stop), 'Boundaries that end the trial early.', (source, _, { at }) =>
      stopsOf(source, at, 'trial.stopping', () => true),
    ),
    alphaSpending: derived(
      listType(stop, { total: numberType }),
      'How the error is spent over the looks; `total` is all of it.',
      (source, _, { at }) => {
        const spending = stopsOf(source, at, 'trial.alphaSpending', ({ kind }) => kind === 'efficacy');
        const alpha = source.alpha?.value;
        const origin = { concept: 'trial.alphaSpending', at };
        return (
          spending &&
          withMembers(spending, {
            sides: () => number(source.alpha?.sides ?? 1, origin),
            total: () => (alpha === undefined ? absent('trial.sampleSize', at) : number(alpha, origin)),
          })
        );
      },
    ),
    futilityBinding: derived(listType(stop), 'Boundaries of futility, binding or not.', (source, _, { at }) =>
      stopsOf(source, at, 'trial.futilityBinding', ({ kind }) => kind === 'futility'),
    ),
    harmBoundary: derived(listType(stop), 'Boundaries of harm.', (source, _, { at }) =>
      stopsOf(source, at, 'trial.harmBoundary', ({ kind }) => kind === 'harm'),
    ),
    dsmbCharter: derived(
      oneOrManyType(textType),
      'Charter of the data and safety monitoring board.',
      (_, graph, entity) => {
        const charter = readFacts(entity, 'dsmb', graph)?.members?.charter?.();
        return charter ?? absent('trial.dsmbCharter', entity.at);
      },
    ),
    adaptations: derived(
      listType(anyType),
      'What may be adapted, when and by which rule; nothing in a design that says it does not adapt.',
      ({ facts }, graph, entity) =>
        facts.adaptive === false
          ? list([], { origin: { concept: 'trial.adaptations', at: entity.at } })
          : readFacts(entity, 'adaptations', graph),
    ),
    hasInterim: derived(truthType, 'Whether data is looked at before the end.', ({ looks }, _, { at }) =>
      boolean(
        looks.some((look) => look.at < 1),
        { concept: 'trial.interim', at },
      ),
    ),
    randomised: inferred(
      truthType,
      'Whether patients are allocated by chance.',
      ({ allocation, facts }, _, { at }) => {
        const origin = { concept: 'trial.randomised', at };
        if (allocation !== null) return boolean(true, origin);
        return facts.design === 'beforeAfter' || facts.design === 'singleArm'
          ? boolean(false, origin)
          : undefined;
      },
    ),
    adaptive: inferred(truthType, 'Whether the design may change on interim data.', ({ facts }, _, { at }) =>
      facts.adaptations === undefined ? undefined : boolean(true, { concept: 'trial.adaptive', at }),
    ),
    confirmatory: derived(
      truthType,
      'Whether it is to prove a hypothesis.',
      ({ alpha, endpoints, facts }, _, { at }) => {
        const origin = { concept: 'trial.stage', at };
        const stage = facts.stage;
        if (alpha !== null && endpoints.some((each) => each.priority === 'primary' && each.aim !== null))
          return boolean(true, origin);
        return stage === 'shadow' || stage === 'pilot' || stage === 'early'
          ? boolean(false, origin)
          : absent('trial.endpoints', at);
      },
    ),
    bayesian: derived(
      anyType,
      'Bayesian elements: prior and rule of decision.',
      ({ alpha }, graph, entity) => {
        const written = readFacts(entity, 'bayesian', graph);
        // A design with an error to spend and nothing said of a prior is a frequentist one.
        return (
          written ??
          (alpha === null ? undefined : boolean(false, { concept: 'trial.bayesian', at: entity.at }))
        );
      },
    ),
    // What the trial tests is a model of the spec; a name or version of one is as good as a reference.
    aiVersion: derived(oneOrManyType(textType), 'The model under trial.', (_, graph, entity) => {
      const written = readFacts(entity, 'aiVersion', graph);
      if (written?.kind !== 'list') return written;
      return {
        ...written,
        items: written.items.map((item) => {
          const model =
            item.kind === 'text'
              ? graph.all('model').find((each) => isCalled(each, item.text, graph))
              : undefined;
          return model ? entityValue(model, item.origin) : item;
        }),
      };
    }),
  },
});

function isCalled(model: Entity, name: string, graph: Graph): boolean {
  const version = graph.read(model, 'version');
  return model.name === name || (version.kind === 'text' && version.text === name);
}

/** A unit test of the monitors. */
export const scenario = concept<Scenario>('scenario', {
  plural: 'scenarios',
  documentation: 'A test of the spec: what monitors must say of changed data.',
  all: (graph) => declaredIn(graph, 'scenarios', 'scenario'),
  fields: {
    expected: derived(listType(textType), 'Monitors it expects to fail or warn.', ({ expectations }) =>
      list(
        expectations.flatMap(({ monitor, verdict }) =>
          monitor !== null && verdict !== 'pass' ? [text(monitor)] : [],
        ),
      ),
    ),
  },
});
