import fc from 'fast-check';
import { Cancellation, EmptyFileSystem, type LangiumDocument, OperationCancelled, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver';
import { canonicalSpec } from '../../../test-kit/canonical-spec.js';
import { generatedSpec } from '../../../test-kit/generated-spec.js';
import { LONGEST_PROPERTY, propertyRuns } from '../../../test-kit/property-runs.js';
import { badlyPlaced, type PlacedToken, placedTokens } from '../../../test-kit/semantic-tokens.js';
import { edited, textEdit } from '../../../test-kit/text-edit.js';
import { createVigilServices } from '../../services.js';

const canonical = canonicalSpec['main.vigil'] as string;
const { vigil } = createVigilServices(EmptyFileSystem);
const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
const provider = vigil.lsp.SemanticTokenProvider!;
const names = Object.keys(provider.tokenTypes);
const nobodyCancels = Cancellation.CancellationToken.None;

async function documentOf(text: string, name = 'main'): Promise<LangiumDocument> {
  const uri = URI.parse(`file:///spec/${name}.vigil`);
  if (LangiumDocuments.hasDocument(uri)) LangiumDocuments.deleteDocument(uri);
  const document = LangiumDocumentFactory.fromString(text, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: false });
  return document;
}

async function tokensOf(
  document: LangiumDocument,
  {
    range,
    cancelToken = nobodyCancels,
  }: { range?: Range; cancelToken?: Cancellation.CancellationToken } = {},
): Promise<PlacedToken[]> {
  const textDocument = { uri: document.uri.toString() };
  const answer =
    range === undefined
      ? provider.semanticHighlight(document, { textDocument }, cancelToken)
      : provider.semanticHighlightRange(document, { textDocument, range }, cancelToken);
  return placedTokens((await answer).data);
}

/** The coloured words of a text and what they are coloured as. */
async function colours(text: string): Promise<[word: string, type: string | undefined][]> {
  const lines = text.split('\n');
  return (await tokensOf(await documentOf(text))).map(({ line, character, length, type }) => [
    lines[line]!.slice(character, character + length),
    names[type],
  ]);
}

function isIn({ line, character, length }: PlacedToken, { start, end }: Range): boolean {
  const endsAfterStart = line > start.line || (line === start.line && character + length > start.character);
  const beginsBeforeEnd = line < end.line || (line === end.line && character < end.character);
  return endsAfterStart && beginsBeforeEnd;
}

describe('words are coloured by what they mean', () => {
  it.each<[what: string, text: string, words: readonly (readonly [string, string])[]]>([
    [
      'a name of several words, over several lines',
      'checklist C { item a "A" requires yes about approval\n  . /* not\n this */ signer }',
      [
        ['C', 'class'],
        ['a', 'enumMember'],
        ['approval', 'property'],
        ['.', 'property'],
        ['signer', 'property'],
      ],
    ],
    [
      'a trial',
      'trial T { arm control A allocate 1 : 1 by ward stratified by age, `Heart Rate`\n endpoint primary e : mean of stay }',
      [
        ['T', 'class'],
        ['A', 'enumMember'],
        ['ward', 'variable'],
        ['age', 'variable'],
        ['`Heart Rate`', 'variable'],
        ['e', 'enumMember'],
        ['stay', 'variable'],
      ],
    ],
    [
      'characters of two units before a word',
      'product P "🩺" { /* 😀 */ markets: [EU] }',
      [
        ['P', 'class'],
        ['markets', 'property'],
        ['EU', 'enumMember'],
      ],
    ],
  ])('%s', async (_, text, words) => {
    expect(await colours(text)).toEqual(words);
  });
});

describe('each answer is made of its own question', () => {
  const whole: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
  const wordy = `${canonical}\n`.repeat(3);

  it('of the file and of what is shown of it, asked at the same time', async () => {
    const document = await documentOf(canonical);
    const [alone, file, shown] = [
      await tokensOf(document),
      ...(await Promise.all([tokensOf(document), tokensOf(document, { range: whole })])),
    ];
    expect(alone.length).toBeGreaterThan(100);
    expect(file).toEqual(alone);
    expect(shown).toEqual(alone);
  });

  it('of two files, asked at the same time', async () => {
    const [one, other] = [await documentOf(wordy, 'one'), await documentOf('role A\nrole B', 'other')];
    const [ofOne, ofOther] = [await tokensOf(one), await tokensOf(other)];
    expect(await Promise.all([tokensOf(one), tokensOf(other)])).toEqual([ofOne, ofOther]);
  });

  it('after a question that was taken back', async () => {
    const document = await documentOf(wordy);
    const expected = await tokensOf(document);
    const source = new Cancellation.CancellationTokenSource();
    const takenBack = tokensOf(document, { cancelToken: source.token });
    setImmediate(() => source.cancel());
    await expect(takenBack).rejects.toBe(OperationCancelled);
    expect(await tokensOf(document)).toEqual(expected);
  });
});

describe('tokens stand in order, apart, each within a line', () => {
  async function expectInOrder(text: string): Promise<void> {
    const tokens = await tokensOf(await documentOf(text));
    expect(badlyPlaced(tokens, text)).toEqual([]);
  }

  it(
    `in ${propertyRuns.numRuns} generated specs`,
    () => fc.assert(fc.asyncProperty(generatedSpec, expectInOrder), propertyRuns),
    LONGEST_PROPERTY,
  );

  it(
    `in ${propertyRuns.numRuns} half-typed texts`,
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.constant(canonical), generatedSpec),
          fc.array(textEdit, { minLength: 1, maxLength: 5 }),
          (text, edits) => expectInOrder(edits.reduce(edited, text)),
        ),
        propertyRuns,
      ),
    LONGEST_PROPERTY,
  );

  it(
    `and those of any range are those of the file that touch it, ${propertyRuns.numRuns} times`,
    () =>
      fc.assert(
        fc.asyncProperty(
          generatedSpec,
          fc.array(textEdit, { maxLength: 2 }),
          fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
          async (text, edits, places) => {
            const document = await documentOf(edits.reduce(edited, text));
            const length = document.textDocument.getText().length;
            const [start = 0, end = 0] = places
              .map((part) => Math.floor(part * length))
              .sort((a, b) => a - b);
            const range = {
              start: document.textDocument.positionAt(start),
              end: document.textDocument.positionAt(end),
            };
            const expected = (await tokensOf(document)).filter((token) => isIn(token, range));
            expect(await tokensOf(document, { range })).toEqual(expected);
          },
        ),
        propertyRuns,
      ),
    LONGEST_PROPERTY,
  );
});
