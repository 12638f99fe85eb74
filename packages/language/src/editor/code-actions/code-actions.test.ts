import { EmptyFileSystem, type LangiumDocument, TextDocument, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { exampleDeclarations } from '../../diagnostics/example-declarations.js';
import { messageTable } from '../../diagnostics/message-table.js';
import type { DiagnosticData } from '../../diagnostics/reporter.js';
import { createVigilServices } from '../../services.js';

const { vigil } = createVigilServices(EmptyFileSystem);
const uri = URI.parse('file:///spec/main.vigil');

async function opened(text: string): Promise<LangiumDocument> {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
  if (LangiumDocuments.hasDocument(uri)) await DocumentBuilder.update([], [uri]);
  const document = LangiumDocumentFactory.fromString(text, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  return document;
}

async function actionsFor(document: LangiumDocument, message: string): Promise<CodeAction[]> {
  const diagnostics = (document.diagnostics ?? []).filter(
    ({ data }) => (data as DiagnosticData | undefined)?.message === message,
  );
  const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const actions = await vigil.lsp.CodeActionProvider?.getCodeActions(document, {
    textDocument: { uri: uri.toString() },
    range,
    context: { diagnostics, only: ['quickfix'] },
  });
  return (actions ?? []) as CodeAction[];
}

function applied(document: LangiumDocument, action: CodeAction | undefined): string {
  const edits: TextEdit[] = action?.edit?.changes?.[uri.toString()] ?? [];
  return TextDocument.applyEdits(document.textDocument, edits);
}

const monitor = (body: string) => `monitor Drift on Visits { every 1 week ${body} }`;
const trial = (body: string) => `trial Call {
  arm control Usual
  arm treatment Guided
  endpoint primary died : proportion of died, lower is better, superiority, expect 11% against 9%
${body}
}`;

const answered = `runbook Answer { step "Look" by Lead }
monitor Other on Visits { every 1 month check brier fail > 0.2 on fail run Answer }`;
const adaptive = (label: string, body: string) => `model Next version "2.0.0" {
  kind: adaptive
  input age : number
  output score : probability
}
log Later of Next { source: "visits.parquet" time: seen_at prediction: score ${label} }
monitor Quality on Later { ${body} }`;

describe('a quick fix mends what it is offered for', () => {
  it.each<[message: keyof typeof messageTable, before: string, title: string, after: string]>([
    [
      'unknownMetric',
      monitor('check auroq fail < 0.6'),
      "Replace by 'auroc'",
      monitor('check auroc fail < 0.6'),
    ],
    [
      'hiddenCharacter',
      'role Owner "Clinical\u200B lead"',
      'Remove U+200B ZERO WIDTH SPACE',
      'role Owner "Clinical lead"',
    ],
    [
      'hiddenCharacter',
      'role Ow\u2060ner "Clinical\u200B \u202Elead" // \u2066x',
      'Remove all hidden characters of this file',
      'role Owner "Clinical lead" // x',
    ],
    [
      'missingField',
      'log Other of Risk { source: "other.parquet" id: key }',
      "Add 'time: event_time'",
      'log Other of Risk { source: "other.parquet"  time: event_time id: key }',
    ],
    [
      'missingStatement',
      'monitor M on Visits {\n  check volume fail < 5\n}',
      "Add 'every 1 month'",
      'monitor M on Visits {\n  check volume fail < 5\n  every 1 month\n}',
    ],
    [
      'missingUnit',
      'retentionPolicy R { period: 10 }',
      "Write '10 years'",
      'retentionPolicy R { period: 10 years }',
    ],
    [
      'missingTarget',
      monitor('check missing fail > 5%'),
      "Add 'of all inputs'",
      monitor('check missing of all inputs fail > 5%'),
    ],
    [
      'missingReference',
      monitor('check psi of age fail > 0.2'),
      "Add 'against Training'",
      'monitor Drift on Visits { every 1 week against Training check psi of age fail > 0.2 }',
    ],
    [
      'chartWithoutMethod',
      monitor('chart mean of age'),
      "Add 'rules nelson'",
      monitor('chart mean of age rules nelson'),
    ],
    [
      'wrongDirection',
      monitor('check auroc fail > 0.6'),
      "Turn into '< 0.6'",
      monitor('check auroc fail < 0.6'),
    ],
    [
      'secretInClear',
      'channel Night: slack { url: "https://hooks" }',
      `Replace by 'env "NIGHT_URL"'`,
      'channel Night: slack { url: env "NIGHT_URL" }',
    ],
    [
      'duplicateField',
      'dataset D {\n  role: test\n  source: "d.csv"\n  role: test\n}',
      'Remove this field',
      'dataset D {\n  role: test\n  source: "d.csv"\n}',
    ],
    [
      'noFinalLook',
      trial(
        '  alpha 2.5% one-sided\n  look at 50% for efficacy\n  stop for efficacy on died : spending lan_demets_obf',
      ),
      "Add 'look at final for efficacy'",
      trial(
        '  alpha 2.5% one-sided\n  look at 50% for efficacy\n  stop for efficacy on died : spending lan_demets_obf\n  look at final for efficacy',
      ),
    ],
    [
      'lookWithoutRule',
      trial(
        '  alpha 2.5% one-sided\n  look at 50% for efficacy, futility\n  look at final for efficacy\n  stop for efficacy on died : spending lan_demets_obf',
      ),
      "Add 'stop for futility on died : spending hsd(-2) non-binding'",
      trial(
        '  alpha 2.5% one-sided\n  look at 50% for efficacy, futility\n  look at final for efficacy\n  stop for efficacy on died : spending lan_demets_obf\n  stop for futility on died : spending hsd(-2) non-binding',
      ),
    ],
    [
      'emptyRunbook',
      'runbook R {\n}',
      `Add 'step "Verify the data feed" within 4 hours'`,
      'runbook R {\n  step "Verify the data feed" within 4 hours\n}',
    ],
    [
      'unknownName',
      'runbook R { step "Look" by Nurse }',
      "Declare role 'Nurse'",
      'runbook R { step "Look" by Nurse }\n\nrole Nurse "Clinical safety lead"',
    ],
    [
      'unknownName',
      monitor('check auroc fail < 0.6 on fail run Answer'),
      "Declare runbook 'Answer'",
      `${monitor('check auroc fail < 0.6 on fail run Answer')}

runbook Answer "When inputs or performance drift" {
  step "Verify the data feed" by Lead within 4 hours
  step notify Oncall
}`,
    ],
    [
      'unknownName',
      monitor('check auroc fail < 0.6 on fail notify Night'),
      "Declare channel 'Night'",
      `${monitor('check auroc fail < 0.6 on fail notify Night')}

channel Night: slack { url: env "SLACK_WEBHOOK_URL" }`,
    ],
    [
      'unknownName',
      'document Manual { owner: Writers }',
      "Declare team 'Writers'",
      'document Manual { owner: Writers }\n\nteam Writers {\n  disciplines: [clinical, dataScience, software, quality]\n}',
    ],
    [
      'unknownName',
      `${answered}\nhazard H "A patient is missed" { severity: minor probability: remote controlled by Watch }`,
      "Declare monitor 'Watch'",
      `${answered}\nhazard H "A patient is missed" { severity: minor probability: remote controlled by Watch }

monitor Watch on Visits {
  every 1 month
  check auroc fail < 0.60
  on fail run Answer
}`,
    ],
    [
      'unansweredMonitor',
      `${answered}\nmonitor M on Visits {\n  every 1 week\n  check auroc fail < 0.6 // the rest\n}`,
      "Add 'on fail run Answer'",
      `${answered}\nmonitor M on Visits {\n  every 1 week\n  check auroc fail < 0.6 // the rest\n  on fail run Answer\n}`,
    ],
    [
      'unansweredMonitor',
      `${answered}\nmonitor M on Visits { every 1 week check auroc fail < 0.6 }`,
      "Begin runbook 'MResponse', and run it",
      `${answered}
monitor M on Visits { every 1 week check auroc fail < 0.6  on fail run MResponse }

runbook MResponse "When inputs or performance drift" {
  step "Verify the data feed" by Lead within 4 hours
  step notify Oncall
}`,
    ],
    [
      'unmonitoredInputs',
      adaptive('label: died', 'every 1 week against Training check auroc fail < 0.7'),
      "Add 'check psi of all inputs warn > 0.1 fail > 0.2' to monitor 'Quality'",
      adaptive(
        'label: died',
        'every 1 week against Training check auroc fail < 0.7  check psi of all inputs warn > 0.1 fail > 0.2',
      ),
    ],
    [
      'unmeasuredPerformance',
      adaptive('label: died', 'every 1 week check missing of age fail > 5%'),
      "Add 'check auroc fail < 0.60' to monitor 'Quality'",
      adaptive('label: died', 'every 1 week check missing of age fail > 5%  check auroc fail < 0.60'),
    ],
    [
      'unreachableItem',
      'checklist C {\n  item one "One"\n}',
      "Add 'requires …'",
      'checklist C {\n  item one "One"\n    requires false\n}',
    ],
  ])('%s', async (message, before, title, after) => {
    const document = await opened(`${exampleDeclarations}${before}\n`);
    const actions = await actionsFor(document, message);
    const action = actions.find((each) => each.title === title);
    expect(action, actions.map((each) => each.title).join(', ')).toBeDefined();
    const text = applied(document, action);
    expect(text).toBe(`${exampleDeclarations}${after}\n`);
    const mended = await opened(text);
    expect((mended.diagnostics ?? []).map(({ code }) => code)).not.toContain(messageTable[message].code);
  });
});

it('only kinds of declaration that can be meant are offered', async () => {
  const text = 'hazard H "A patient is missed" { severity: minor probability: remote controlled by Watch }';
  const document = await opened(`${exampleDeclarations}${text}\n`);
  const titles = (await actionsFor(document, 'unknownName')).map(({ title }) => title);
  expect(titles).toEqual(["Declare monitor 'Watch'", "Declare runbook 'Watch'"]);
});

it('no check of performance is offered where the log has no outcome', async () => {
  const text = adaptive('', 'every 1 week check missing of age fail > 5%');
  const document = await opened(`${exampleDeclarations}${text}\n`);
  expect(await actionsFor(document, 'unmeasuredPerformance')).toEqual([]);
});

describe('a name that another file declares', () => {
  async function withFiles(files: Readonly<Record<string, string>>, text: string): Promise<LangiumDocument> {
    const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
    const known = LangiumDocuments.all.map((each) => each.uri).toArray();
    await DocumentBuilder.update([], known);
    const documents = Object.entries({ ...files, 'main.vigil': text }).map(([path, content]) =>
      LangiumDocumentFactory.fromString(content, URI.parse(`file:///spec/${path}`)),
    );
    for (const each of documents) LangiumDocuments.addDocument(each);
    await DocumentBuilder.build(documents, { validation: true });
    return documents.at(-1)!;
  }
  const files = {
    'people/roles.vigil': 'role Nurse "Nurse"',
    'other.vigil': 'hazard Nurse "No role"',
    'above.vigil': 'import "./main.vigil"\nrole Nurse "Imports this file"',
  };

  it('is imported from it', async () => {
    const document = await withFiles(files, 'runbook R { step "Look" by Nurse }\n');
    const actions = await actionsFor(document, 'unknownName');
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Import \'Nurse\' from "./people/roles.vigil"', true],
      ["Declare role 'Nurse'", undefined],
    ]);
    const text = applied(document, actions[0]);
    expect(text).toBe('import "./people/roles.vigil"\n\nrunbook R { step "Look" by Nurse }\n');
    expect((await withFiles(files, text)).diagnostics?.map(({ code }) => code)).not.toContain('VGL0101');
  });

  it('is imported for a field, too', async () => {
    const document = await withFiles(files, 'document Manual { owner: Nurse }\n');
    const titles = (await actionsFor(document, 'unknownName')).map(({ title }) => title);
    expect(titles).toContain('Import \'Nurse\' from "./people/roles.vigil"');
    expect(titles.join()).not.toMatch(/other|above/);
    await withFiles({}, '');
  });
});

describe('rewrites', () => {
  async function rewritten(marked: string): Promise<Record<string, string>> {
    const cursor = marked.indexOf('<|>');
    const document = await opened(marked.replace('<|>', ''));
    const at = document.textDocument.positionAt(cursor);
    const actions = (await vigil.lsp.CodeActionProvider?.getCodeActions(document, {
      textDocument: { uri: uri.toString() },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['refactor'] },
    })) as CodeAction[];
    return Object.fromEntries(actions.map((action) => [action.title, applied(document, action)]));
  }

  it.each([
    ['0.<|>05', 'Write as 5%', '5%'],
    ['0.<|>07', 'Write as 7%', '7%'],
    ['0.0<|>025', 'Write as 0.25%', '0.25%'],
    ['1<|>0%', 'Write as 0.1', '0.1'],
    ['0.<|>7%', 'Write as 0.007', '0.007'],
  ])('%s: %s', async (before, title, after) => {
    const around = (number: string) =>
      `monitor M on Visits { every 1 week check missing of a fail > ${number} }`;
    expect(await rewritten(around(before))).toEqual({ [title]: around(after) });
  });

  it('leave numbers that are no shares', async () => {
    expect(await rewritten('monitor M on Visits { every 1 week check volume fail < 5<|>0 }')).toEqual({});
  });

  it('sort fields with their comments, and leave other statements where they are', async () => {
    const text = `dataset D {
  // how near to persons
  identifiability: deidentified // by hash
  source: "d.csv"
  role: te<|>st\r
}`;
    expect(await rewritten(text)).toEqual({
      "Sort the fields of dataset 'D' as in the manual": `dataset D {
  role: test
  source: "d.csv"
  // how near to persons
  identifiability: deidentified // by hash\r
}`,
    });
  });
});
