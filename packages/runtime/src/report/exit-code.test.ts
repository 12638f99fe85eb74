import { expect, it } from 'vitest';
import { conclusion } from './conclusion.js';
import { exitCode } from './exit-code.js';
import type { Report } from './report.js';

const report = (summary: Partial<Report['summary']>, problems = 0): Report => ({
  schema: 'vigil/report/1',
  protocolId: '',
  tool: { name: 'vigil', version: '0' },
  asOf: null,
  results: [],
  problems: new Array(problems).fill({
    code: 'VGR0001',
    subject: 'A',
    column: null,
    message: 'x',
    source: null,
  }),
  notes: [],
  summary: { pass: 1, warn: 0, fail: 0, insufficient: 0, ...summary },
});

it.each([
  [report({}), false, 0, 'all limits hold'],
  [report({ warn: 2 }), false, 0, '2 warnings'],
  [report({ fail: 1, insufficient: 1 }), false, 1, 'a limit for failure is broken'],
  [report({ insufficient: 1 }), false, 4, '1 result had not enough data'],
  [report({ insufficient: 1 }), true, 1, '--strict'],
  [report({ fail: 1, insufficient: 1 }, 1), true, 3, 'the problem above'],
  [report({ insufficient: 1 }, 2), false, 3, 'the problems above'],
] as const)('%#: exit code %s', (own, strict, code, words) => {
  expect(exitCode(own, { strict })).toBe(code);
  expect(conclusion(own, { strict })).toContain(words);
  expect(conclusion(own, { strict })).toContain(`Exit code ${code}:`);
});
