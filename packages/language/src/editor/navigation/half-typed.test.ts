import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ResponseError } from 'vscode-languageserver';
import { markedFiles } from '../../../test-kit/marked-files.js';

const canonical = readFileSync(resolve(import.meta.dirname, '../../grammar/golden/canonical.vigil'), 'utf8');
const words = [...canonical.matchAll(/\b\w/g)].map(({ index }) => index);
const cuts = words.filter((_, index) => index % 41 === 0);

it.each(cuts)('a file that ends in a half word at %i can be asked anything anywhere', async (cut) => {
  const text = canonical.slice(0, cut + 1);
  const { vigil, document, params } = await markedFiles({ 'main.vigil': text });
  const { lsp } = vigil;
  const offsets = [...words.filter((offset, index) => offset < cut && index % 23 === 0), cut, cut + 1];
  for (const offset of offsets) {
    const at = { ...params, position: document.textDocument.positionAt(offset) };
    await lsp.DefinitionProvider!.getDefinition(document, at);
    await lsp.DocumentHighlightProvider!.getDocumentHighlight(document, at);
    const places = await lsp.ReferencesProvider!.findReferences(document, {
      ...at,
      context: { includeDeclaration: true },
    });
    const isNamed = (await lsp.RenameProvider!.prepareRename(document, at)) !== undefined;
    // What can be renamed is used somewhere: where it stands.
    if (isNamed) expect(places).not.toEqual([]);
    const renamed = Promise.resolve(lsp.RenameProvider!.rename(document, { ...at, newName: 'fresh' }));
    const outcome = await renamed.catch((error: unknown) => error);
    const sentence = outcome instanceof ResponseError ? outcome.message : undefined;
    if (sentence === undefined) expect(outcome).toHaveProperty('changes');
    else expect(sentence).toMatch(/^.*\.$/);
  }
});
