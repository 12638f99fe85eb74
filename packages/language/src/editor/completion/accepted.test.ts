import { EmptyFileSystem, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { InsertTextFormat } from 'vscode-languageserver';
import { completer } from '../../../test-kit/complete-text.js';
import { exampleDeclarations } from '../../diagnostics/example-declarations.js';
import { createVigilServices } from '../../services.js';

const columns = ['seen_at', 'age', 'Heart Rate'].map((name) => ({ name, type: 'number' as const }));
const data = {
  columnsOf: async () => ({ columns, nested: [], rows: 10, files: ['visits.parquet'] }),
  unreadableIn: async () => [],
};
const { complete } = completer({ data });
const snippets = completer({ data, knowsSnippets: true });
const spec = (marked: string) => `${exampleDeclarations}${marked}`;
const monitor = (marked: string) =>
  spec(`monitor M on Visits {\n  every 1 week against Training\n  ${marked}\n}`);

describe('an offer that is taken', () => {
  it.each([
    ['replaces the typed word', 'check au<|> fail < 0.6', 'auroc', 'check auroc fail < 0.6'],
    ['replaces the whole word', 'check au<|>rc fail < 0.6', 'auroc', 'check auroc fail < 0.6'],
    ['puts a column in backticks', 'check missing of <|>', 'Heart Rate', 'check missing of `Heart Rate`'],
    ['goes on with a backtick', 'check missing of `Hea<|>', 'Heart Rate', 'check missing of `Heart Rate`'],
    [
      'replaces what is in backticks',
      'check missing of `Hea<|>rt`',
      'Heart Rate',
      'check missing of `Heart Rate`',
    ],
    ['goes on with a phrase', 'alarm bu<|>', 'budget', 'alarm budget '],
  ])('%s', async (_, marked, label, written) => {
    expect((await complete(monitor(marked))).accept(label)).toBe(monitor(written));
  });

  it('closes a text that is open', async () => {
    const log = (zone: string) => `log L { source: "l.csv" timezone: ${zone}`;
    expect((await complete(log('"Europe/Vad<|>'))).accept('Europe/Vaduz')).toBe(log('"Europe/Vaduz"'));
    expect((await complete(log('"Eu<|>rope" }'))).accept('Europe/Vaduz')).toBe(log('"Europe/Vaduz" }'));
    expect((await complete(log('<|> }'))).accept('Europe/Vaduz')).toBe(log('"Europe/Vaduz" }'));
  });

  it('stands apart from a colon, and goes on being offered when the space is typed', async () => {
    const { accept, item } = await complete('dataset D { role:<|> }');
    expect(accept('training')).toBe('dataset D { role: training }');
    expect(item('training')?.filterText).toBe(' training');
    expect((await complete('dataset D { role: <|> }')).accept('training')).toBe(
      'dataset D { role: training }',
    );
    expect((await complete('dataset D { role:tr<|> }')).accept('training')).toBe(
      'dataset D { role:training }',
    );
  });

  it('brings the list it can only stand in', async () => {
    const role = (value: string) => spec(`role R { separationOfDuties: ${value} }`);
    expect((await complete(role('<|>'))).accept('Lead')).toBe(role('[Lead]'));
    expect((await complete(role('[<|>]'))).accept('Lead')).toBe(role('[Lead]'));
  });

  it('brings the type of a column', async () => {
    const model = (line: string) => spec(`model N version "2" {\n  trainedOn: Training\n  ${line}\n}`);
    expect((await complete(model('input se<|>'))).accept('seen_at')).toBe(model('input seen_at : number'));
    expect((await complete(model('input se<|> : timestamp'))).accept('seen_at')).toBe(
      model('input seen_at : timestamp'),
    );
  });

  it('of another file comes with its import', async () => {
    const logs = { 'lib/logs.vigil': 'log Visits { source: "v.csv" time: t }\n' };
    const { labels, item, accept } = await complete('monitor M on <|>', logs);
    expect(labels).toEqual(['Visits']);
    expect(item('Visits')?.detail).toBe('log, import "./lib/logs.vigil"');
    expect(accept('Visits')).toBe('import "./lib/logs.vigil"\n\nmonitor M on Visits');
  });

  it('of an imported file comes alone', async () => {
    const logs = { 'logs.vigil': 'log Visits { source: "v.csv" time: t }\n' };
    const { items } = await complete('import "./logs.vigil"\nmonitor M on <|>', logs);
    expect(items.map(({ label, additionalTextEdits }) => [label, additionalTextEdits])).toEqual([
      ['Visits', undefined],
    ]);
  });

  it('of a file that imports this one would make a circle, and is not offered', async () => {
    const logs = { 'logs.vigil': 'import "./main.vigil"\nlog Visits { source: "v.csv" time: t }\n' };
    expect((await complete('monitor M on <|>', logs)).labels).toEqual([]);
  });
});

describe('snippets', () => {
  it('name what is declared', async () => {
    const { item } = await snippets.complete(spec('runbook Answer { step "Look" by Lead }\n<|>'));
    const { textEdit, insertTextFormat } = item('monitor') ?? {};
    expect(insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(textEdit?.newText).toMatch(/ on \$\{\d:Visits\} \{/);
    expect(textEdit?.newText).toMatch(/ run \$\{\d:Answer\}/);
  });

  it('let choose among several', async () => {
    const { item } = await snippets.complete(
      spec('dataset Later { role: test }\nmonitor M on Visits {\n  every 1 week <|>\n}'),
    );
    expect(item('against')?.textEdit?.newText).toBe('against ${1|Training,Later|}');
  });

  it('keep quotes and brackets when their example is typed over', async () => {
    const { item } = await snippets.complete('product P {\n  <|>\n}');
    expect(item('markets')?.textEdit?.newText).toBe('markets: [${1:US, EU}]');
    const { item: inBlock } = await snippets.complete('product P {\n  intendedUse {\n    <|>\n  }\n}');
    expect(inBlock('statement')?.textEdit?.newText).toMatch(/^statement: "\$\{1:[^"]+\}"$/);
  });

  it('keep the example where nothing is declared', async () => {
    const { item } = await snippets.complete('<|>');
    expect(item('monitor')?.textEdit?.newText).toContain('Discharges');
  });

  it('are plain text for an editor that knows none', async () => {
    const { item } = await complete(spec('<|>'));
    expect(item('monitor')?.textEdit?.newText).toBe('monitor ');
    expect(item('monitor')?.insertTextFormat).toBeUndefined();
  });

  const bodies: readonly [kind: string, marked: string][] = [
    ['a file', '<|>'],
    ['a product', 'product P {\n  <|>\n}'],
    ['a model', 'model N version "2" {\n  <|>\n}'],
    ['a feature', 'model N version "2" {\n  input x : number <|>\n}'],
    ['a log', 'log L {\n  <|>\n}'],
    ['a dataset', 'dataset D {\n  <|>\n}'],
    ['subgroups', 'subgroups S {\n  <|>\n}'],
    ['a monitor', 'monitor M on Visits {\n  <|>\n}'],
    ['a schedule', 'monitor M on Visits {\n  every 1 week <|>\n}'],
    ['a check', 'monitor M on Visits {\n  check sensitivity <|>\n}'],
    ['a chart', 'monitor M on Visits {\n  chart alert_rate <|>\n}'],
    ['a runbook', 'runbook R {\n  <|>\n}'],
    ['a step', 'runbook R {\n  step "x" <|>\n}'],
    ['a hazard', 'hazard H {\n  <|>\n}'],
    ['a change plan', 'changePlan C for Risk {\n  <|>\n}'],
    ['a modification', 'changePlan C for Risk {\n  modification Q {\n    <|>\n  }\n}'],
    ['a trial', 'trial T {\n  <|>\n}'],
    ['an endpoint', 'trial T {\n  endpoint primary e : mean of age, <|>\n}'],
    ['a stopping rule', 'trial T {\n  stop for harm on e : alpha 2.5% <|>\n}'],
    ['a scenario', 'scenario S {\n  <|>\n}'],
    ['a checklist', 'checklist C {\n  <|>\n}'],
    ['an item', 'checklist C {\n  item a <|>\n}'],
    ['a fact', 'oversight {\n  <|>\n}'],
    ['a block', 'product P {\n  intendedUse {\n    <|>\n  }\n}'],
    ['a channel', 'channel C: slack {\n  <|>\n}'],
  ];
  it.each(bodies)('in %s, each can be read where it is taken', async (_, marked) => {
    const { vigil } = createVigilServices(EmptyFileSystem);
    const { labels, accept } = await snippets.complete(spec(marked));
    expect(labels.length).toBeGreaterThan(0);
    const broken = labels.flatMap((label) => {
      const text = accept(label);
      const uri = URI.parse('file:///spec/taken.vigil');
      const { parserErrors, lexerErrors } = vigil.shared.workspace.LangiumDocumentFactory.fromString(
        text,
        uri,
      ).parseResult;
      return parserErrors.length + lexerErrors.length === 0 ? [] : [`${label}: ${parserErrors[0]?.message}`];
    });
    expect(broken).toEqual([]);
  });
});
