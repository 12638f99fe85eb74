import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entriesIn, tableEntries } from '../../test-kit/generated/coverage.js';
import { SpecBuilder } from '../../test-kit/generated/spec-builder.js';
import { generatedSpec, plainSpec } from '../../test-kit/generated-spec.js';
import { LONGEST_PROPERTY, propertyRuns } from '../../test-kit/property-runs.js';

it('every entry of the table occurs in generated specs', async () => {
  const builder = new SpecBuilder();
  const missing = new Set(tableEntries);
  for (let batch = 0; missing.size > 0 && batch < 50; batch++) {
    for (const text of fc.sample(plainSpec, { numRuns: 200, seed: propertyRuns.seed + batch }))
      for (const entry of entriesIn(await builder.tree(text))) missing.delete(entry);
  }
  expect([...missing]).toEqual([]);
});

it(
  `${propertyRuns.numRuns} generated specs link, compile, and have no error`,
  async () => {
    const builder = new SpecBuilder();
    await fc.assert(
      fc.asyncProperty(generatedSpec, async (text) => {
        const found = await builder.findings(text);
        const errors = found.filter(({ severity }) => severity === 'error');
        expect(errors.map(({ message }) => message)).toEqual([]);
        await builder.compile(text);
      }),
      propertyRuns,
    );
  },
  LONGEST_PROPERTY,
);
