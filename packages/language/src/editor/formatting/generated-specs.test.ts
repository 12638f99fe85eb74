import fc from 'fast-check';
import { TextDocument, URI } from 'langium';
import { expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import { SpecBuilder } from '../../../test-kit/generated/spec-builder.js';
import { generatedSpec } from '../../../test-kit/generated-spec.js';
import { LONGEST_PROPERTY, propertyRuns } from '../../../test-kit/property-runs.js';
import { formatSpec } from './format-spec.js';

const builder = new SpecBuilder();
const uri = URI.parse('file:///spec/shown.vigil');
const textDocument = { uri: uri.toString() };
const options = { tabSize: 8, insertSpaces: false };

function format(text: string): string {
  const formatted = formatSpec(text, builder.services);
  if ('problem' in formatted) throw new Error(formatted.problem.message);
  return formatted.text;
}

/** Words in order, and comments in order; the white space around the lines of a comment belongs to the layout. */
function wordsOf(text: string): { readonly words: readonly string[]; readonly comments: readonly string[] } {
  const { tokens, hidden } = builder.services.parser.Lexer.tokenize(text);
  return {
    words: tokens.map(({ image }) => image.replaceAll(/\s+/g, ' ')),
    comments: hidden.map(({ image }) =>
      image
        .split(/\r\n?|\n/)
        .map((line, index) => (index === 0 ? line : line.trimStart()).trimEnd())
        .join('\n'),
    ),
  };
}

/** What the language server says to an editor that formats a text. */
async function editsOf(text: string): Promise<{ document: TextDocument; edits: TextEdit[] }> {
  const document = builder.services.shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  const edits = await builder.services.lsp.Formatter?.formatDocument(document, { textDocument, options });
  return { document: document.textDocument, edits: edits ?? [] };
}

it(
  `${propertyRuns.numRuns} generated specs keep their meaning and their comments, and formatting them twice changes nothing`,
  async () => {
    await fc.assert(
      fc.asyncProperty(generatedSpec, async (text) => {
        const once = format(text);
        expect(format(once)).toBe(once);
        expect(wordsOf(once).comments).toEqual(wordsOf(text).comments);
        const [before, after] = [await builder.compile(text), await builder.compile(once)];
        expect(after.protocolId).toBe(before.protocolId);
        expect([...after.documentation]).toEqual([...before.documentation]);
      }),
      propertyRuns,
    );
  },
  LONGEST_PROPERTY,
);

it(
  `${propertyRuns.numRuns} generated specs are formatted in an editor, and any choice of its edits keeps words and comments`,
  async () => {
    await fc.assert(
      fc.asyncProperty(generatedSpec, fc.infiniteStream(fc.boolean()), async (text, choice) => {
        const { document, edits } = await editsOf(text);
        const shown = TextDocument.applyEdits(document, edits);
        expect(shown.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')).toBe(format(text));
        const some = edits.filter(() => choice.next().value);
        expect(wordsOf(TextDocument.applyEdits(document, some))).toEqual(wordsOf(text));
      }),
      propertyRuns,
    );
  },
  LONGEST_PROPERTY,
);
