import { describe, expect, it } from 'vitest';
import { checkTypes } from './expression/check-types.js';
import { expressionText } from './expression/print.js';
import { packs } from './packs.js';

describe('the conditions of the library fit the schema', () => {
  it.each(packs().map((pack) => [pack.name, pack] as const))('%s', (_, { items }) => {
    const problems = items.flatMap(({ name, appliesWhen, requires }) =>
      [appliesWhen, requires].flatMap((condition) =>
        condition === null
          ? []
          : checkTypes(condition).map(({ at, ...problem }) => ({
              item: name,
              ...problem,
              at: 'kind' in at ? expressionText(at) : at.name,
            })),
      ),
    );
    expect(problems).toEqual([]);
  });
});
