import { EmptyFileSystem, TextDocument, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { exampleDeclarations } from '../../diagnostics/example-declarations.js';
import { declarationSchemas } from '../../schema/index.js';
import { createVigilServices } from '../../services.js';

const columns = ['seen_at', 'age', 'Heart Rate'].map((name) => ({ name, type: 'number' as const }));
const { vigil } = createVigilServices({
  ...EmptyFileSystem,
  declaredData: () => ({
    columnsOf: async () => ({ columns, nested: [], rows: 10, files: ['visits.parquet'] }),
    unreadableIn: async () => [],
  }),
} as never);
const uri = URI.parse('file:///spec/main.vigil');

async function complete(
  marked: string,
  others: Readonly<Record<string, string>> = {},
): Promise<{ items: CompletionItem[]; labels: string[]; accept: (label: string) => string }> {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
  await DocumentBuilder.update([], LangiumDocuments.all.map((document) => document.uri).toArray());
  const files = { ...others, 'main.vigil': marked.replace('<|>', '') };
  const documents = Object.entries(files).map(([path, text]) =>
    LangiumDocumentFactory.fromString(text, URI.parse(`file:///spec/${path}`)),
  );
  for (const document of documents) LangiumDocuments.addDocument(document);
  await DocumentBuilder.build(documents, { validation: false });
  const document = LangiumDocuments.getDocument(uri)!;
  const position = document.textDocument.positionAt(marked.indexOf('<|>'));
  const list = await vigil.lsp.CompletionProvider!.getCompletion(document, {
    textDocument: { uri: uri.toString() },
    position,
  });
  const items = [...(list?.items ?? [])].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  const accept = (label: string): string => {
    const item = items.find((each) => each.label === label);
    const edits = [item?.textEdit as TextEdit, ...(item?.additionalTextEdits ?? [])].filter(Boolean);
    return TextDocument.applyEdits(document.textDocument, edits);
  };
  return { items, labels: items.map(({ label }) => label), accept };
}

const spec = (marked: string) => `${exampleDeclarations}${marked}`;
const inMonitor = (marked: string) =>
  spec(`monitor M on Visits { every 1 week against Training\n${marked}\n}`);

describe('only what can stand here is offered', () => {
  it.each<[where: string, marked: string, labels: readonly string[]]>([
    [
      'an enum word',
      spec('dataset D { role: <|> }'),
      ['training', 'tuning', 'test', 'reference', 'calibration', 'external', 'monitoring'],
    ],
    ['a half-typed enum word', spec('dataset D { role: mon<|> }'), ['monitoring']],
    ['a reference', spec('monitor M on <|> { }'), ['Visits']],
    ['a reference in a fact', spec('model N version "2" { trainedOn: <|> }'), ['Training']],
    [
      'a channel, and no pipeline',
      `${spec('pipeline Nightly: github { repository: "a/b" }')}\nrunbook R { step notify <|> }`,
      ['Oncall'],
    ],
    ['a column the metric can be measured on', inMonitor('check psi of se<|>'), ['score', 'seen_at', 'sex']],
    [
      'an adjustment',
      inMonitor('check ks of age fail p < 0.01 adjust <|>'),
      ['bonferroni', 'holm', 'benjamini_hochberg'],
    ],
    ['rules of a chart', inMonitor('chart mean of age rules <|>'), ['nelson', 'western_electric']],
    ['an argument', inMonitor('check ece(<|>) fail > 0.1'), ['bins', 'binning']],
    [
      'a spending function',
      spec(
        'trial T { arm control A arm treatment B endpoint primary e : mean of age, sd 1 stop for efficacy on e : spending <|> }',
      ),
      ['lan_demets_obf', 'lan_demets_pocock', 'power', 'hsd', 'haybittle_peto'],
    ],
    ['truth', spec('dataset D { synthetic: <|> }'), ['true', 'false']],
    ['the only way to a secret', spec('channel C: slack { url: <|> }'), ['env']],
  ])('%s', async (_, marked, labels) => {
    const found = await complete(marked);
    expect(found.labels.toSorted()).toEqual([...labels].toSorted());
  });

  it('nothing but metrics after `check`, each with its formula', async () => {
    const { items } = await complete(inMonitor('check <|>'));
    expect(items.map(({ label }) => label)).toContain('auroc');
    expect(items.every(({ documentation }) => JSON.stringify(documentation).includes('Source:'))).toBe(true);
  });

  it('no metric of outcomes where the log has none', async () => {
    const { labels } = await complete(
      'log L { source: "l.csv" time: t }\nmonitor M on L { every 1 week\n check <|> }',
    );
    expect(labels).toContain('psi');
    expect(labels).not.toContain('auroc');
  });

  it('fields that are not there yet, the manual’s order, required ones first', async () => {
    const { labels } = await complete(spec('dataset D { role: test\n  <|>\n}'));
    expect(labels).not.toContain('role');
    expect(labels.indexOf('sha256')).toBeLessThan(labels.indexOf('sites'));
    expect(labels).toContain('source');
  });

  it('declarations in an empty file', async () => {
    const { labels } = await complete('<|>');
    for (const word of ['product', 'model', 'log', 'monitor', 'runbook', 'oversight', 'import']) {
      expect(labels).toContain(word);
    }
  });
});

describe('what is accepted', () => {
  it('replaces the word that is being typed', async () => {
    const { accept } = await complete(inMonitor('check aur<|> fail < 0.6'));
    expect(accept('auroc')).toBe(inMonitor('check auroc fail < 0.6'));
  });

  it('a column that is no name comes in backticks', async () => {
    const { accept } = await complete(inMonitor('check missing of <|>'));
    expect(accept('Heart Rate')).toBe(inMonitor('check missing of `Heart Rate`'));
  });

  it('a name of another file comes with its import', async () => {
    const { items, accept } = await complete('monitor M on <|>', {
      'lib/logs.vigil': 'log Visits { source: "v.csv" time: t }\n',
    });
    expect(items.map(({ label }) => label)).toEqual(['Visits']);
    expect(items[0]?.detail).toBe('log, import "./lib/logs.vigil"');
    expect(accept('Visits')).toBe('import "./lib/logs.vigil"\n\nmonitor M on Visits');
  });

  it('a name of an imported file comes alone', async () => {
    const { items } = await complete('import "./logs.vigil"\nmonitor M on <|>', {
      'logs.vigil': 'log Visits { source: "v.csv" time: t }\n',
    });
    expect(items.map(({ label, additionalTextEdits }) => [label, additionalTextEdits])).toEqual([
      ['Visits', undefined],
    ]);
  });
});

it('what a declaration proposes can be read', async () => {
  const { vigil: services } = createVigilServices(EmptyFileSystem);
  for (const { kind, snippet } of declarationSchemas) {
    const text = snippet.replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d+/g, '$1').replaceAll(/\\(.)/g, '$1');
    const { LangiumDocumentFactory } = services.shared.workspace;
    const document = LangiumDocumentFactory.fromString(text, URI.parse(`file:///spec/${kind}.vigil`));
    expect([kind, document.parseResult.parserErrors.map(({ message }) => message)]).toEqual([kind, []]);
  }
});
