import type { Graph } from './concept.js';
import { missingFact, wordsIn, wordsOf } from './concepts/known.js';
import { entityType, listType, oneOrManyType, type Type, textType, truthType } from './type.js';
import type { Value } from './value.js';
import { absent, boolean, entityValue, list, truthValue, withMembers } from './values.js';

/** A name at the beginning of an expression that is no concept. */
export interface Root {
  readonly name: string;
  readonly type: Type;
  readonly documentation: string;
  readonly read: (graph: Graph, inferring: boolean) => Value;
}

/** Traits that say nothing about a person. */
const untelling = ['none', 'false'];

function usesDemographics(graph: Graph): Value {
  const inputs = graph.all('feature').filter((feature) => {
    const direction = graph.read(feature, 'direction');
    return direction.kind === 'text' && direction.text === 'input';
  });
  const traits = inputs.map((feature) => graph.read(feature, 'sensitiveAttribute'));
  const origin = { concept: 'feature.sensitiveAttribute', at: '' };
  const tells = (value: Value) =>
    wordsIn(value).some((word) => !untelling.includes(word)) ||
    (value.kind === 'truth' && value.truth.value === true);
  if (traits.some(tells)) return boolean(true, origin);
  if (traits.length > 0 && traits.every(({ kind }) => kind !== 'absent')) return boolean(false, origin);
  return truthValue({
    value: undefined,
    causes: [missingFact(origin.concept, 'whether inputs are traits of people')],
  });
}

/** Whether a person takes part: by the level of oversight, else by what the output decides. */
function humanInLoop(graph: Graph): Value {
  const [level] = wordsOf(graph, 'oversight', 'level') ?? [];
  if (level !== undefined) return boolean(level !== 'outOfTheLoop', { concept: 'oversight.level', at: '' });
  const [role] = wordsOf(graph, 'intendedUse', 'decisionRole') ?? [];
  if (role !== undefined)
    return boolean(role !== 'replaces', { concept: 'intendedUse.decisionRole', at: '' });
  return truthValue({
    value: undefined,
    causes: [missingFact('oversight.level', 'how far people take part')],
  });
}

/** Names that stand for something else than all things of one concept. */
export const roots: readonly Root[] = [
  {
    name: 'markets',
    type: oneOrManyType(textType),
    documentation: 'Markets of the product.',
    read: (graph) => {
      const [product] = graph.all('product');
      return product ? graph.read(product, 'markets') : absent('product.markets', '');
    },
  },
  {
    name: 'features',
    type: listType(entityType('feature'), { useDemographics: truthType }),
    documentation: 'Inputs, outputs and logged columns.',
    read: (graph) =>
      list(
        graph.all('feature').map((feature) => entityValue(feature)),
        {
          of: 'feature',
          members: { useDemographics: () => usesDemographics(graph) },
        },
      ),
  },
  {
    name: 'oversight',
    type: { kind: 'entity', concept: 'oversight', members: { humanInLoop: truthType } },
    documentation: 'Human oversight of the model in use.',
    read: (graph) => {
      const members = { humanInLoop: () => humanInLoop(graph) };
      const [declared, ...more] = graph.all('oversight');
      if (declared === undefined) return withMembers(absent('oversight', '', 'oversight'), members);
      if (more.length === 0) return withMembers(entityValue(declared), members);
      return list(
        [declared, ...more].map((each) => entityValue(each)),
        { each: true, of: 'oversight', members },
      );
    },
  },
  {
    name: 'versions',
    type: listType(entityType('model')),
    documentation: 'Known versions of the model: the models of the spec.',
    read: (graph) =>
      list(
        graph.all('model').map((model) => entityValue(model)),
        { of: 'model' },
      ),
  },
  {
    name: 'hazard',
    type: entityType('risk'),
    documentation: 'The risk, or each of them, by the word the spec has for it.',
    read: (graph) => {
      const [only, ...more] = graph.all('risk').map((risk) => entityValue(risk));
      if (only === undefined) return absent('risk', '', 'risk');
      return more.length === 0 ? only : list([only, ...more], { each: true, of: 'risk' });
    },
  },
  {
    name: 'hazards',
    type: listType(entityType('risk')),
    documentation: 'Risks, by the word the spec has for them.',
    read: (graph) =>
      list(
        graph.all('risk').map((risk) => entityValue(risk)),
        { of: 'risk' },
      ),
  },
];
