import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  SelectionRange,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.js';
import { marked, textAt } from './marked.js';
import { transportKinds } from './transport.js';

const lib = `/** Who looks at the data feed. */
role Engineer "Data engineer"

model Risk "Readmission" version "1.0.0" {
  kind: locked
  operatingPoint: 0.2
  input age : number 0..120 unit "a"
  output score : probability
}
`;
const main = `import "./lib.vigil"

log Visits of Risk {
  source: "visits.csv"
  time: seen_at
  prediction: score
  label: died
}

monitor Watch on Visits {
  every 1 month
  check sensitivity fail < 0.5
  check mean of all inputs fail > 90
  on fail run Response
}

runbook Response {
  step "Verify the data feed" by Engineer within 4 hours
}
`;
/** Enough visits for every check of the fixture, every tenth with the outcome. */
const data = `seen_at,age,score,died\n${Array.from({ length: 1000 }, (_, visit) => `2026-01-01T00:00:00Z,50,0.2,${visit % 10 === 0 ? 1 : 0}\n`).join('')}`;

describe.each(transportKinds)('over %s', (kind) => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start(
      kind,
      { 'lib.vigil': lib, 'visits.csv': data, 'main.vigil': main },
      { initializationOptions: { commands: ['vigil.run'] } },
    );
    await client.open('lib.vigil', lib);
    await client.open('main.vigil', main);
    await client.diagnostics('main.vigil');
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(kind === 'stdio' ? 0 : null);
  });

  /** Puts a fixture in place and gives the first cursor's position. */
  async function show(source: string) {
    const { text, cursors, ranges } = marked(source);
    await client.open('main.vigil', text);
    return { text, position: cursors[0] ?? { line: 0, character: 0 }, ranges };
  }
  const document = () => ({ textDocument: { uri: client.uri('main.vigil') } });

  it('diagnostics', async () => {
    const { ranges } = await show(main.replace('sensitivity', '<[sensitivty]>'));
    const found = await client.diagnostics('main.vigil');
    expect(found.map(({ code, range, severity }) => ({ code, range, severity }))).toEqual([
      { code: 'VGL0401', range: ranges[0], severity: 1 },
    ]);
    await show(main);
    expect(await client.diagnostics('main.vigil')).toEqual([]);
  });

  it('completion', async () => {
    const { text, position } = await show(main.replace('check sensitivity', 'check sensi<|>'));
    const list = await client.at<CompletionList>('textDocument/completion', 'main.vigil', position);
    expect(list.items.map(({ label }) => label)).toContain('sensitivity');
    const item = list.items.find(({ label }) => label === 'sensitivity');
    const edited = TextDocument.applyEdits(TextDocument.create('', '', 1, text), [
      item?.textEdit as TextEdit,
    ]);
    expect(edited).toBe(main);
  });

  it('hover', async () => {
    const { position, ranges } = await show(main.replace('sensitivity', '<[sens<|>itivity]>'));
    const hover = await client.at<Hover>('textDocument/hover', 'main.vigil', position);
    expect(JSON.stringify(hover.contents)).toContain('higher is better');
    expect(hover.range).toEqual(ranges[0]);
  });

  it('signature help', async () => {
    const { position } = await show(
      main.replace('check mean of all inputs fail > 90', 'check ece(bins: <|>) fail > 0.1'),
    );
    const help = await client.at<SignatureHelp>('textDocument/signatureHelp', 'main.vigil', position);
    expect(help.signatures[0]?.label).toMatch(/^ece\(.*bins: integer/);
    const { parameters = [] } = help.signatures[0]!;
    expect(parameters[help.activeParameter ?? -1]?.label).toBe('bins: integer');
  });

  it('definition, across files', async () => {
    const { position } = await show(main.replace('by Engineer', 'by Engi<|>neer'));
    const [target] = await client.at<(Location | LocationLink)[]>(
      'textDocument/definition',
      'main.vigil',
      position,
    );
    const uri = 'targetUri' in target! ? target.targetUri : target!.uri;
    const range = 'targetUri' in target! ? target.targetSelectionRange : target!.range;
    expect(uri).toBe(client.uri('lib.vigil'));
    expect(textAt(lib, range)).toBe('Engineer');
  });

  it('references and highlights', async () => {
    const { text, position } = await show(main.replace('log Visits', 'log Vis<|>its'));
    const places = await client.at<Location[]>('textDocument/references', 'main.vigil', position, {
      context: { includeDeclaration: true },
    });
    expect(places.map(({ range }) => [textAt(text, range), range.start.line])).toEqual([
      ['Visits', 2],
      ['Visits', 9],
    ]);
    const highlights = await client.at<DocumentHighlight[]>(
      'textDocument/documentHighlight',
      'main.vigil',
      position,
    );
    expect(highlights.map(({ range }) => range.start.line)).toEqual([2, 9]);
  });

  it('rename, in all files', async () => {
    const { position } = await show(main.replace('of Risk', 'of Ri<|>sk'));
    const prepared = await client.at<unknown>('textDocument/prepareRename', 'main.vigil', position);
    expect(prepared).not.toBeNull();
    const edit = await client.at<WorkspaceEdit>('textDocument/rename', 'main.vigil', position, {
      newName: 'Danger',
    });
    const changed = Object.entries(edit.changes ?? {}).map(([uri, edits]) => [
      uri,
      edits.map(({ newText }) => newText),
    ]);
    expect(Object.fromEntries(changed)).toEqual({
      [client.uri('lib.vigil')]: ['Danger'],
      [client.uri('main.vigil')]: ['Danger'],
    });
  });

  it('document and workspace symbols', async () => {
    await show(main);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', document());
    expect(symbols.map(({ name }) => name)).toEqual(['Visits', 'Watch', 'Response']);
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'Risk' });
    expect(found.map(({ name }) => name)).toContain('Risk');
  });

  it('semantic tokens tell a metric from a column', async () => {
    await show(main);
    const legend = client.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const { data: numbers } = await client.request<SemanticTokens>(
      'textDocument/semanticTokens/full',
      document(),
    );
    const tokens = decoded(numbers, main, legend);
    expect(tokens).toContainEqual(['sensitivity', 'function']);
    expect(tokens).toContainEqual(['seen_at', 'variable']);
    expect(tokens).toContainEqual(['Watch', 'class']);
  });

  it('folding ranges', async () => {
    await show(main);
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', document());
    expect(folds.map(({ startLine }) => startLine)).toEqual(expect.arrayContaining([2, 9, 16]));
  });

  it('selection ranges grow from the word to the file', async () => {
    const { text, position } = await show(main.replace('every 1 month', 'every 1 mo<|>nth'));
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      ...document(),
      positions: [position],
    });
    const grown: string[] = [];
    for (let at = selection; at !== undefined; at = at.parent) grown.push(textAt(text, at.range));
    expect(grown.slice(0, 3)).toEqual(['month', '1 month', 'every 1 month']);
    expect(grown.at(-1)).toBe(text);
    for (const [index, each] of grown.entries()) expect(grown[index + 1] ?? each).toContain(each);
  });

  it('formatting: whole, range, on type', async () => {
    const untidy = main.replace('  every 1 month', 'every   1 month').replace('  step', '     step');
    const { text } = await show(untidy);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.request<TextEdit[]>('textDocument/formatting', { ...document(), options });
    expect(TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits)).toBe(main);
    const line = text.split('\n').findIndex((each) => each.startsWith('every'));
    const range = { start: { line, character: 0 }, end: { line, character: 5 } };
    const some = await client.request<TextEdit[]>('textDocument/rangeFormatting', {
      ...document(),
      options,
      range,
    });
    expect(TextDocument.applyEdits(TextDocument.create('', '', 1, text), some)).toContain('\n  every');
    const typed = await client.request<TextEdit[]>('textDocument/onTypeFormatting', {
      ...document(),
      options,
      ch: '\n',
      position: { line, character: 0 },
    });
    expect(typed).toEqual([
      { range: { start: { line, character: 0 }, end: { line, character: 0 } }, newText: '  ' },
    ]);
  });

  it('code actions', async () => {
    const { text } = await show(main.replace('sensitivity', 'sensitivty'));
    const [diagnostic] = await client.diagnostics('main.vigil');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      ...document(),
      range: diagnostic!.range,
      context: { diagnostics: [diagnostic] },
    });
    const fix = actions.find(({ isPreferred }) => isPreferred === true);
    const edits = fix?.edit?.changes?.[client.uri('main.vigil')] ?? [];
    expect(TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits)).toBe(main);
  });

  it('inlay hints', async () => {
    await show(main);
    const range = { start: { line: 0, character: 0 }, end: { line: 30, character: 0 } };
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { ...document(), range });
    expect(hints.map(({ label, position }) => [label, position.line])).toEqual([
      ['at 0.2', 11],
      ['a', 12],
      ['(1)', 12],
    ]);
  });

  it('document links', async () => {
    await show(main);
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', document());
    const targets = links.map(({ target }) => target);
    expect(targets).toEqual(
      kind === 'stdio' ? [client.uri('lib.vigil'), client.uri('visits.csv')] : [client.uri('lib.vigil')],
    );
    expect(textAt(main, links[0]!.range)).toBe('./lib.vigil');
  });

  it('code lenses, for the commands this client knows', async () => {
    await show(`${main}\nproduct Guard { markets: [EU] }\n`);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', document());
    expect(
      lenses.map(({ command, range }) => [command?.command, command?.arguments, range.start.line]),
    ).toEqual([['vigil.run', [client.uri('main.vigil'), 'Watch'], 9]]);
  });

  it('a half-typed file keeps outline, completion and formatting', async () => {
    const { position } = await show(`${main}\nmonitor Half on Visits {\n  check <|>`);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', document());
    expect(symbols.map(({ name }) => name)).toEqual(expect.arrayContaining(['Visits', 'Watch', 'Response']));
    const list = await client.at<CompletionList>('textDocument/completion', 'main.vigil', position);
    expect(list.items.map(({ label }) => label)).toContain('auroc');
    const options = { tabSize: 2, insertSpaces: true };
    await expect(client.request('textDocument/formatting', { ...document(), options })).resolves.toEqual([]);
  });
});

function decoded(
  data: readonly number[],
  text: string,
  legend: readonly string[],
): [string, string | undefined][] {
  const lines = text.split('\n');
  const tokens: [string, string | undefined][] = [];
  let line = 0;
  let start = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 4);
    start = down === 0 ? start + right : right;
    line += down;
    tokens.push([lines[line]?.slice(start, start + length) ?? '', legend[type]]);
  }
  return tokens;
}
