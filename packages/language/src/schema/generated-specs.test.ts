import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entriesIn, tableEntries } from '../../test-kit/generated/coverage.js';
import { SpecBuilder } from '../../test-kit/generated/spec-builder.js';
import { generatedSpec, plainSpec } from '../../test-kit/generated-spec.js';
import { LONGEST_PROPERTY, propertyRuns } from '../../test-kit/property-runs.js';
import type { Spec } from '../generated/ast.js';

it(
  'every entry of the table occurs in generated specs',
  () => {
    const { LangiumParser } = new SpecBuilder().services.parser;
    const missing = new Set(tableEntries);
    for (let batch = 0; missing.size > 0 && batch < 50; batch++) {
      for (const text of fc.sample(plainSpec, { numRuns: 200, seed: propertyRuns.seed + batch }))
        for (const entry of entriesIn(LangiumParser.parse<Spec>(text).value)) missing.delete(entry);
    }
    expect([...missing]).toEqual([]);
  },
  LONGEST_PROPERTY,
);

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
