import { EmptyFileSystem, URI } from 'langium';
import { expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { exampleDeclarations } from '../../diagnostics/example-declarations.js';
import { createVigilServices } from '../../services.js';
import { VigilHover } from './hover-provider.js';

const { vigil } = createVigilServices(EmptyFileSystem);
const uri = URI.parse('file:///spec/main.vigil');

async function hover(marked: string): Promise<{ words: string; over: string } | undefined> {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
  if (LangiumDocuments.hasDocument(uri)) await DocumentBuilder.update([], [uri]);
  const source = exampleDeclarations + marked;
  const document = LangiumDocumentFactory.fromString(source.replace('<|>', ''), uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: false });
  const position = document.textDocument.positionAt(source.indexOf('<|>'));
  const found = new VigilHover(vigil).getHoverContent(document, {
    textDocument: { uri: uri.toString() },
    position,
  });
  if (found === undefined) return undefined;
  return {
    words: (found.contents as MarkupContent).value,
    over: document.textDocument.getText(found.range),
  };
}

it.each<[what: string, marked: string, over: string, words: readonly string[]]>([
  [
    'a metric',
    'monitor M on Visits { every 1 week check au<|>roc fail < 0.6 }',
    'auroc',
    ['**auroc**', '0 to 1', 'higher is better', 'Source:'],
  ],
  [
    'an argument',
    'monitor M on Visits { every 1 week check ece(b<|>ins: 10) fail > 0.1 }',
    'bins',
    ['`bins`'],
  ],
  [
    'a field',
    'dataset D { ro<|>le: test source: "d.csv" }',
    'role',
    ['**role**: What the data is used for.', '- `test`: performance was measured on it', 'role: reference'],
  ],
  [
    'an enum word',
    'dataset D { role: te<|>st source: "d.csv" }',
    'test',
    ['`test`: performance was measured on it'],
  ],
  [
    'a column',
    'monitor M on Visits { every 1 week check mean of a<|>ge fail > 60 }',
    'age',
    ['input **age**', '0..120', 'unit a'],
  ],
  [
    'a reference',
    'monitor M on Vis<|>its { every 1 week }',
    'Visits',
    ['log **Visits**', 'from visits.parquet', 'time: seen_at'],
  ],
  [
    'a percentage',
    'monitor M on Visits { every 1 week check missing of age fail > <|>5% }',
    '5%',
    ['5% = 0.05'],
  ],
  [
    'the first word of a declaration',
    'run<|>book R { step "Look" }',
    'runbook',
    ['**runbook**: What to do when a check fails.'],
  ],
  [
    'documentation and title, escaped',
    '/** Who is *called*. */\nrole Night "A [b](c)"\nrunbook R { step "Look" by Ni<|>ght }',
    'Night',
    ['role **Night**: A \\[b\\](c)', 'Who is \\*called\\*.'],
  ],
])('explains %s', async (_, marked, over, words) => {
  const found = await hover(marked);
  expect(found?.over).toBe(over);
  for (const word of words) expect(found?.words).toContain(word);
});

it.each([
  'rol<|>',
  'model { <|>',
  'monitor M on <|>',
  '"<|>',
  'check <|>psi(',
  '<|>',
])('survives a half-typed text: %s', async (marked) => {
  await expect(hover(marked)).resolves.not.toThrow();
});
