import fc from 'fast-check';
import { EmptyFileSystem, TextDocument, URI } from 'langium';
import { expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { createVigilServices } from '../../services.js';
import { VigilFormatter } from './format-provider.js';
import { formatSpec } from './format-spec.js';

const { vigil } = createVigilServices(EmptyFileSystem);
const formatter = new VigilFormatter(vigil);
const uri = URI.parse('file:///spec/main.vigil');
const open = (text: string) => vigil.shared.workspace.LangiumDocumentFactory.fromString(text, uri);
const options = { tabSize: 4, insertSpaces: false };
const textDocument = { uri: uri.toString() };

function whole(text: string): { text: string; edits: TextEdit[] } {
  const document = open(text);
  const edits = formatter.formatDocument(document, { textDocument, options });
  return { text: TextDocument.applyEdits(document.textDocument, edits), edits };
}

const UNTIDY = `role   Lead "Clinical lead"
dataset D {
      role:test   // of the following year
\tsource: "d.csv"
}
`;
const TIDY = `role Lead "Clinical lead"
dataset D {
  role: test  // of the following year
  source: "d.csv"
}
`;

it('a document gets the layout of the command line, by edits of white space alone', () => {
  const { text, edits } = whole(UNTIDY);
  expect(text).toBe(TIDY);
  expect(formatSpec(UNTIDY, vigil)).toEqual({ text: TIDY });
  expect(edits.map(({ newText }) => newText.trim())).toEqual(edits.map(() => ''));
  expect(whole(TIDY).edits).toEqual([]);
});

it('line endings and a byte order mark stay', () => {
  expect(whole(`\uFEFF${UNTIDY.replaceAll('\n', '\r\n')}`).text).toBe(
    `\uFEFF${TIDY.replaceAll('\n', '\r\n')}`,
  );
});

it('in a half-typed file what can be read is formatted, and the rest stays byte for byte', () => {
  const broken = 'monitor  Drift on { every 1 mon\n   check   psi of\n';
  const { text } = whole(`${UNTIDY}\n${broken}`);
  expect(text.startsWith(TIDY)).toBe(true);
  expect(text.endsWith(broken)).toBe(true);
});

it('a range is formatted alone', () => {
  const document = open(UNTIDY);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 20 } };
  const edits = formatter.formatDocumentRange(document, { textDocument, options, range });
  expect(TextDocument.applyEdits(document.textDocument, edits)).toBe(
    UNTIDY.replace('role   Lead', 'role Lead'),
  );
});

it.each([
  ['a new line in a body', 'dataset D {\n<|>\n', '\n', 'dataset D {\n  \n'],
  [
    'a new line in a block of a body',
    'product P {\n  intendedUse {\n<|>',
    '\n',
    'product P {\n  intendedUse {\n    ',
  ],
  ['a new line after a brace in a string', 'role A "{"\n<|>', '\n', 'role A "{"\n'],
  [
    'a new line inside a text',
    'person A { competence: """\n  a\n<|>',
    '\n',
    'person A { competence: """\n  a\n',
  ],
  ['a closing brace', 'dataset D {\n  role:test\n      }<|>\n', '}', 'dataset D {\n  role: test\n}\n'],
  [
    'a closing brace in a half-typed file',
    'dataset D {\n  role: \n      }<|>\n',
    '}',
    'dataset D {\n  role: \n}\n',
  ],
])('on type: %s', (_, before, ch, after) => {
  const offset = before.indexOf('<|>');
  const document = open(before.replace('<|>', ''));
  const position = document.textDocument.positionAt(offset);
  const edits = formatter.formatDocumentOnType(document, { textDocument, options, ch, position });
  expect(TextDocument.applyEdits(document.textDocument, edits)).toBe(after);
});

it('whatever is typed, formatting twice changes nothing more, and no word is touched', () => {
  const words = fc.constantFrom(
    'role A',
    'dataset D {',
    '}',
    'role: test',
    '\n',
    '\r\n',
    ' ',
    '\t',
    '"a  b"',
    '// c\n',
    '/* d\n e */',
    '"""',
    '{',
    'check psi',
    '€',
    '`x y`',
  );
  const inWords = (text: string) => text.replaceAll(/[ \t\r\n]+/g, '');
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 30 }).map((all) => all.join(' ')),
      (text) => {
        const once = whole(text).text;
        expect(inWords(once)).toBe(inWords(text));
        expect(whole(once).text).toBe(once);
      },
    ),
    { numRuns: 300 },
  );
});
