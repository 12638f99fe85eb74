import type { Graph } from '../model/concept.js';
import { anyType, truthType } from '../model/type.js';
import type { Entity, Value } from '../model/value.js';
import { answer, itemsOf, unknownAmong } from './answers.js';
import type { CheckFunction } from './function.js';

/** Fields of records that name a person. */
const naming = ['user', 'operator', 'patient', 'subject', 'name', 'email', 'signer'];
/** Traits that are special categories of data (GDPR Article 9(1)). */
const special = ['race', 'ethnicity', 'religion', 'sexualOrientation', 'disability', 'genetic', 'health'];

/** `isPersonal(field)` */
export const isPersonal: CheckFunction = {
  name: 'isPersonal',
  parameters: [{ name: 'subject', type: anyType }],
  returns: truthType,
  documentation:
    'Whether a feature identifies a person by its identifierClass, or a recorded field by its name.',
  apply: ([value], { graph }) => {
    const unknown = unknownAmong([value]);
    if (unknown !== undefined) return unknown;
    const isOne = (item: Value): boolean => {
      const feature = featureOf(item, graph);
      if (feature === undefined) return item.kind === 'text' && naming.includes(item.text);
      const word = wordOf(graph.read(feature, 'identifierClass'));
      return word !== undefined && word !== 'none';
    };
    return answer(itemsOf(value).some(isOne), 'it identifies nobody', value);
  },
};

/** `isSpecialCategory(fairness.attribute)` */
export const isSpecialCategory: CheckFunction = {
  name: 'isSpecialCategory',
  parameters: [{ name: 'subject', type: anyType }],
  returns: truthType,
  documentation:
    'Whether a trait, or the trait a feature holds, is a special category of data (GDPR Article 9).',
  apply: ([value], { graph }) => {
    const unknown = unknownAmong([value]);
    if (unknown !== undefined) return unknown;
    const isOne = (item: Value): boolean => {
      const feature = featureOf(item, graph);
      const trait = feature && wordOf(graph.read(feature, 'sensitiveAttribute'));
      const words = item.kind === 'text' ? [item.text, ...item.also] : [];
      return [...words, ...(trait === undefined ? [] : [trait])].some((word) => special.includes(word));
    };
    return answer(itemsOf(value).some(isOne), 'it is no special category', value);
  },
};

function featureOf(value: Value, graph: Graph): Entity | undefined {
  if (value.kind === 'entity') return value.entity.concept === 'feature' ? value.entity : undefined;
  return value.kind === 'text' ? graph.one('feature', value.text) : undefined;
}

function wordOf(value: Value): string | undefined {
  return value.kind === 'text' ? value.text : undefined;
}
