import { describe, expect, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { checkMarked } from '../../test-kit/marked-text.js';

const check = textChecker();

describe('fields: one finding, at the field or its value', () => {
  it.each([
    ['dataset D { role: test «colour»: "red" }', "VGL0201 dataset 'D' has no field 'colour'"],
    ['dataset D { «rolle»: test }', "VGL0201 dataset 'D' has no field 'rolle'; did you mean 'role'?"],
    ['person P { «intendedUse» { statement: "x" } }', "VGL0201 person 'P' has no field 'intendedUse'"],
    [
      'changePlan C for Risk { «impact»: "none" }',
      "VGL0201 change plan 'C' has no field 'impact': it is a block, write `impact { … }` without a colon",
    ],
    [
      'changePlan C for Risk { impact { «benefit»: "x" } }',
      "VGL0201 block 'impact' has no field 'benefit'; did you mean 'benefits'?",
    ],
    [
      'model M version "1" { kind: locked code: { repository: "r", «comit»: "c" } output s : probability }',
      "VGL0201 'code' of model 'M' has no field 'comit'; did you mean 'commit'?",
    ],
    [
      'dataset D { role: test «role: tuning» }',
      /^VGL0104 'role' is given twice in dataset 'D': also in line \d+$/,
    ],
    [
      'model M version "1" { kind: locked hyperparameters: { C: 1, «C: 2» } output s : probability }',
      /^VGL0104 'C' is given twice in this record: also in line/,
    ],
    ['log L { source: "l.csv" time: t «time: u» }', /^VGL0104 'time' is given twice in log 'L'/],
    ['person P { name: «42» }', "VGL0203 'name' of person 'P' wants text in quotes; found the number 42"],
    [
      'person P { identityProofed: «"yes"» }',
      "VGL0203 'identityProofed' of person 'P' wants true or false; found text",
    ],
    [
      'log L { source: "l.csv" time: «"seen_at"» }',
      "VGL0203 'time' of log 'L' wants the name of a column, without quotes; found text",
    ],
    [
      'runbook R { step "Look" by Lead sla: «2» }',
      "VGL0207 'sla' of runbook 'R' is a duration: write a unit, e.g. `2 days`",
    ],
    [
      'model M version "1" { kind: «frozen» output s : probability }',
      "VGL0204 'frozen' is no value of 'kind' (possible: locked, adaptive, batchRetrained, rule)",
    ],
    [
      'model M version "1" { kind: «loked» output s : probability }',
      "VGL0204 'loked' is no value of 'kind' (possible: locked, adaptive, batchRetrained, rule); did you mean 'locked'?",
    ],
    [
      'model M version "1" { kind: «"locked"» output s : probability }',
      /^VGL0203 'kind' of model 'M' wants one of the words locked/,
    ],
    [
      'model M version "1" { kind: locked trainedOn: «Trainin» output s : probability }',
      "VGL0101 there is no dataset 'Trainin'; did you mean 'Training'?",
    ],
    [
      'model M version "1" { kind: locked trainedOn: «Lead» output s : probability }',
      "VGL0102 'Lead' is a role; a dataset is wanted here",
    ],
    ['hazard «H» { probability: remote }', "VGL0205 hazard 'H' needs 'severity': how bad the harm would be"],
    [
      'log «L» { source: "l.csv" }',
      "VGL0205 log 'L' needs 'time': the column with the time of the prediction",
    ],
    [
      'channel C: slack { url: «"https://hooks.example.org"» }',
      "VGL0213 'url' of channel 'C' is a secret: write `env \"NAME\"` and keep the value out of the spec",
    ],
    [
      `dataset D { role: test sha256: «"${'0'.repeat(63)}"» }`,
      "VGL0209 'sha256' of dataset 'D' wants the 64 hexadecimal digits of a SHA-256; found 63 digits",
    ],
    [
      `dataset D { role: test sha256: «"${'z'.repeat(64)}"» }`,
      "VGL0209 'sha256' of dataset 'D' wants the 64 hexadecimal digits of a SHA-256; found 'z', which is no hexadecimal digit",
    ],
    [
      'log L { source: "l.csv" time: t timezone: «"Europe/Berlni"» }',
      "VGL0211 'Europe/Berlni' is no time zone of the IANA database; did you mean 'Europe/Berlin'?",
    ],
    [
      'log L { source: "l.csv" time: t timezone: «"+02:00"» }',
      "VGL0211 '+02:00' is no time zone of the IANA database",
    ],
    ['regulatory R { asOf: «2025-02-29» }', "VGL0212 '2025-02-29' is no day of the calendar"],
    [
      'model M version "1" { kind: locked operatingPoint: 0.5 «operatingPoint: 7» output s : probability }',
      /^VGL0104 'operatingPoint' is given twice/,
    ],
    [
      '«retentionPolice» Records { period: 10 years }',
      "VGL0202 'retentionPolice' has no schema (did you mean 'retentionPolicy'?): its fields are kept as written and are not checked",
    ],
  ])('%s', async (spec, finding) => {
    const { findings, found, marked } = await checkMarked(spec, check);
    expect(findings).toEqual([typeof finding === 'string' ? finding : expect.stringMatching(finding)]);
    expect(found).toEqual(marked);
  });
});

describe('nothing is wrong with', () => {
  it.each([
    'role Nobody',
    'dataset D { role: test recency: 2024-02-29 }',
    'log L { source: "l.csv" time: t timezone: "America/Argentina/Buenos_Aires" }',
    'log L { source: "l.csv" time: t timezone: "UTC" shadow: a of Risk shadow: b of Risk }',
    `dataset D { role: test sha256: "${'aF0'.repeat(21)}9" }`,
    'runbook R { step "Look" escalation: Lead owner: "the ward" }',
    'hazard H { severity: minor probability: remote residual: acceptable because "rare" }',
  ])('%s', async (spec) => {
    expect((await checkMarked(spec, check)).findings).toEqual([]);
  });
});

it('a word that begins many declarations without a schema is named once', async () => {
  const { findings } = await checkMarked('weather A { x: 1 }\nweather B { y: 2 }\nclimate C { z: 3 }', check);
  expect(findings.map((each) => each.slice(0, 17))).toEqual(["VGL0202 'weather'", "VGL0202 'climate'"]);
});

it('mends are offered in the text’s own notation', async () => {
  const fixes = async (spec: string) => (await check(spec)).map(({ fix }) => fix?.newText);
  expect(await fixes('model M version "1" { kind: "locked" output s : probability }')).toEqual(['locked']);
  expect(await fixes('person P { name: Ada }')).toEqual(['"Ada"']);
  expect(await fixes('log L { source: "l.csv" time: t timezone: "Europe/Berlni" }')).toEqual([
    '"Europe/Berlin"',
  ]);
});
