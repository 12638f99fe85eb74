import { TextDocument } from 'langium';
import { expect, it } from 'vitest';
import { markedFiles } from '../../../test-kit/marked-files.js';

const files = {
  'log.vigil': `import "./models.vigil"
log Visits of A { source: "v.csv" time: seen }
`,
  'main.vigil': `import "./log.vigil"
monitor M on Visits { every 1 week check mean of a<|>ge fail > 90 }
`,
  'models.vigil': `model A version "1" { input age : number }
model B version "1" { input age : number }
`,
};

it.each<[what: string, path: string, before: string, after: string, places: readonly string[]]>([
  ['nothing', 'log.vigil', 'seen', 'seen', ['main.vigil 1', 'models.vigil 0']],
  ['the log’s model', 'log.vigil', 'of A', 'of B', ['main.vigil 1', 'models.vigil 1']],
  ['the log’s model, taken away', 'log.vigil', 'of A', '', ['main.vigil 1']],
  [
    'a role of the log',
    'log.vigil',
    'time: seen',
    'time: seen label: age',
    ['log.vigil 1', 'main.vigil 1', 'models.vigil 0'],
  ],
  [
    'another declaration before',
    'models.vigil',
    'model A',
    'role X\nmodel A',
    ['main.vigil 1', 'models.vigil 1'],
  ],
  ['the name in the model', 'models.vigil', 'input age', 'input years', ['main.vigil 1']],
  [
    'a reference that joins both models',
    'models.vigil',
    'model B version "1" {',
    'model B version "1" { supersedes: A',
    ['main.vigil 1', 'models.vigil 0', 'models.vigil 1'],
  ],
])('uses of a column after an edit of %s', async (_, path, before, after, places) => {
  const { vigil, document, params } = await markedFiles(files);
  const { DocumentBuilder, LangiumDocuments, TextDocuments } = vigil.shared.workspace;
  const found = async () =>
    (
      await vigil.lsp.ReferencesProvider!.findReferences(document, {
        ...params,
        context: { includeDeclaration: true },
      })
    ).map(({ uri, range }) => `${uri.split('/').at(-1)} ${range.start.line}`);
  expect(await found()).toEqual(['main.vigil 1', 'models.vigil 0']);
  const edited = LangiumDocuments.all.find(({ uri }) => uri.path.endsWith(path))!;
  const text = edited.textDocument.getText().replace(before, after);
  for (const { uri, textDocument } of LangiumDocuments.all) {
    const now = uri.path.endsWith(path) ? text : textDocument.getText();
    TextDocuments.set(TextDocument.create(uri.toString(), 'vigil', 2, now));
  }
  await DocumentBuilder.update([edited.uri], []);
  expect(await found()).toEqual(places);
});
