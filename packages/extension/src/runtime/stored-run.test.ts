import { describe, expect, it } from 'vitest';
import { aReport, aResult, wholeReport } from '../../test/reports.js';
import { digest, MOST_CHARACTERS, readStoredRun, type StoredRun, storedText } from './stored-run.js';

const run: StoredRun = {
  spec: 'file:///work/a.vigil',
  at: new Date('2026-11-21T10:24:00Z'),
  command: '/bin/vigil',
  only: null,
  models: ['SepsisLR 2.1.0'],
  identity: 'sha256:1',
  report: wholeReport,
};
const written = async (changes: Partial<StoredRun> = {}) => (await storedText({ ...run, ...changes }))!;

/** A file whose digest is right, whatever it says. */
async function sealed(value: unknown): Promise<string> {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return `${await digest(body)}\n${body}`;
}

describe('a run that is kept', () => {
  it('is read as it was', async () => {
    expect(await readStoredRun(await written())).toEqual(run);
    const part = { only: ['Watch'], models: null, identity: null };
    expect(await readStoredRun(await written(part))).toEqual({ ...run, ...part });
  });

  it('is ignored, with the reason, after any change of a character', async () => {
    const text = await written();
    for (let at = 0; at < text.length; at += 7) {
      const other = text[at] === '1' ? '2' : '1';
      expect(await readStoredRun(`${text.slice(0, at)}${other}${text.slice(at + 1)}`), `at ${at}`).toBe(
        'it is damaged',
      );
      expect(typeof (await readStoredRun(text.slice(0, at))), `cut at ${at}`).toBe('string');
    }
  });

  it('is ignored when another version wrote it, or nobody did', async () => {
    const value = JSON.parse((await written()).split('\n')[1]!);
    for (const changes of [
      { schema: 'vigil/stored-run/2' },
      { at: 'yesterday' },
      { only: 'Watch' },
      { only: [1] },
      { models: undefined },
      { models: [{}] },
      { identity: 7 },
      { spec: null },
      { report: null },
      { report: { ...wholeReport, results: [{}] } },
      { report: { ...wholeReport, summary: { pass: 9, warn: 0, fail: 0, insufficient: 0 } } },
    ])
      expect(await readStoredRun(await sealed({ ...value, ...changes })), JSON.stringify(changes)).toBe(
        'it was written by another version',
      );
    for (const text of ['', '\n', '{}', 'null\nnull', await sealed('{'), 'x'.repeat(MOST_CHARACTERS + 200)])
      expect(typeof (await readStoredRun(text))).toBe('string');
    expect(await readStoredRun(await sealed('null'))).toBe('it was written by another version');
  });

  it('keeps the picture that each check shows, fewer when it would be too large, and nothing when it still is', async () => {
    const cells = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `c${index}`, reference: 0.5, current: 0.5 }));
    const figure = (count: number) => ({ kind: 'distribution', cells: cells(count) }) as const;
    const window = (month: number) => {
      const start = `2024-0${month}-01T00:00:00Z`;
      return { start, end: start, label: `2024-0${month}` };
    };
    const report = aReport([1, 2, 3].map((month) => aResult({ window: window(month), figure: figure(3) })));
    const read = (await readStoredRun(await written({ report }))) as StoredRun;
    expect(read.report.results.map(({ figure }) => figure !== undefined)).toEqual([false, false, true]);

    const pictured = aReport([aResult({ figure: figure(60_000) })]);
    const without = (await readStoredRun(await written({ report: pictured }))) as StoredRun;
    expect(without.report.results[0]).toEqual(aResult());
    const large = aReport(Array.from({ length: 20_000 }, () => aResult()));
    expect(await storedText({ ...run, report: large })).toBeNull();
  });
});
