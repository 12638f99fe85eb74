import { presenceOf } from '../expression/presence.js';
import { anyType, truthType } from '../model/type.js';
import { truthValue } from '../model/values.js';
import type { CheckFunction } from './function.js';

/** `present(model.artifactHash)` */
export const present: CheckFunction = {
  name: 'present',
  parameters: [{ name: 'path', type: anyType }],
  returns: truthType,
  documentation:
    'Whether the fact is written, is not empty and is not the word TBD. Of several things, each must have it.',
  apply: ([value]) => truthValue(value ? presenceOf(value) : { value: undefined, causes: [] }),
};

/** `has(trial)` */
export const has: CheckFunction = {
  name: 'has',
  parameters: [{ name: 'declaration', type: anyType }],
  returns: truthType,
  documentation: 'Whether at least one such declaration, or the fact, is there.',
  apply: ([value]) => {
    if (value?.kind === 'list' && value.each && value.items.length > 0)
      return truthValue(presenceOf({ ...value, each: false }));
    return truthValue(value ? presenceOf(value) : { value: undefined, causes: [] });
  },
};
