import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importedText } from '../../test-kit/generated/scope.js';
import { generatedSpec } from '../../test-kit/generated-spec.js';
import { today } from '../../test-kit/judged-text.js';
import { compiled } from '../../test-kit/spec-folder.js';
import { conformanceOf } from './conformance.js';
import { findingsOf } from './findings/findings.js';
import { IncrementalConformance } from './incremental-conformance.js';
import { packs } from './packs.js';

/** Generated values make sense to the parser only. */
const anyFinding = /^VGL/;

it('any spec that compiles is judged, and twice in the same way', { timeout: 60_000 }, async () => {
  const library = packs();
  await fc.assert(
    fc.asyncProperty(generatedSpec, async (text) => {
      const { protocol } = await compiled({ 'main.vigil': text, 'imported.vigil': importedText }, anyFinding);
      const incremental = new IncrementalConformance(library, today);
      const conformance = incremental.update(protocol);
      expect(conformance).toEqual(conformanceOf(protocol, library, today));
      expect(findingsOf(incremental.judgements)).toEqual(findingsOf(incremental.judgements));
      for (const { items } of conformance.packs)
        for (const { status, reason, kind } of items) {
          if (status === 'unmet' || status === 'open') expect(reason).toMatch(/\.$/);
          if (kind !== 'structural') expect(status).not.toBe('met');
        }
    }),
    { numRuns: 15, seed: 3 },
  );
});
