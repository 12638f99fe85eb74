import { describe, expect, it } from 'vitest';
import { checkFiles, textChecker } from '../../test-kit/check-text.js';
import { checkMarked } from '../../test-kit/marked-text.js';

describe('files that a spec names', () => {
  const model = (artifact: string): string =>
    `model M version "1" { kind: locked artifact: "${artifact}" output s : probability }`;
  const log = (path: string): string => `log L { source: "${path}" time: t }`;
  const files = { 'a/b/data-1.csv': '', 'models/m.onnx': '', 'x.parquet': '' };
  it.each([
    [model('models/m.onnx'), []],
    [model('models/n.onnx'), ["VGL0911 error model 'M' has no artifact: there is no file 'models/n.onnx'"]],
    [log('x.parquet'), []],
    [log('y.parquet'), ["VGL0912 warning there is no file 'y.parquet' for log 'L' here"]],
    [log('a/b/data-*.csv'), []],
    [log('a/*/data-?.csv'), []],
    [log('a/**/data-1.csv'), []],
    [log('**/data-1.csv'), []],
    [log('a/*/data-2.csv'), ["VGL0912 warning there is no file 'a/*/data-2.csv' for log 'L' here"]],
    [log('absent/*.csv'), ["VGL0912 warning there is no file 'absent/*.csv' for log 'L' here"]],
    ['log L { source: trino "hive.ml.log" time: t }', []],
    [
      'log L { source: "x.parquet" time: t outcomes: "o.csv" joined by id }',
      ["VGL0912 warning there is no file 'o.csv' for log 'L' here"],
    ],
    ['document D { ref: "SOP-12" kind: "procedure" }', []],
    [
      'document D { ref: "docs/a.md" }',
      ["VGL0913 warning 'ref' of document 'D' names 'docs/a.md', and there is no such file"],
    ],
  ])('%s', async (spec, expected) => {
    const found = await checkFiles({ 'main.vigil': `${spec}\n`, ...files });
    expect(found.map(({ code, severity, message }) => `${code} ${severity} ${message}`)).toEqual(expected);
  });

  it('are looked for beside the file that names them, not beside the entry', async () => {
    const spec = { 'main.vigil': 'import "./sub/logs.vigil"\n', 'sub/logs.vigil': `${log('here.csv')}\n` };
    expect(await checkFiles({ ...spec, 'sub/here.csv': '' })).toEqual([]);
    expect((await checkFiles({ ...spec, 'here.csv': '' })).map(({ code }) => code)).toEqual(['VGL0912']);
  });
});

describe('sources, without a file system', () => {
  const check = textChecker();
  it.each([
    ['dataset D { role: test source: «"d.txt"» }', /^VGL0921 cannot tell the format of 'd.txt'/],
    [
      'dataset D { role: test source: «cvs» "d.txt" }',
      "VGL0922 'cvs' is no kind of source (possible: parquet, csv, jsonl, ndjson, trino, fhir); did you mean 'csv'?",
    ],
    ['dataset D { role: test source: «" "» }', "VGL0923 'source' of dataset 'D' names no file"],
    [
      'log L { source: "l.csv" time: t outcomes: «"o.dat"» joined by id }',
      /^VGL0921 .*`outcomes: csv "o.dat"`/,
    ],
  ])('%s', async (spec, finding) => {
    const { findings, found, marked } = await checkMarked(spec, check);
    expect(findings).toEqual([typeof finding === 'string' ? finding : expect.stringMatching(finding)]);
    expect(found).toEqual(marked);
  });

  it.each(['source: csv "d.txt"', 'source: "d.PARQUET"', 'source: "a/d-*.ndjson"'])('%s', async (source) => {
    expect((await checkMarked(`dataset D { role: test ${source} }`, check)).findings).toEqual([]);
  });
});
