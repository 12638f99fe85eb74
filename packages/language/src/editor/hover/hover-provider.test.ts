import { EmptyFileSystem, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { exampleData } from '../../../test-kit/declared-data.js';
import { exampleDeclarations } from '../../diagnostics/example-declarations.js';
import { createVigilServices } from '../../services.js';
import { VigilHover } from './hover-provider.js';

const { vigil } = createVigilServices({ ...EmptyFileSystem, declaredData: exampleData });
const uri = URI.parse('file:///spec/main.vigil');

async function hover(
  marked: string,
  validation = false,
): Promise<{ words: string; over: string } | undefined> {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
  if (LangiumDocuments.hasDocument(uri)) await DocumentBuilder.update([], [uri]);
  const source = exampleDeclarations + marked;
  const document = LangiumDocumentFactory.fromString(source.replace('<|>', ''), uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation });
  const position = document.textDocument.positionAt(source.indexOf('<|>'));
  const found = await new VigilHover(vigil).getHoverContent(document, {
    textDocument: { uri: uri.toString() },
    position,
  });
  if (found === undefined) return undefined;
  return {
    words: (found.contents as MarkupContent).value,
    over: document.textDocument.getText(found.range),
  };
}

const monitor = (statements: string) => `monitor M on Visits { every 1 week ${statements} }`;
const trial = (statements: string) =>
  `trial T { arm control A arm treatment B endpoint primary e : proportion of died ${statements} }`;

it.each<[what: string, marked: string, over: string, words: readonly string[]]>([
  [
    'a metric',
    monitor('check au<|>roc fail < 0.6'),
    'auroc',
    ['**auroc**', '0 to 1', 'higher is better', 'Source:', 'fewer than 20 rows'],
  ],
  [
    'the rows that a metric with these arguments needs',
    monitor('check e<|>ce(bins: 20) fail > 0.1'),
    'ece',
    ['fewer than 200 rows'],
  ],
  ['an argument', monitor('check ece(b<|>ins: 10) fail > 0.1'), 'bins', ['`bins`', '`10` when not given']],
  [
    'the word of an argument',
    monitor('check psi(profile: evi<|>dently) of age fail > 0.1'),
    'evidently',
    ['`profile`', 'Evidently'],
  ],
  [
    'a field',
    'dataset D { ro<|>le: test source: "d.csv" }',
    'role',
    ['**role**: What the data is used for.', '- `test`: performance was measured on it', 'role: reference'],
  ],
  [
    'the items of checklists that a field serves',
    'model N version "1" { sha<|>256: "" }',
    'sha256',
    ['Checklist items it serves', '[gmlp](https://www.imdrf.org/', 'Principle 2'],
  ],
  [
    'a field of a block',
    'product P { intendedUse { us<|>ers: ["nurse"] } }',
    'users',
    ['**users**', 'Checklist items it serves'],
  ],
  ['a block', 'product P { intended<|>Use { } }', 'intendedUse', ['**intendedUse**', '- `statement`:']],
  [
    'an enum word',
    'dataset D { role: te<|>st source: "d.csv" }',
    'test',
    ['`test`: performance was measured on it'],
  ],
  ['a column', monitor('check mean of a<|>ge fail > 60'), 'age', ['input **age**', '0..120', 'unit a']],
  [
    'a column with what the data file says',
    monitor('check mean of a<|>ge fail > 60'),
    'age',
    ['In visits.parquet: whole numbers'],
  ],
  [
    'a column the log uses',
    'log L of Risk { source: "visits.parquet" time: seen<|>_at }',
    'seen_at',
    ['column **seen_at**', 'the `time` of log L', 'In visits.parquet: times'],
  ],
  [
    'a column of a scenario',
    'scenario S { from Training set a<|>ge = age * 2 }',
    'age',
    ['input **age**', 'In training.parquet: whole numbers'],
  ],
  [
    'a source',
    'dataset D { source: "vis<|>its.parquet" }',
    '"visits.parquet"',
    ['60000 rows, 6 columns (seen_at, age, sex, site, score, died)'],
  ],
  [
    'the role of a column',
    'log L of Risk { ti<|>me: seen_at }',
    'time',
    ['**time**', 'The column with the time of the prediction.'],
  ],
  [
    'a log',
    monitor('').replace('Visits', 'Vis<|>its'),
    'Visits',
    ['log **Visits**', 'from visits.parquet', 'time: seen_at', '60000 rows'],
  ],
  [
    'a model',
    'log L of Ri<|>sk { }',
    'Risk',
    ['version 1.0.0, kind locked, operatingPoint 0.2, 2 inputs, 1 output'],
  ],
  [
    'a monitor',
    `${monitor('check auroc fail < 0.6 chart mean of age ewma')}
hazard H { controlled by <|>M }`,
    'M',
    ['monitor **M**', 'on log Visits, every 1 week', '1 check and 1 chart'],
  ],
  [
    'a trial’s endpoint',
    trial('look at final stop for harm on <|>e : spending power(3)'),
    'e',
    ['endpoint **e**', 'primary: proportion of died'],
  ],
  [
    'a subgroup',
    monitor('check auroc gap by ba<|>nd fail > 0.1'),
    'band',
    ['subgroup **band**', 'band = age cut at 40, 65: 3 groups'],
  ],
  ['a percentage', monitor('check missing of age fail > <|>5%'), '5%', ['5% = 0.05']],
  ['a duration', monitor('').replace('1 week', '<|>2 weeks'), '2 weeks', ['2 weeks = 14 days']],
  [
    'a duration of the calendar',
    monitor('').replace('1 week', '1 mo<|>nth'),
    '1 month',
    ['1 month ≈ 30.4 days', 'calendar'],
  ],
  [
    'a limit in words',
    monitor('check sensitivity warn < 0.4 fa<|>il < 30%'),
    'fail',
    ['Fails when Sensitivity is below 30%.', '**fail**'],
  ],
  [
    'a limit on a gap',
    monitor('check sensitivity gap by sex wa<|>rn > 0.05'),
    'warn',
    ['Warns when Sensitivity, gap of groups, is above 5 percentage points.'],
  ],
  [
    'a limit on p',
    monitor('check ks of age fail p <|>< 0.01'),
    '<',
    ['Fails when Two-sample Kolmogorov-Smirnov test has p below 0.01.'],
  ],
  [
    'a limit with a confidence',
    monitor('check auroc fa<|>il < 0.6').replace('1 week', '1 week confidence 95%'),
    'fail',
    ['is below 0.6. Only when the whole 95% interval lies beyond it'],
  ],
  [
    'an adjustment',
    monitor('check ks of age fail p < 0.01 adjust ho<|>lm'),
    'holm',
    ['**holm**', 'Holm S. Scand J Stat 1979'],
  ],
  [
    'the rules of a chart',
    monitor('chart mean of age rules nel<|>son'),
    'nelson',
    ['1. one point beyond 3σ', '8. eight points in a row', 'Nelson LS'],
  ],
  [
    'a spending function',
    trial('stop for harm on e : spending lan_demets<|>_obf'),
    'lan_demets_obf',
    ['2 − 2·Φ(z(α/2) / √t)', 'Lan KKG, DeMets DL. Biometrika 1983'],
  ],
  ['the purpose of a look', trial('look at 50% for fut<|>ility'), 'futility', ['hardly be shown']],
  [
    'a framework',
    'product P { comply with FDA_PC<|>CP }',
    'FDA_PCCP',
    [
      'Predetermined Change Control Plan',
      'Edition `2024.12`: Final guidance, issued 4 Dec 2024, reissued Aug 2025',
      'US · guidance under FD&C Act s.515C',
      'as of 2026-11-20',
      '65 items: 58 structural, 6 evidence, 1 attestation; 1 from memory',
      'read them through QMSR',
      '[Where it is published](https://www.fda.gov/',
      'Not legal advice',
    ],
  ],
  [
    'an item that is waived',
    'waive GMLP.principle_2_eng<|>ineering because "x" approved by Lead until 2027-01-01',
    'principle_2_engineering',
    [
      'item **principle_2_engineering**: Engineering basics: traceability and reproducibility',
      'GMLP 2025.01 · Principle 2 · warning · decided from the spec',
      'Design decisions and reasons are recorded; results can be reproduced and traced.',
      'Satisfied by: model has artifactHash, codeRef',
      '*Checked against: stored copy of the N88 principles read for this work*',
      'In a spec: `model { sha256 }`, `model { code }`, `model { hyperparameters }`, `model { seed }`, `dataset { sha256 }`',
    ],
  ],
  [
    'an item that a person states, from memory',
    'waive DECIDE_AI.item_15_16_dis<|>cussion because "x" approved by Lead until 2027-01-01',
    'item_15_16_discussion',
    ['stated by a person: `clinicalLead`', '*From memory, to be checked before anybody relies on it: '],
  ],
  [
    'an item of a checklist of one’s own',
    'checklist House { item train<|>ed "Nurses are *trained*" cites "Rule 4", "Rule 5" asks "Train." satisfied by "Minutes" because "harm" severity info kind attestation by training for 1 month provenance memory "talk" }',
    'trained',
    [
      'item **trained**: Nurses are \\*trained\\*',
      'House · Rule 4 · Rule 5 · info · stated by a person: `training`, anew after 1 month',
      'Train.',
      'Satisfied by: Minutes',
      'Because harm',
      '*From memory, to be checked before anybody relies on it: talk*',
    ],
  ],
  [
    'a declared checklist, where it is named',
    'checklist House "House rules" { item a requires true } waive Hou<|>se.a because "x" approved by Lead until 2027-01-01',
    'House',
    ['checklist **House**: House rules'],
  ],
  [
    'an item of a declared checklist, where it is named',
    'checklist GMLP { item ours "Ours" requires true } waive GMLP.ou<|>rs because "x" approved by Lead until 2027-01-01',
    'ours',
    ['item **ours**: Ours', 'GMLP · error · decided from the spec'],
  ],
  [
    'a secret',
    'channel C: slack { url: en<|>v "SLACK_URL" }',
    'env',
    ['the only way to name a secret', 'never shown or stored'],
  ],
  [
    'the first word of a declaration',
    'run<|>book R { step "Look" }',
    'runbook',
    ['**runbook**: What to do when a check fails.', '`runbook <name>'],
  ],
  [
    'a statement, at its first word',
    monitor('al<|>arm budget 1 per year'),
    'alarm',
    ['**alarm budget**: How many false alarms', 'alarm budget 1 per year'],
  ],
  ['a statement, at its second word', monitor('alarm bud<|>get 1 per year'), 'budget', ['**alarm budget**']],
  [
    'a clause',
    monitor('').replace('1 week', '1 week ov<|>er last 30 days'),
    'over',
    ['**over last**: The length of a sliding window'],
  ],
  [
    'a clause of a metric in an expression',
    'changePlan C for Risk { modification N { accept when auroc ga<|>p by sex < 0.1 } }',
    'gap',
    ['**gap**: The largest value of the groups minus the smallest.'],
  ],
  [
    'the same word in another statement',
    trial('').replace('proportion of died', 'proportion of died, exp<|>ect 11% against 9%'),
    'expect',
    ['control first, then treatment'],
  ],
  [
    'an expectation of a scenario',
    'scenario S { from Training exp<|>ect all monitors to pass }',
    'expect',
    ['The verdict a monitor'],
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

it('explains what is wrong at a place, and what to do', async () => {
  const found = await hover(monitor('check au<|>rok fail < 0.6'), true);
  expect(found?.over).toBe('aurok');
  expect(found?.words).toMatch(/^\*\*VGL0401\*\* .*What to do: /s);
});

describe('says nothing', () => {
  it.each([
    ['between words', 'role  <|>  R'],
    ['of a title', 'role R "The <|>lead"'],
    ['of a field nobody knows', 'trial T { houseRule<|>: 3 }'],
    ['of the value of a secret', 'channel C: slack { url: env "SLACK_URL" retries<|>: 3 }'],
    ['in a comment', '// au<|>roc'],
    ['of a brace', 'role R <|>{ }'],
    ['of a colon', 'log L of Risk { time <|>: seen_at }'],
  ])('%s', async (_, marked) => {
    expect(await hover(marked)).toBeUndefined();
  });
});

it.each([
  'rol<|>',
  'model { <|>',
  'monitor M on <|>',
  '"<|>',
  'check <|>psi(',
  'monitor M on Visits { check missing fail <|>',
  'monitor M on Visits { check missing fail > <|>',
  'monitor M on Visits { every <|>2',
  'trial T { endpoint <|>primary',
  'subgroups S { a = <|>',
  'log L { time: <|>',
  'product P { comply with <|>@2',
  'waive GMLP.<|>',
  'waive GMLP.principle_2_<|>',
  'checklist House { item <|>a cites, asks kind attestation by for provenance',
  '<|>',
])('survives a half-typed text: %s', async (marked) => {
  await expect(hover(marked)).resolves.not.toThrow();
});
