import { EmptyFileSystem, TextDocument, URI } from 'langium';
import { expect, it } from 'vitest';
import { createVigilServices } from '../../services.js';
import { importEdit, importPath } from './import-edit.js';

const { LangiumDocumentFactory } = createVigilServices(EmptyFileSystem).shared.workspace;

it.each([
  ['/spec/main.vigil', '/spec/lib.vigil', './lib.vigil'],
  ['/spec/main.vigil', '/spec/models/risk.vigil', './models/risk.vigil'],
  ['/spec/icu/main.vigil', '/spec/lib.vigil', '../lib.vigil'],
])('%s imports %s as %s', (importer, target, path) => {
  expect(importPath(URI.file(importer), URI.file(target))).toBe(path);
});

it.each([
  ['an empty file', '', 'import "./lib.vigil"\n\n'],
  ['a file without imports', 'role A\n', 'import "./lib.vigil"\n\nrole A\n'],
  [
    'after the last import',
    'import "./a.vigil" // a\r\n\r\nrole A\r\n',
    'import "./a.vigil" // a\r\nimport "./lib.vigil"\r\n\r\nrole A\r\n',
  ],
  [
    'below a heading comment',
    '// House rules\n// of the board\n\nrole A\n',
    '// House rules\n// of the board\n\nimport "./lib.vigil"\n\nrole A\n',
  ],
  [
    'above what a comment belongs to',
    '/** Lead. */\nrole A\n',
    'import "./lib.vigil"\n\n/** Lead. */\nrole A\n',
  ],
])('goes into %s', (_, before, after) => {
  const document = LangiumDocumentFactory.fromString(before, URI.parse('file:///spec/main.vigil'));
  const edit = importEdit(document, URI.parse('file:///spec/lib.vigil'));
  expect(TextDocument.applyEdits(document.textDocument, [edit])).toBe(after);
});
