import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { FakeEngine, type FakeRow } from '../../test/fake-engine.js';
import { check, compilation, monitor, protocol, visits } from '../../test/protocol.js';
import { runProtocol } from '../run.js';
import { displayWidth } from './display-width.js';
import { renderJson } from './json.js';
import { renderMarkdown } from './markdown.js';
import type { Report } from './report.js';
import { reportSchema } from './report.schema.js';
import { renderText } from './text.js';

const golden = (name: string) => join(import.meta.dirname, 'golden', name);

/** Six months of a small clinic: ages drift upwards, a column breaks, labels come late, a ward is small. */
function table(): readonly FakeRow[] {
  const rows: FakeRow[] = [];
  for (let month = 1; month <= 6; month++)
    for (let index = 0; index < 60; index++) {
      const at = `2024-0${month}-15T00:00:00Z`;
      const label = index % 3 === 0 ? 1 : 0;
      // From May on the score tells nothing: it is the patient's number alone.
      const score =
        month < 5 ? (label === 1 ? 0.3 + (index % 30) / 50 : (index % 40) / 60) : (index % 50) / 50;
      rows.push({
        at,
        label,
        score: Math.round(score * 1000) / 1000,
        age: 30 + index + (month >= 4 ? 12 : 0),
        体温: index % 10 === 0 ? null : 36 + (index % 5) / 10,
        ward: index < 40 ? 'A' : index < 58 ? 'B' : 'C',
        sex: index % 2 === 0 ? 'f' : 'm',
      });
    }
  return rows;
}

async function clinic(shuffle?: <T>(cells: readonly T[]) => readonly T[]): Promise<Report> {
  const rows = table();
  const before = rows.slice(0, 60).map(({ at: _, ...row }) => row);
  const monitors = [
    monitor(
      'Inputs',
      [
        check('psi', { of: ['age', 'ward'] }, 'warn > 0.1', 'fail > 0.25'),
        check('ks', { of: ['age'] }, 'fail p < 0.01'),
        check('missing', { of: ['体温', 'broken'] }, 'warn > 0.05', 'fail > 0.2'),
        check('volume', {}, 'fail < 50'),
      ],
      {
        against: { kind: 'dataset', dataset: 'Before' },
        alarmBudget: { count: 1, per: 'year' },
        reactions: [{ on: 'fail', action: { kind: 'run', runbook: 'Feed|Check' } }],
      },
    ),
    monitor(
      'Performance',
      [
        check('auroc', {}, 'fail < 0.7'),
        check('sensitivity', { at: 0.4 }, 'warn < 0.6', 'fail < 0.5'),
        check('observed_expected', {}, 'fail outside 0.8..1.25'),
      ],
      { labelsMatureAfter: { count: 30, unit: 'day' }, confidence: 0.95 },
    ),
    monitor(
      'Fairness',
      [check('sensitivity', { aggregate: 'gap', by: [['sex'], ['ward']] }, 'warn > 0.1', 'fail > 0.2')],
      { every: { count: 1, unit: 'quarter' } },
    ),
  ];
  return runProtocol({
    compilation: compilation(protocol(monitors, { logs: [{ ...visits, timezone: 'Europe/Berlin' }] })),
    engine: new FakeEngine({ tables: { Visits: rows, Before: before }, broken: ['Visits.broken'], shuffle }),
    baseDirectory: '/spec',
    findFiles: async () => ({ files: ['/spec/visits.csv'] }),
    toolVersion: '0.1.0',
    asOf: Date.parse('2024-07-10T00:00:00Z') * 1000,
  });
}

const report = await clinic();

it.each([80, 120])('text, %d columns', async (width) => {
  await expect(renderText(report, { width })).toMatchFileSnapshot(golden(`clinic-${width}.txt`));
});

it('markdown', async () => {
  await expect(renderMarkdown(report)).toMatchFileSnapshot(golden('clinic.md'));
});

it('json ends with a line feed and reads back as the report', () => {
  expect(renderJson(report).endsWith('}\n')).toBe(true);
  expect(JSON.parse(renderJson(report))).toEqual(report);
});

it('the report satisfies its schema, which is closed', () => {
  const ajv = addFormats.default(new Ajv2020.default({ strict: true, strictTypes: false, allErrors: true }));
  const validate = ajv.compile(reportSchema);
  const plain = JSON.parse(renderJson(report));
  expect(validate(plain), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...plain, extra: 1 })).toBe(false);
  expect(validate({ ...plain, results: [{ ...plain.results[0], value: 'NaN' }] })).toBe(false);
  expect(
    validate({ ...plain, results: [{ ...plain.results[0], limits: [{ severity: 'fail', operator: '>' }] }] }),
  ).toBe(false);
});

it('without colour there is no escape sequence, with it there is', () => {
  const introducer = String.fromCharCode(27);
  expect(renderText(report)).not.toContain(introducer);
  const coloured = renderText(report, { colour: true });
  expect(coloured).toContain(introducer);
  // Colour changes nothing but colour.
  expect(coloured.replaceAll(new RegExp(`${introducer}\\[\\d+m`, 'g'), '')).toBe(renderText(report));
});

it('the order of the engine’s answers changes no byte', async () => {
  const reversed = await clinic((cells) => [...cells].reverse());
  expect(renderJson(reversed)).toBe(renderJson(report));
});

it('no line of the text is wider than the terminal', () => {
  for (const width of [80, 120])
    for (const line of renderText(report, { width }).split('\n'))
      expect(displayWidth(line), line).toBeLessThanOrEqual(width);
});
