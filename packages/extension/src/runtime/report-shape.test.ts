import { type Report, reportSchema } from '@vigil/runtime';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { wholeReport } from '../../test/reports.js';
import { readReport } from './read-report.js';
import { isReport } from './report-shape.js';

const ajv = new Ajv2020.default({ strict: false });
addFormats.default(ajv);
const valid = ajv.compile(reportSchema);

type Path = readonly (string | number)[];

/** Paths to everything below a value. */
function paths(value: unknown, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const path = [...above, Array.isArray(value) ? Number(name) : name];
    return [path, ...paths(part, path)];
  });
}

/** A copy without what a path names, or with something else in its place. */
function spoilt(report: Report, path: Path, other?: unknown): unknown {
  const copy = structuredClone(report) as unknown as Record<string | number, unknown>;
  const last = path.at(-1)!;
  const parent = path.slice(0, -1).reduce((at, name) => at[name] as typeof copy, copy);
  if (other !== undefined) parent[last] = other;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

describe('a report', () => {
  it('of every shape is read', () => {
    expect(valid(wholeReport), JSON.stringify(valid.errors)).toBe(true);
    expect(readReport(JSON.stringify(wholeReport))).toEqual(wholeReport);
  });

  it('is refused wherever the schema refuses it for what is missing or of another kind', () => {
    const others = [undefined, {}, [], 'other', -1.5, true, null];
    let refused = 0;
    for (const path of paths(wholeReport))
      for (const other of others) {
        const value = spoilt(wholeReport, path, other);
        if (valid(value)) continue;
        refused += 1;
        expect(isReport(value), `${path.join('.')} = ${JSON.stringify(other)}`).toBe(false);
      }
    expect(refused).toBeGreaterThan(300);
  });

  it('that does not agree with itself is refused', () => {
    const { summary } = wholeReport;
    expect(isReport({ ...wholeReport, summary: { ...summary, pass: summary.pass + 1 } })).toBe(false);
    const [first, ...others] = wholeReport.results;
    expect(isReport({ ...wholeReport, results: [{ ...first!, verdict: 'pass' }, ...others] })).toBe(false);
  });

  it('is not what a broken, foreign or hostile text says', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '"vigil/report/1"',
      '{"schema":"vigil/report/1"}',
      '{"__proto__":{}}',
    ])
      expect(readReport(text)).toBeNull();
  });
});
