import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InsertTextFormat } from 'vscode-languageserver';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.js';
import { marked } from './marked.js';
import { transportKinds } from './transport.js';

const lib = `role Engineer "Data engineer"
runbook Response { step "Verify the data feed" by Engineer }
`;
const main = `model Risk version "1.0.0" {
  kind: locked
  operatingPoint: 0.2
  input age : number 0..120 unit "a"
  output score : probability
}

log Visits of Risk {
  source: "data/visits.csv"
  time: seen_at
  prediction: score
  label: died
}
`;
const files = {
  'lib.vigil': lib,
  'main.vigil': main,
  'data/visits.csv': 'seen_at,age,score,died\n2026-01-01T00:00:00Z,50,0.2,1\n',
};

describe.each(transportKinds)('completion over %s', (kind) => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start(kind, files);
    await client.open('lib.vigil', lib);
    await client.open('main.vigil', main);
    await client.diagnostics('main.vigil');
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(kind === 'stdio' ? 0 : null);
  });

  async function complete(source: string) {
    const { text, cursors } = marked(source);
    await client.open('main.vigil', text);
    const list = await client.at<CompletionList | null>('textDocument/completion', 'main.vigil', cursors[0]);
    const items = list?.items ?? [];
    const accept = (label: string): string => {
      const { textEdit, additionalTextEdits = [] } = items.find(
        (each) => each.label === label,
      ) as CompletionItem;
      const edits = [textEdit as TextEdit, ...additionalTextEdits];
      return TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits);
    };
    return { items, labels: items.map(({ label }) => label).toSorted(), accept };
  }
  const monitor = (statement: string) =>
    `${main}\nmonitor Watch on Visits {\n  every 1 month\n  ${statement}\n}\n`;

  it.each<[what: string, source: string, labels: readonly string[]]>([
    ['half a metric', monitor('check auro<|>'), ['auroc']],
    ['the worse direction of a limit', monitor('check auroc fail <|>'), ['<', '<=']],
    ['an argument', monitor('check ece(<|>) fail > 0.1'), ['binning', 'bins']],
    [
      'columns a metric can be measured on',
      monitor('check mean of <|>'),
      ['age', 'all inputs', 'all outputs', 'score'],
    ],
    ['a phrase', monitor('alarm <|>'), ['budget']],
    ['enum words', main.replace('locked', '<|>'), ['adaptive', 'batchRetrained', 'locked', 'rule']],
    ['the only log', `${main}monitor Watch on <|>`, ['Visits']],
    [
      'a name, backwards in half-typed text',
      `${main}monitor Watch on Visits {\n  every\n  on fail run <|>`,
      ['Response'],
    ],
    ['nothing in a comment', `${main}// mon<|>`, []],
    ['nothing where a name is made up', `${main}monitor <|>`, []],
  ])('%s, and nothing else', async (_, source, labels) => {
    expect((await complete(source)).labels).toEqual(labels);
  });

  it('columns of the data where it can be read: nowhere in a browser', async () => {
    const { labels } = await complete(main.replace('time: seen_at', 'time: <|>'));
    const known = ['age', 'score'];
    expect(labels).toEqual(kind === 'stdio' ? ['age', 'died', 'score', 'seen_at'] : known);
  });

  it('paths of files where there are files', async () => {
    const { labels } = await complete(main.replace('data/visits.csv', 'data/<|>'));
    expect(labels).toEqual(kind === 'stdio' ? ['data/visits.csv'] : []);
  });

  it('a name of another file with its import', async () => {
    const { accept } = await complete(monitor('on fail run Res<|>'));
    expect(accept('Response')).toBe(`import "./lib.vigil"\n\n${monitor('on fail run Response')}`);
  });

  it('a declaration as a snippet that names what is declared', async () => {
    const { items } = await complete(`${main}\nmonit<|>`);
    const item = items.find(({ label }) => label === 'monitor');
    expect(item?.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect((item?.textEdit as TextEdit).newText).toMatch(/^monitor \$\{1:\w+\} on \$\{2:Visits\} \{/);
    expect(JSON.stringify(item?.documentation)).toContain('vigil');
  });

  it('each keystroke of a statement from an empty line on', async () => {
    const line = 'check sensitivity fail < 0.5';
    for (const [index, character] of [...line].entries()) {
      if (!/[a-z]/.test(character)) continue;
      const { labels } = await complete(monitor(`${line.slice(0, index)}<|>`));
      const word = /^[a-z]+/.exec(line.slice(line.lastIndexOf(' ', index) + 1))?.[0] ?? '';
      expect([line.slice(0, index), labels]).toEqual([line.slice(0, index), expect.arrayContaining([word])]);
    }
  });
});
