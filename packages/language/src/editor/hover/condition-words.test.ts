import { EmptyFileSystem, URI } from 'langium';
import { expect, it } from 'vitest';
import { createVigilServices } from '../../services.js';
import { VigilHover } from './hover-provider.js';

const { vigil } = createVigilServices(EmptyFileSystem);
const uri = URI.parse('file:///spec/main.vigil');

async function hover(condition: string): Promise<string> {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
  if (LangiumDocuments.hasDocument(uri)) await DocumentBuilder.update([], [uri]);
  const source = `checklist House { item one "One" requires ${condition} }`;
  const document = LangiumDocumentFactory.fromString(source.replace('<|>', ''), uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document]);
  const position = document.textDocument.positionAt(source.indexOf('<|>'));
  const found = await new VigilHover(vigil).getHoverContent(document, {
    textDocument: { uri: uri.toString() },
    position,
  });
  const contents = found?.contents;
  return contents !== undefined && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

it.each([
  ['a function', 'pres<|>ent(product.purpose)', ['`present(path)`: true or false', 'not the word TBD']],
  ['a macro', 'models.al<|>l(m, present(m.kind))', ['`all(x, …)`', 'for every item']],
  ['a method', 'models.si<|>ze() > 0', ['`size()`: a number']],
  ['a thing', 'prod<|>uct.isDevice', ['**product**: The device']],
  ['all things', 'mod<|>els.size() > 0', ['**models**: One learned component']],
  ['a variable', 'models.all(m, present(<|>m.kind))', ['**m**: model']],
  [
    'a fact',
    'present(model.artifact<|>Hash)',
    ['**artifactHash**: SHA-256 of the artifact', 'text', '11.10(h)'],
  ],
  ['a fact by the word of the spec', 'present(hazard.sever<|>ity)', ['**severity**: How bad']],
  ['a fact of a variable', "monitors.exists(k, k.ki<|>nd == 'drift')", ['**kind**: What it watches']],
])('explains %s', async (_, condition, words) => {
  const found = await hover(condition);
  for (const word of words) expect(found).toContain(word);
});

it('says nothing of what is not known', async () => {
  expect(await hover('present(product.nothi<|>ng)')).toBe('');
  expect(await hover('no<|>thing(product)')).toBe('');
});
