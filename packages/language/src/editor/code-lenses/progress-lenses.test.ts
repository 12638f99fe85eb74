import { EmptyFileSystem, URI } from 'langium';
import { expect, it } from 'vitest';
import { createVigilServices } from '../../services.js';

const { vigil } = createVigilServices(EmptyFileSystem);

async function lenses(text: string) {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
  const uri = URI.parse('file:///spec/main.vigil');
  if (LangiumDocuments.hasDocument(uri)) await DocumentBuilder.update([], [uri]);
  const document = LangiumDocumentFactory.fromString(text, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document]);
  const found = await vigil.lsp.CodeLensProvider?.provideCodeLens(document, {
    textDocument: { uri: uri.toString() },
  });
  return (found ?? []).map(
    ({ command, range }) => `${range.start.line}:${range.start.character} ${command?.title}`,
  );
}

it('progress stands above each checklist a spec complies with', async () => {
  const text = `product P {
  purpose: "x"
  comply with House, GMLP@2025.01
}
checklist House {
  item a "A" requires present(product.purpose)
  item b "B" requires present(product.platform)
  item c "C" requires evidence("drift-run") kind evidence
}`;
  expect(await lenses(text)).toEqual([
    '2:14 House: 1 of 3 met, 1 open, 1 unmet',
    '2:21 GMLP: 1 of 25 met, 24 open',
  ]);
});

it('nothing stands above a product that complies with nothing, or is half-typed', async () => {
  expect(await lenses('product P { purpose: "x" }')).toEqual([]);
  expect(await lenses('product P { comply with House purpose: ')).toEqual([]);
});
