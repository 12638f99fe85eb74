import { EmptyFileSystem, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { canonicalSpec } from '../../../test-kit/canonical-spec.js';
import { textChecker } from '../../../test-kit/check-text.js';
import { declaredData, exampleData } from '../../../test-kit/declared-data.js';
import { checkMarked } from '../../../test-kit/marked-text.js';
import { createVigilServices } from '../../services.js';

const log = (statements: string, source = 'log.csv'): string =>
  `log L of Risk { source: "${source}" ${statements} }`;
const columns = {
  seen_at: 'timestamp',
  age: 'integer',
  sex: 'text',
  score: 'number',
  died: 'boolean',
} as const;
const data = declaredData({
  'training.parquet': { columns: { age: 'integer', sex: 'text', score: 'number' } },
  'visits.parquet': { columns },
  'log.csv': { columns },
  'typed.parquet': { columns: { ...columns, seen_at: 'text', died: 'text', age: 'text' } },
  'guessed.csv': { columns: { ...columns, seen_at: 'text', died: 'text', age: 'text' } },
  'digits.parquet': { columns: { ...columns, seen_at: 'integer', age: 'timestamp', sex: 'integer' } },
  'empty.csv': { columns: { seen_at: 'unknown', age: 'unknown', sex: 'unknown', score: 'unknown' } },
  'narrow.parquet': { columns: { seen_at: 'timestamp', sex: 'text', risk: 'number' } },
  'open.jsonl': { columns: { seen_at: 'timestamp' }, more: { open: true } },
  'some.parquet': { columns, more: { partial: ['late'] } },
  'deep.parquet': {
    columns: { ...columns },
    nested: [
      { name: 'codes', fields: ['codes.a', 'codes.b', 'codes.c', 'codes.d'] },
      { name: 'tags', fields: [] },
    ],
  },
  'outcomes.csv': { columns: { id: 'text', died: 'integer', known_at: 'timestamp' } },
  'ids.csv': { columns: { ...columns, id: 'text' } },
  'broken.csv': 'The file is empty.',
});
const check = textChecker(data);
const rest = 'time: seen_at prediction: score';

describe('what the data does not have: one finding, at the name', () => {
  it.each([
    [
      log('time: «seenat» prediction: score'),
      "VGL0311 'log.csv' has no column 'seenat' (the `time` of log 'L'); did you mean 'seen_at'?",
    ],
    [log(`${rest} id: «patient»`), /^VGL0311 .* has no column 'patient' \(the `id` of log 'L'\)$/],
    [log(`${rest} label: died available «known»`), /^VGL0311 .*the time the label of log 'L' is known/],
    [
      log(`${rest} arm: «grp» outcomes: "outcomes.csv"  id: id`, 'ids.csv'),
      /^VGL0311 'ids.csv' or 'outcomes.csv' has no column 'grp'/,
    ],
    [
      log(`${rest} id: id outcomes: "outcomes.csv" joined by «nr»`, 'outcomes.csv').replace(
        rest,
        'time: known_at prediction: id',
      ),
      /^VGL031/,
      'several',
    ],
    [
      `model M version "1.0.0" { kind: locked input sex : category ["f"] input «weight» : number output s : probability }\nlog L of M { source: "log.csv" time: seen_at prediction: score }`,
      "VGL0311 'log.csv' has no column 'weight' (input 'weight' of model 'M')",
    ],
    [
      'subgroups S { site = «ward» in ["A", "B"] }\nmonitor M on Visits { every 1 month by site check auroc fail < 0.6 }',
      /^VGL0311 'visits.parquet' has no column 'ward' \(subgroup 'site' of monitor 'M'\)/,
    ],
    [
      'scenario S { from Training set «agge» = age * 2 expect all monitors to pass }',
      /^VGL0311 'training.parquet' has no column 'agge' \(what scenario 'S' changes\); did you mean 'age'\?$/,
    ],
    [
      'scenario S { from Training set age = «agge» * 2 expect all monitors to pass }',
      /^VGL0311 .*'agge'.*; did you mean 'age'\?$/,
    ],
    [
      'log T { source: "log.csv" time: seen_at arm: sex }\ntrial N {\n arm control A arm treatment B allocate 1:1 by «patient» stratified by «place»\n log T\n endpoint primary e : proportion of «dead», superiority, expect 11% against 9%\n alpha 2.5% one-sided power 90%\n}',
      /^VGL0311/,
      'several',
    ],
    [
      'dataset Small { role: reference source: "narrow.parquet" }\nmonitor M on Visits { every 1 month against «Small» check psi of all inputs fail > 0.2 check ks of score fail p < 0.01 }',
      "VGL0314 dataset 'Small' has no column 'age', 'score', which monitor 'M' compares with it",
    ],
    [
      'log U { source: "log.csv" time: seen_at }\nmonitor M on U { every 1 month check missing of «weigth» fail > 5% }',
      /^VGL0311 'log.csv' has no column 'weigth' \(a column of `missing`\)$/,
    ],
  ])('%s', async (marked, message, several = '') => {
    const { findings, found, marked: wanted } = await checkMarked(marked, check);
    const matching = typeof message === 'string' ? message : (expect.stringMatching(message) as string);
    if (several === '') {
      expect(findings).toEqual([matching]);
      expect(found).toEqual(wanted);
    } else {
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) expect(finding).toEqual(matching);
      expect(found).toEqual(expect.arrayContaining(wanted));
    }
  });
});

describe('what the data holds otherwise', () => {
  it.each([
    [
      log('time: «age» prediction: score'),
      "VGL0313 'age' is the `time` of log 'L' and should hold times; 'log.csv' holds whole numbers there",
    ],
    [
      log(`time: «seen_at» prediction: score`, 'digits.parquet').replace('of Risk ', ''),
      /^VGL0313 .*whole numbers/,
    ],
    [log(`${rest} label: «died»`, 'guessed.csv').replace('of Risk ', ''), /^VGL0313/, 'several'],
    [
      log('time: seen_at prediction: «sex»'),
      /^VGL0313 'sex' is the `prediction` .* numbers; 'log.csv' holds text/,
    ],
    [
      log(`${rest} subject: «codes»`, 'deep.parquet'),
      /^VGL0312 'codes' in 'deep.parquet' is nested \(codes.a, codes.b, codes.c, …\) .*: flatten it$/,
    ],
    [log(`${rest} subject: «tags»`, 'deep.parquet'), /^VGL0312 'tags' .* is nested \(several values\)/],
    [
      'subgroups S { band2 = «sex» cut at 1 }\nmonitor M on U { every 1 month by band2 check missing of age fail > 5% }\nlog U { source: "log.csv" time: seen_at }',
      /^VGL0313 'sex' is subgroup 'band2' of monitor 'M' and should hold numbers/,
    ],
    [
      'dataset D { role: test source: «"broken.csv"» }',
      "VGL0914 'broken.csv' of dataset 'D' is there but cannot be read: The file is empty.",
    ],
  ])('%s', async (marked, message, several = '') => {
    const { findings, found, marked: wanted } = await checkMarked(marked, check);
    const matching = typeof message === 'string' ? message : (expect.stringMatching(message) as string);
    if (several === '') expect(findings).toEqual([matching]);
    expect(findings).toContainEqual(matching);
    expect(found).toEqual(expect.arrayContaining(wanted));
  });
});

describe('is right, or nobody can tell', () => {
  it.each([
    log(rest),
    log(`${rest} label: died`, 'log.csv'),
    // Texts of a Parquet file may be times, and yes and no; a format may read digits as a time.
    log(`${rest} label: died`, 'typed.parquet').replace('of Risk ', ''),
    log(`time: seen_at timeFormat: "%Y%m%d" prediction: score`, 'digits.parquet').replace('of Risk ', ''),
    // Nothing is known of a column whose values are all missing.
    log(rest, 'empty.csv'),
    // A score under another name, and features that need not be there.
    'model M version "1.0.0" { kind: locked input sex : category ["f"] input w : number optional output s : probability }\nlog L of M { source: "narrow.parquet" time: seen_at prediction: risk }',
    // Beyond the sample there may be more; some files have it.
    log(`${rest} id: encounter`, 'open.jsonl'),
    log(`${rest} id: late`, 'some.parquet'),
    // A text may mean "missing".
    'model M version "1.0.0" { kind: locked input age : number missing "?" output score : probability }\nlog L of M { source: "guessed.csv" time: died timeFormat: "%d" prediction: score }',
    // Labels come from the outcomes.
    log(`${rest} id: id label: died available known_at outcomes: "outcomes.csv" joined by id`, 'ids.csv'),
    log(`${rest} label: late_known`, 'absent.csv'),
    'monitor M on Visits { every 1 month against Training check psi of all inputs fail > 0.2 check psi of score fail > 0.2 }',
  ])('%s', async (text) => {
    const { findings } = await checkMarked(text, check);
    // Whether somebody answers, and whether the numbers make sense, is another matter.
    expect(findings.filter((finding) => /^VGL(03|09)/.test(finding))).toEqual([]);
  });
});

it('a nearer name is offered as a fix', async () => {
  const { vigil } = createVigilServices({ ...EmptyFileSystem, declaredData: data });
  const document = vigil.shared.workspace.LangiumDocumentFactory.fromString(
    'log L { source: "log.csv" time: seenat }',
    URI.parse('file:///spec/main.vigil'),
  );
  vigil.shared.workspace.LangiumDocuments.addDocument(document);
  await vigil.shared.workspace.DocumentBuilder.build([document], { validation: true });
  expect(document.diagnostics?.map((each) => each.data)).toMatchObject([
    { code: 'VGL0311', fix: { newText: 'seen_at' } },
  ]);
});

it('no end of the canonical example makes a check throw', async () => {
  const text = canonicalSpec['main.vigil']!;
  const checkCanonical = textChecker(exampleData);
  for (let end = 0; end < text.length; end += 97) {
    const found = await checkCanonical(text.slice(0, end));
    expect(found.filter(({ message }) => /error occurred/i.test(message))).toEqual([]);
  }
});
