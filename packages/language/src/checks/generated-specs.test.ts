import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from '../../test-kit/generated/layout.js';
import { SpecBuilder } from '../../test-kit/generated/spec-builder.js';
import { plainSpec } from '../../test-kit/generated-spec.js';
import { LONGEST_PROPERTY, propertyRuns } from '../../test-kit/property-runs.js';

/** A generated spec with a few words cut out, written twice, or moved to another place. */
const edited = fc
  .record({
    text: plainSpec,
    from: fc.nat(),
    to: fc.nat(),
    length: fc.integer({ min: 1, max: 6 }),
    edit: fc.constantFrom('cut', 'cut', 'double', 'move'),
  })
  .map(({ text, from, to, length, edit }) => {
    const words = [...wordsOf(text)];
    // The import stays: without it no name is known, which is an error by itself.
    const place = (number: number): number => 2 + (number % Math.max(1, words.length - 2));
    const at = place(from);
    const taken = words.slice(at, at + length);
    if (edit !== 'double') words.splice(at, length);
    if (edit !== 'cut') words.splice(edit === 'move' ? place(to) : at, 0, ...taken);
    return words.join(' ');
  });

it(
  `${propertyRuns.numRuns} specs after a careless edit are checked without a fault, and what has no error compiles`,
  async () => {
    const builder = new SpecBuilder();
    await fc.assert(
      fc.asyncProperty(edited, async (text) => {
        const found = await builder.findings(text);
        expect(found.filter(({ message }) => message.includes('An error occurred'))).toEqual([]);
        if (!found.some(({ severity }) => severity === 'error')) await builder.compile(text);
      }),
      propertyRuns,
    );
  },
  LONGEST_PROPERTY,
);
