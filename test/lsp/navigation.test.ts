import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  DocumentHighlight,
  DocumentSymbol,
  Location,
  LocationLink,
  Range,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.js';
import { marked, textAt } from './marked.js';
import { transportKinds } from './transport.js';

const lib = `model Risk "Readmission" version "1.0.0" {
  input age : number 0..120 unit "a"
  input heart_rate : number
  output score : probability
}
subgroups Groups { band = age cut at 40, 65 }
`;
const main = `import "./lib.vigil"

log Visits of Risk { source: "visits.csv" time: seen_at prediction: score label: died }
monitor Watch on Visits {
  every 1 month by band
  check mean of age fail > 90
  check missing of \`age\`, heart_rate fail > 5%
}
`;
const data = 'seen_at,age,heart_rate,score,died\n2026-01-01T00:00:00Z,50,70,0.2,1\n';

describe.each(transportKinds)('over %s', (kind) => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start(kind, { 'lib.vigil': lib, 'visits.csv': data, 'main.vigil': main });
    await client.open('lib.vigil', lib);
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(kind === 'stdio' ? 0 : null);
  });

  /** The answer to a request at a place of `main.vigil`, which is put in place first. */
  async function ask<T>(method: string, piece: string, more: object = {}): Promise<T> {
    const { text, cursors } = marked(main.replace(piece.replace('<|>', ''), piece));
    await client.open('main.vigil', text);
    return client.at<T>(`textDocument/${method}`, 'main.vigil', cursors[0], more);
  }
  const told = (uri: string, range: Range) =>
    `${uri.split('/').at(-1)} ${range.start.line} ${textAt(uri.endsWith('lib.vigil') ? lib : main, range)}`;

  it('the definition of a column is the input, in another file', async () => {
    const [target] = await ask<LocationLink[]>('definition', 'mean of a<|>ge');
    expect(told(target!.targetUri, target!.targetSelectionRange)).toBe('lib.vigil 1 age');
  });

  it('the definition of an import is the file', async () => {
    const [target] = await ask<LocationLink[]>('definition', './l<|>ib.vigil');
    expect(target?.targetUri).toBe(client.uri('lib.vigil'));
  });

  it('references of a column, and its highlights', async () => {
    const found = await ask<Location[]>('references', 'missing of `a<|>ge', {
      context: { includeDeclaration: true },
    });
    const inMain = ['main.vigil 5 age', 'main.vigil 6 `age`'];
    expect(found.map(({ uri, range }) => told(uri, range))).toEqual([
      'lib.vigil 1 age',
      'lib.vigil 5 age',
      ...inMain,
    ]);
    const highlights = await ask<DocumentHighlight[]>('documentHighlight', 'missing of `a<|>ge');
    expect(highlights.map(({ range }) => told(client.uri('main.vigil'), range))).toEqual(inMain);
  });

  it('a column is renamed everywhere, where no data says otherwise', async () => {
    const renamed = ask<WorkspaceEdit>('rename', 'mean of a<|>ge', { newName: 'Age in years' });
    if (kind === 'stdio') {
      await expect(renamed).rejects.toThrow(/'age' is the name of the column in 'visits.csv'/);
      return;
    }
    const { changes = {} } = await renamed;
    const edited = (path: string, text: string) =>
      TextDocument.applyEdits(TextDocument.create('', '', 1, text), changes[client.uri(path)] ?? []);
    expect(edited('lib.vigil', lib)).toBe(lib.replaceAll(/\bage\b/g, '`Age in years`'));
    expect(edited('main.vigil', main)).toBe(main.replaceAll(/`age`|\bage\b/g, '`Age in years`'));
  });

  it('the name to be renamed is offered without its backticks', async () => {
    const range = await ask<Range>('prepareRename', 'missing of `a<|>ge');
    expect(textAt(main, range)).toBe('age');
    expect(await ask('prepareRename', 'check me<|>an')).toBeNull();
  });

  it('a rename that would change the meaning is refused with a sentence', async () => {
    await expect(ask('rename', 'mean of a<|>ge', { newName: 'score' })).rejects.toThrow(
      /^'score' is another column of the same data already \(lib.vigil, line 4\)\.$/,
    );
    await expect(ask('rename', 'monitor Wa<|>tch', { newName: 'Visits' })).rejects.toThrow(
      /^The name is taken already by log 'Visits' \(line 3\)\.$/,
    );
    await expect(ask('rename', 'monitor Wa<|>tch', { newName: 'no name' })).rejects.toThrow(/is no name/);
  });

  it('the outline has what declarations say, also while one is typed', async () => {
    await client.open('main.vigil', `${main}monitor Half on Visits {\n  every 1 week\n  check `);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: client.uri('main.vigil') },
    });
    expect(symbols.map(({ name }) => name)).toEqual(['Visits', 'Watch', 'Half']);
    expect(symbols[1]?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['every 1 month', 'by band'],
      ['mean of age', 'fail > 90'],
      ['missing of `age`, heart_rate', 'fail > 5%'],
    ]);
  });

  it('the search of the workspace finds an input, and says whose', async () => {
    await client.open('main.vigil', main);
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'heart' });
    expect(found.map(({ name, containerName }) => [name, containerName])).toEqual([['heart_rate', 'Risk']]);
  });
});
