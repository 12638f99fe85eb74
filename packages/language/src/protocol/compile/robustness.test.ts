import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalSpec } from '../../../test-kit/canonical-spec.js';
import { inFolder } from '../../../test-kit/spec-folder.js';
import { loadSpec } from '../../references/load-spec.js';
import { compileSpec } from './compile-spec.js';

const words = (canonicalSpec['main.vigil'] ?? '').match(/"[^"]*"|\w+|\s+|[^\w\s"]/g) ?? [];

it('compiles every damaged spec in which the checks find no error', async () => {
  let compiledSpecs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(words.length - 1), fc.constantFrom('', '0', 'x', '"t"', '}', '1%')), {
        minLength: 1,
        maxLength: 2,
      }),
      async (damages) => {
        const damaged = [...words];
        for (const [index, replacement] of damages) damaged[index] = replacement;
        await inFolder({ ...canonicalSpec, 'main.vigil': damaged.join('') }, async (folder) => {
          const spec = await loadSpec(join(folder, 'main.vigil'));
          if (spec.kind === 'unreadable') throw new Error(spec.message);
          const errors = spec.diagnostics.filter(
            ({ severity, code }) => severity === 'error' && !code.startsWith('VGL09'),
          );
          if (errors.length > 0) return;
          expect(compileSpec(spec).protocolId).toMatch(/^sha256:[0-9a-f]{64}$/);
          compiledSpecs++;
        });
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 150), seed: 7 },
  );
  expect(compiledSpecs).toBeGreaterThan(10);
});
