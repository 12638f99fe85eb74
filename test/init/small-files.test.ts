import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linearModel } from '../models/tiny-onnx.js';
import { folder, type Outcome, report, vigil } from '../vigil.js';

/** 600 rows over half a year; every third has the outcome, more often where the score is high. */
function rows(cells: (row: number) => readonly string[]): string {
  return Array.from({ length: 600 }, (_, row) => {
    const at = new Date(Date.UTC(2024, 0, 1) + row * 7.3 * 3_600_000).toISOString();
    const score = (((row * 37) % 100) + 0.5) / 100;
    const outcome = (row * 53) % 100 < score * 66 ? 1 : 0;
    return [at, String(score), String(outcome), ...cells(row)].join(',');
  }).join('\n');
}
const csv = (head: string, cells: (row: number) => readonly string[]) =>
  `time,score,outcome${head}\n${rows(cells)}\n`;

interface Written extends Outcome {
  readonly cwd: string;
  readonly text: string;
}

function init(files: Parameters<typeof folder>[0], ...args: readonly string[]): Written {
  const cwd = folder(files);
  const outcome = vigil(['init', '--output', 'first.vigil', ...args], { cwd });
  const file = join(cwd, 'first.vigil');
  return { ...outcome, cwd, text: existsSync(file) ? readFileSync(file, 'utf8') : '' };
}

/** What every spec that is written keeps: no finding, and a run without a problem. */
function expectUsable({ cwd, status, stderr }: Written): void {
  expect(stderr).toContain('wrote first.vigil');
  expect(status).toBe(0);
  expect(vigil(['check', 'first.vigil'], { cwd }).stdout).toBe('first.vigil: no problems\n');
  const { problems, summary } = report(vigil(['run', 'first.vigil', '--format', 'json'], { cwd }));
  expect(problems).toEqual([]);
  expect(summary.fail).toBe(0);
}

describe('a log alone', () => {
  it('may have columns with names that are no identifiers', () => {
    const head = ',"Heart Rate (bpm)",größe,"a ""quoted"" one",pulse 💓,a`tick,time zone,all,inputs';
    const written = init(
      {
        'log.csv': csv(head, (row) => [
          `${60 + (row % 40)}`,
          `${150 + (row % 50)}`,
          `${row % 7}`,
          `${row % 5}`,
          `${row}`,
          `${row % 3}`,
          `${row % 9}`,
          `${row % 4}`,
        ]),
      },
      '--log',
      'log.csv',
    );
    expectUsable(written);
    for (const column of [
      '`Heart Rate (bpm)`',
      '`größe`',
      '`a "quoted" one`',
      '`pulse 💓`',
      '`time zone`',
      'all',
      'inputs',
    ])
      expect(written.text).toContain(`  input ${column} `);
    expect(written.text).toContain('a`tick: the language cannot write this name; rename the column');
    expect(written.text).toContain('unit "/min"');
  });

  it('may have constant columns, and columns without a value', () => {
    const written = init(
      { 'log.csv': csv(',constant,empty,nothing', () => ['5', '', 'NA']) },
      '--log',
      'log.csv',
    );
    expectUsable(written);
    expect(written.text).toContain('input constant "Constant" : integer 5..5');
    expect(written.text).toContain('empty, nothing: it has no value in any row');
  });

  it('may have missing values by a marker of its own', () => {
    const written = init(
      {
        'log.csv': csv(',lactate,ward,pulse', (row) => [
          row % 4 ? `${row % 9}.5` : '?',
          row % 5 ? 'icu' : 'NA',
          row % 6 ? `${row % 80}` : '-1',
        ]),
      },
      '--log',
      'log.csv',
    );
    expectUsable(written);
    expect(written.text).toContain('input lactate "Lactate" : number 0.5..8.5 optional missing "?"');
    expect(written.text).toContain('input ward "Ward" : category ["icu"] optional missing "NA"');
    expect(written.text).toContain('input pulse "Pulse" : integer 0..80 optional missing -1');
  });

  it('may be JSON Lines', () => {
    const lines = Array.from({ length: 300 }, (_, row) => ({
      ts: `2024-01-${String(1 + Math.floor(row / 10)).padStart(2, '0')}T0${row % 10}:00:00Z`,
      probability: ((row * 37) % 100) / 100,
      died: row % 5 === 0,
      ward: ['A', 'B', 'C'][row % 3],
      sex: row % 2 ? 'f' : 'm',
    }));
    const written = init(
      { 'log.jsonl': `${lines.map((line) => JSON.stringify(line)).join('\n')}\n` },
      '--log',
      'log.jsonl',
    );
    expectUsable(written);
    expect(written.text).toContain('label: died');
    expect(written.text).toContain('context sex "Sex" : category ["f", "m"]');
  });

  it('may have one row, of which nothing but ranges is told', () => {
    const written = init(
      { 'log.csv': 'time,score,age\n2024-01-01T00:00:00Z,0.4271,63.7\n' },
      '--log',
      'log.csv',
    );
    expectUsable(written);
    for (const cell of ['0.4271', '0.427', '63.7', '63']) expect(written.text).not.toContain(cell);
  });

  it('may hold several versions of a model, written like numbers', () => {
    const written = init(
      { 'log.csv': csv(',model_version,x', (row) => [row < 200 ? '1.0' : '1.10', `${row % 10}`]) },
      '--log',
      'log.csv',
    );
    expect(written.text).toContain('version "1.10"');
    expect(written.text).toContain('version "1.0"');
    const run = report(vigil(['run', 'first.vigil', '--format', 'json'], { cwd: written.cwd }));
    expect(run.problems).toEqual([]);
  });

  it('may hold no score', () => {
    const written = init(
      {
        'log.csv': `time,age,x\n${Array.from({ length: 300 }, (_, row) => `2024-01-${String(1 + (row % 28)).padStart(2, '0')},${row % 90},${row % 7}`).join('\n')}\n`,
      },
      '--log',
      'log.csv',
    );
    expectUsable(written);
    expect(written.text).not.toContain('output ');
  });

  it('without a time makes a spec without monitors, and says so', () => {
    const written = init({ 'log.csv': 'a,b\n1,2.5\n2,3.5\n' }, '--log', 'log.csv');
    expectUsable(written);
    expect(written.stderr).toContain(
      'no log and no monitors (no column holds the time of the prediction; name it with --time)',
    );
    expect(written.text).not.toContain('\nlog ');
  });

  it('gives no cell of columns that lead to people', () => {
    const written = init(
      {
        'log.csv': csv(',patient_name,mrn,notes,zip', (row) => [
          'Ada Lovelace',
          `${7_000_001 + (row % 3)}`,
          'fell at home',
          '02139',
        ]),
      },
      '--log',
      'log.csv',
    );
    expectUsable(written);
    for (const cell of ['Lovelace', '7000001', 'fell', '02139']) {
      expect(written.text).not.toContain(cell);
      expect(written.stderr).not.toContain(cell);
    }
  });
});

describe('a model', () => {
  const model = linearModel({
    metadata: { features: 'age,lactate', model_name: 'sepsis-alert', model_version: '3.1' },
  });

  it('alone makes a spec of what its file says', () => {
    const written = init({ 'm.onnx': Buffer.from(model) }, '--model', 'm.onnx');
    expectUsable(written);
    expect(written.text).toContain('model SepsisAlertModel "Sepsis alert" version "3.1" {');
    expect(written.text).toContain('input age "Age" : number\n  input lactate "Lactate" : number\n');
  });

  it('takes columns that the log lacks as optional', () => {
    const written = init(
      { 'm.onnx': Buffer.from(model), 'log.csv': csv(',age', (row) => [`${row % 90}`]) },
      '--model',
      'm.onnx',
      '--log',
      'log.csv',
    );
    expectUsable(written);
    expect(written.text).toContain('input lactate "Lactate" : number optional');
  });

  it('that does not give the logged scores is told of', () => {
    const written = init(
      {
        'm.onnx': Buffer.from(model),
        'log.csv': csv(',age,lactate', (row) => [`${row % 90}`, `${row % 8}`]),
      },
      '--model',
      'm.onnx',
      '--log',
      'log.csv',
    );
    expectUsable(written);
    expect(written.stderr).toContain(
      'the model file does not give the logged scores again: is it the right file?',
    );
    expect(written.text).not.toContain('check rescore');
  });
});

describe('a reference beside a log', () => {
  it('is what drift is measured against, also where it has no time', () => {
    const reference = csv(',x', (row) => [`${row % 10}`])
      .split('\n')
      .map((line) => line.split(',').slice(1).join(','))
      .join('\n');
    const written = init(
      { 'log.csv': csv(',x', (row) => [`${row % 10}`]), 'reference.csv': reference },
      '--log',
      'log.csv',
      '--reference',
      'reference.csv',
    );
    expectUsable(written);
    expect(written.text).toContain('against Reference');
    expect(written.text).toContain('Not calibrated, for want of windows');
  });
});

describe('options', () => {
  const log = csv(',risk2,dead', (row) => [`${((row * 17) % 100) / 100}`, `${row % 6 === 0 ? 1 : 0}`]);

  it('say which column plays which role, and the threshold', () => {
    const written = init(
      { 'log.csv': log },
      ...[
        '--log',
        'log.csv',
        '--prediction',
        'risk2',
        '--outcome',
        'dead',
        '--threshold',
        '0.6',
        '--name',
        'Ward Watch',
        '--yes',
      ],
    );
    expect(written.text).toContain('product WardWatch "Ward Watch" {');
    expect(written.text).toContain('prediction: risk2\n');
    expect(written.text).toContain('label: dead\n');
    expect(written.text).toContain('operatingPoint: 0.6\n');
    expect(written.text).toContain('check sensitivity ');
  });

  it('do not overwrite a file without --force', () => {
    const cwd = folder({ 'log.csv': log, 'mine.vigil': '// mine\n' });
    const refused = vigil(['init', '--log', 'log.csv', '--output', 'mine.vigil'], { cwd });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toBe(
      'error: mine.vigil is there already; give --force to overwrite it, or --output for another file\n',
    );
    expect(readFileSync(join(cwd, 'mine.vigil'), 'utf8')).toBe('// mine\n');
    expect(vigil(['init', '--log', 'log.csv', '--output', 'mine.vigil', '--force'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'mine.vigil'), 'utf8')).toContain('log Predictions');
  });

  it('write to standard output nothing but the spec, and no file', () => {
    const cwd = folder({ 'log.csv': log });
    const { stdout, status } = vigil(['init', '--log', 'log.csv', '--stdout'], { cwd });
    expect(status).toBe(0);
    expect(existsSync(join(cwd, 'log.vigil'))).toBe(false);
    writeFileSync(join(cwd, 'copy.vigil'), stdout);
    expect(vigil(['check', 'copy.vigil'], { cwd }).stdout).toBe('copy.vigil: no problems\n');
  });

  it.each([
    [[], 'nothing to start from: give --model, --log or --reference'],
    [['--log', 'absent.csv'], "file 'absent.csv' does not exist"],
    [['--log', 'empty.csv'], "file 'empty.csv' is empty (0 bytes)"],
    [['--log', 'header.csv'], "the log 'header.csv' has columns but no row"],
    [['--log', 'log.txt'], "cannot tell the format of the log 'log.txt'"],
    [['--model', 'log.csv'], "the model 'log.csv' cannot be read: it is truncated or not an ONNX file"],
    [['--model', 'absent.onnx'], "there is no readable model file 'absent.onnx'"],
    [['--log', 'log.csv', '--prediction', 'scor'], "there is no column 'scor'; the data has 'time', 'score'"],
    [['--log', 'log.csv', '--outcome', 'score'], "column 'score' cannot be the outcome"],
    [['--log', 'log.csv', '--threshold', '15'], 'expected a number from 0 to 1'],
    [
      ['--log', 'log.csv', '--inputs', 'risk2,lactate'],
      "--inputs names 'lactate', and the data has no such column",
    ],
  ])('%j end with a sentence for people', (args, message) => {
    const files = { 'log.csv': log, 'log.txt': log, 'empty.csv': '', 'header.csv': 'time,score\n' };
    const { status, stderr, text } = init(files, ...args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(text).toBe('');
  });
});
