import { isChosen } from '../model/concepts/known.js';
import { textType, truthType } from '../model/type.js';
import { answer, textOf } from './answers.js';
import type { CheckFunction } from './function.js';

/** `selected('chai-model-card')` */
export const selected: CheckFunction = {
  name: 'selected',
  parameters: [{ name: 'framework', type: textType }],
  returns: truthType,
  documentation: 'Whether the spec lists the framework, by `comply with` or in `regulatory`.',
  apply: ([framework], { graph }) => {
    const id = textOf(framework) ?? '';
    return answer(isChosen(graph, id), `the spec does not list ${id}`);
  },
};
