import { createHash } from 'node:crypto';
import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, report, sql, vigil } from '../vigil.js';
import { csv, good, header, rows, spec, spoil } from './small-log.js';

const canary = 'CANARY-7731-Jane-Roe';

interface Case {
  readonly name: string;
  readonly files: Record<string, string>;
  readonly exit: number;
  /** What the message must name. */
  readonly says: readonly RegExp[];
  readonly options?: readonly string[];
}
const cases: readonly Case[] = [
  { name: 'nothing wrong', files: {}, exit: 0, says: [] },
  {
    name: 'missing column',
    files: {
      'log.csv': csv(
        rows().map((r) => r.slice(0, 6)),
        header.replace(',outcome', ''),
      ),
    },
    exit: 3,
    says: [/outcome/, /\bL\b|log\.csv/],
  },
  {
    name: 'column misspelt in the log',
    files: { 'log.csv': csv(rows(), header.replace('age', 'agee')) },
    exit: 3,
    says: [/\bage\b/, /agee/],
  },
  {
    name: 'wrong type',
    files: { 'log.csv': spoil('age', (cell, i) => (i === 17 ? canary : cell)) },
    exit: 3,
    says: [/age/, /number/],
  },
  { name: 'empty file', files: { 'log.csv': '' }, exit: 3, says: [/empty/i, /\bL\b|log\.csv/] },
  { name: 'header only', files: { 'log.csv': `${header}\n` }, exit: 4, says: [/no readable row|no row/i] },
  {
    name: 'file that does not exist',
    files: { 'spec.vigil': spec('nowhere.csv') },
    exit: 3,
    says: [/nowhere\.csv/],
  },
  { name: 'all-NULL column', files: { 'log.csv': spoil('age', () => '') }, exit: 1, says: [/age/] },
  {
    name: 'one-class labels',
    files: { 'log.csv': spoil('outcome', () => '0') },
    exit: 4,
    says: [/positive|outcome|class/i],
  },
  {
    name: 'NaN scores',
    files: { 'log.csv': spoil('score', (cell, i) => (i < 3 ? 'NaN' : cell)) },
    exit: 3,
    says: [/score/, /\b3\b/],
  },
  {
    name: 'infinite values',
    files: { 'log.csv': spoil('age', (cell, i) => (i < 2 ? 'Infinity' : cell)) },
    exit: 3,
    says: [/age/, /\b2\b/],
  },
  {
    name: 'score outside 0–1',
    files: { 'log.csv': spoil('score', (cell, i) => (i === 5 ? '1.5' : cell)) },
    exit: 3,
    says: [/score/, /0/, /1/],
  },
  {
    name: 'duplicate ids',
    files: { 'log.csv': spoil('id', (cell, i) => (i < 4 ? canary : cell)) },
    exit: 3,
    says: [/\bid\b/, /duplicate|more than once|twice/i],
  },
  {
    name: 'label that is not 0 or 1',
    files: { 'log.csv': spoil('outcome', (cell, i) => (i === 9 ? '2' : cell)) },
    exit: 3,
    says: [/outcome/],
  },
  {
    name: 'time with a blank instead of T',
    files: { 'log.csv': spoil('at', (cell) => cell.replace('T', ' ').replace('.000Z', '')) },
    exit: 0,
    says: [],
  },
  {
    name: 'time as a date',
    files: { 'log.csv': spoil('at', (cell) => cell.slice(0, 10)) },
    exit: 0,
    says: [],
  },
  {
    name: 'time day first',
    files: {
      'log.csv': spoil('at', (cell) => `${cell.slice(8, 10)}/${cell.slice(5, 7)}/${cell.slice(0, 4)} 10:00`),
    },
    exit: 3,
    says: [/\bat\b/, /timeFormat/],
  },
  {
    name: 'time day first, declared',
    files: {
      'log.csv': spoil('at', (cell) => `${cell.slice(8, 10)}/${cell.slice(5, 7)}/${cell.slice(0, 4)} 10:00`),
      'spec.vigil': spec('log.csv', 'timeFormat: "%d/%m/%Y %H:%M"'),
    },
    exit: 0,
    says: [],
  },
  {
    name: 'unknown model version',
    files: { 'log.csv': spoil('version', (cell, i) => (i === 3 ? '9.9' : cell)) },
    exit: 3,
    says: [/version/, /\b1\b/],
  },
  {
    name: 'ragged CSV row',
    files: { 'log.csv': `${csv(rows())}${canary},only,three\n` },
    exit: 3,
    says: [/\bL\b|log\.csv/],
  },
  {
    name: 'empty window',
    files: {},
    exit: 4,
    says: [/no row/i],
    options: ['--as-of', '2024-08-15'],
  },
  {
    name: 'undeclared category is counted, not printed',
    files: { 'log.csv': spoil('sex', (cell, i) => (i === 3 ? canary : cell)) },
    exit: 0,
    says: [],
  },
];

for (const { name, files, exit, says, options = [] } of cases)
  it(`${name}: exit ${exit}, a clear message, no stack trace, no cell content`, () => {
    const at = folder({ ...good(), ...files });
    const outputs = ['json', 'text', 'markdown'].map((format) =>
      vigil(['run', 'spec.vigil', '--format', format, ...options], { cwd: at }),
    );
    for (const { status, stdout, stderr } of outputs) {
      const all = stdout + stderr;
      expect(status, all).toBe(exit);
      for (const expected of says) expect(all).toMatch(expected);
      expect(all).not.toContain(canary);
      expect(all).not.toMatch(/^\s+at .*\(?.*:\d+:\d+\)?$/m);
      expect(all).not.toMatch(/Conversion Error|Binder Error|Invalid Input Error|Original Line/);
    }
    const { summary, results, problems } = report(outputs[0]!);
    expect(summary.pass + summary.warn + summary.fail + summary.insufficient).toBe(results.length);
    expect(results.length).toBeGreaterThan(0);
    expect(problems.length > 0).toBe(exit === 3);
    if (exit === 4 || name === 'all-NULL column') expect(summary.insufficient).toBeGreaterThan(0);
  });

it('one bad column leaves the other checks their verdicts', () => {
  const at = folder({ ...good(), 'log.csv': spoil('age', (cell, i) => (i === 17 ? 'seventy' : cell)) });
  const { results } = report(vigil(['run', 'spec.vigil', '--format', 'json'], { cwd: at }));
  expect(results.filter((r) => r.target === 'age').every((r) => r.verdict === 'insufficient')).toBe(true);
  expect(results.filter((r) => r.target !== 'age').every((r) => r.verdict === 'pass')).toBe(true);
});

it('a truncated Parquet file is refused by name', async () => {
  const at = folder(good());
  await sql(`COPY (FROM read_csv('${join(at, 'log.csv')}')) TO '${join(at, 'log.parquet')}'`);
  truncateSync(join(at, 'log.parquet'), 1000);
  const outcome = vigil(['run', 'spec.vigil', '--data', `L=${join(at, 'log.parquet')}`], { cwd: at });
  expect(outcome.status).toBe(3);
  expect(outcome.stdout + outcome.stderr).toMatch(/log\.parquet.*(truncated|not a complete Parquet)/i);
});

it('a reference whose digest differs from the spec is refused before it is read', () => {
  const digest = createHash('sha256').update('something else').digest('hex');
  const at = folder({
    ...good(),
    'spec.vigil': spec().replace('"reference.csv"', `"reference.csv" sha256: "${digest}"`),
  });
  const outcome = vigil(['run', 'spec.vigil'], { cwd: at });
  expect(outcome.status).toBe(3);
  const actual = createHash('sha256')
    .update(readFileSync(join(at, 'reference.csv')))
    .digest('hex');
  expect(outcome.stdout + outcome.stderr).toContain(digest.slice(0, 12));
  expect(outcome.stdout + outcome.stderr).toContain(actual.slice(0, 12));
});

it('a spec of one line and one megabyte is read', () => {
  const padding = Array.from({ length: 12_000 }, (_, i) => `role R${i} "${'x'.repeat(70)}"`).join(' ');
  const at = folder({ ...good(), 'spec.vigil': `${spec().replaceAll('\n', ' ')} ${padding}` });
  const outcome = vigil(['check', 'spec.vigil'], { cwd: at });
  expect(outcome.stderr + outcome.stdout).not.toMatch(/error VGL/);
  expect(outcome.status).toBe(0);
});
