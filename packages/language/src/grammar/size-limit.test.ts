import { EmptyFileSystem, URI } from 'langium';
import { expect, it } from 'vitest';
import { formatSpec } from '../editor/formatting/format-spec.js';
import { createVigilServices } from '../services.js';
import { isTooLarge, LARGEST_SPEC_BYTES } from './size-limit.js';

const { shared, vigil } = createVigilServices(EmptyFileSystem);

it.each([
  ['the limit itself', 'a'.repeat(LARGEST_SPEC_BYTES), false],
  ['one byte more', 'a'.repeat(LARGEST_SPEC_BYTES + 1), true],
  ['letters of two bytes within it', 'é'.repeat(LARGEST_SPEC_BYTES / 2), false],
  ['letters of two bytes beyond it', 'é'.repeat(LARGEST_SPEC_BYTES / 2 + 1), true],
  ['symbols of four bytes beyond it', '🩺'.repeat(LARGEST_SPEC_BYTES / 4 + 1), true],
])('%s', (_, text, expected) => {
  expect(isTooLarge(text)).toBe(expected);
});

it('a document beyond the limit has one finding, and is neither read nor formatted', async () => {
  const text = '   // rows\n1,2,3\nrole A\n'.repeat(300_000);
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, URI.parse('file:///big.vigil'));
  shared.workspace.LangiumDocuments.addDocument(document);
  await shared.workspace.DocumentBuilder.build([document], { validation: true });
  expect(document.diagnostics?.map(({ code, message, range }) => ({ code, message, range }))).toEqual([
    {
      code: 'VGL0002',
      message: 'this file is not read: it is larger than 5 MB; a spec holds no data',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    },
  ]);
  expect(document.parseResult.value).toMatchObject({ imports: [], declarations: [] });
  expect(formatSpec(text, vigil)).toMatchObject({ problem: { line: 1, column: 1 } });
});

it('a document that grows beyond the limit and shrinks again is read again', () => {
  const parser = vigil.parser.LangiumParser;
  const big = `role A\n${'// row\n'.repeat(1_000_000)}`;
  expect(parser.parse(big).parserErrors).toHaveLength(1);
  expect(parser.parse('role A\n')).toMatchObject({
    parserErrors: [],
    value: { declarations: [{ name: 'A' }] },
  });
});
