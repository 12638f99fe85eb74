import { readFileSync } from 'node:fs';
import {
  type AstNode,
  AstUtils,
  DefaultReferenceDescriptionProvider,
  EmptyFileSystem,
  type LangiumDocument,
  URI,
} from 'langium';
import { beforeAll, expect, it } from 'vitest';
import { referencesOf, treeNodes } from '../grammar/tree-nodes.js';
import { createVigilServices } from '../services.js';
import { VisibleScope } from './visible-scope.js';

const { vigil, shared } = createVigilServices(EmptyFileSystem);
const canonical = readFileSync(new URL('../grammar/golden/canonical.vigil', import.meta.url), 'utf8');
let document: LangiumDocument;

beforeAll(async () => {
  document = shared.workspace.LangiumDocumentFactory.fromString(
    canonical,
    URI.parse('file:///spec/main.vigil'),
  );
  shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build([document]);
});

it('the flat walk meets the nodes of a tree in the order of Langium’s own', () => {
  const root = document.parseResult.value;
  expect(treeNodes(root)).toEqual(AstUtils.streamAst(root).toArray());
});

it('the flat walk finds the references that Langium finds', () => {
  const place = ({ container, property, index }: { container: AstNode; property: string; index?: number }) =>
    [container.$type, property, index] as const;
  for (const node of treeNodes(document.parseResult.value)) {
    expect(referencesOf(node).map(place)).toEqual(AstUtils.streamReferences(node).toArray().map(place));
  }
});

it('references are described as Langium describes them', async () => {
  const provider = vigil.workspace.ReferenceDescriptionProvider;
  const plain = async (from: typeof provider) =>
    (await from.createDescriptions(document)).map((description) => ({
      source: [description.sourceUri.toString(), description.sourcePath],
      target: [description.targetUri.toString(), description.targetPath],
      segment: description.segment,
      local: description.local,
    }));
  const expected = await plain(new DefaultReferenceDescriptionProvider(vigil));
  expect(expected.length).toBeGreaterThan(30);
  expect(await plain(provider)).toEqual(expected);
});

it('a nearer file hides the names of a farther one, and both are listed', () => {
  const description = (name: string, path: string) => ({ name, path }) as never;
  const near = new Map([['a', [description('a', 'near')]]]);
  const far = new Map([
    ['a', [description('a', 'far')]],
    ['b', [description('b', 'far')]],
  ]);
  const scope = new VisibleScope(['near', 'far'], (file) => (file === 'near' ? near : far));
  expect(scope.getElement('a')?.path).toBe('near');
  expect(scope.getElement('b')?.path).toBe('far');
  expect(scope.getElement('c')).toBeUndefined();
  expect(
    scope
      .getElements('a')
      .map(({ path }) => path)
      .toArray(),
  ).toEqual(['near', 'far']);
  expect(
    scope
      .getAllElements()
      .map(({ name }) => name)
      .toArray(),
  ).toEqual(['a', 'a', 'b']);
});
