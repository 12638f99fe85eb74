import fc from 'fast-check';
import { EmptyFileSystem, URI } from 'langium';
import { expect, it } from 'vitest';
import { canonicalSpec } from '../../../test-kit/canonical-spec.js';
import { plainDiagnostics } from '../../diagnostics/plain-diagnostics.js';
import type { Spec } from '../../generated/ast.js';
import { createVigilServices } from '../../services.js';
import { compileSpec } from './compile-spec.js';

const text = (canonicalSpec['main.vigil'] ?? '').replace('import "./cohorts.vigil"', '');
const words = text.match(/"[^"]*"|\w+|\s+|[^\w\s"]/g) ?? [];
const folder = URI.parse('file:///spec');
const uri = URI.parse('file:///spec/main.vigil');

it('compiles every damaged spec in which the checks find no error', async () => {
  const { vigil: services } = createVigilServices(EmptyFileSystem);
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
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
        if (LangiumDocuments.hasDocument(uri)) await DocumentBuilder.update([], [uri]);
        const document = LangiumDocumentFactory.fromString<Spec>(damaged.join(''), uri);
        LangiumDocuments.addDocument(document);
        await DocumentBuilder.build([document], { validation: true });
        if (plainDiagnostics([document], folder).some(({ severity }) => severity === 'error')) return;
        expect(compileSpec({ services, folder, documents: [document] }).protocolId).toMatch(
          /^sha256:[0-9a-f]{64}$/,
        );
        compiledSpecs++;
      },
    ),
    { numRuns: 300, seed: 7, endOnFailure: true },
  );
  expect(compiledSpecs).toBeGreaterThan(10);
});
