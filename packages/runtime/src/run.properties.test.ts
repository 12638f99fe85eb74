import type { Check, Monitor } from '@vigil/language';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FakeEngine, type FakeEngineOptions, type FakeRow } from '../test/fake-engine.js';
import { check, compilation, monitor, protocol } from '../test/protocol.js';
import { renderJson } from './report/json.js';
import { renderMarkdown } from './report/markdown.js';
import { renderText } from './report/text.js';
import { runProtocol } from './run.js';

const rows: readonly FakeRow[] = Array.from({ length: 180 }, (_, index) => ({
  at: `2024-0${1 + (index % 3)}-15T00:00:00Z`,
  label: index % 2,
  score: (index % 17) / 17,
  age: index % 90,
  ward: index % 3 === 0 ? 'A' : 'B',
  sex: index % 4 < 2 ? 'f' : 'm',
}));

const checks: readonly Check[] = [
  check('psi', { of: ['age', 'ward'] }, 'fail > 0.2'),
  check('ks', { of: ['age'] }, 'fail p < 0.01'),
  check('missing', { of: ['age', 'ward'], by: [['sex']] }, 'fail > 0.2'),
  check('auroc', {}, 'fail < 0.6'),
  check('alert_rate', { aggregate: 'gap', by: [['sex'], ['sex', 'ward']] }, 'fail > 0.2'),
  check('volume', {}, 'fail < 1'),
  check('no_such_metric', { of: ['age'] }, 'fail > 1'),
];
const monitors: readonly Monitor[] = [
  monitor('One', checks, { against: { kind: 'dataset', dataset: 'Before' } }),
  monitor('Two', checks, {
    against: { kind: 'previousWindow' },
    labelsMatureAfter: { count: 30, unit: 'day' },
  }),
];

function run(options: Partial<FakeEngineOptions>) {
  return runProtocol({
    compilation: compilation(protocol(monitors)),
    engine: new FakeEngine({ tables: { Visits: rows, Before: rows }, ...options }),
    baseDirectory: '/spec',
    findFiles: async () => ({ files: ['/spec/visits.csv'] }),
    toolVersion: '0.1.0',
  });
}

/**
 * Series of one monitor: psi 2, ks 1, missing 2 columns × 2 sexes, auroc 1, the gap over sex 1 + 2 and
 * over sex × ward 1 + 4 declared groups, volume 1, the unknown metric 1.
 */
const seriesPerMonitor = 2 + 1 + 4 + 1 + 3 + 5 + 1 + 1;

const anyFailure: fc.Arbitrary<Partial<FakeEngineOptions>> = fc.record(
  {
    // Columns that some check reads.
    broken: fc.subarray([
      'Visits.age',
      'Visits.ward',
      'Visits.sex',
      'Visits.score',
      'Before.age',
      'Before.ward',
    ]),
    unreadable: fc.subarray(['Before']),
    dies: fc.constantFrom('run' as const),
  },
  { requiredKeys: [] },
);

it('every check, target, group and window has exactly one result, whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(anyFailure, async (options) => {
      const { results, summary } = await run(options);
      const keys = results.map(({ monitor: name, check: place, target, group, aggregate, window }) =>
        JSON.stringify([name, place, target, group, aggregate, window?.label]),
      );
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toHaveLength(monitors.length * seriesPerMonitor * 3);
      expect(summary.pass + summary.warn + summary.fail + summary.insufficient).toBe(keys.length);
    }),
    { numRuns: 60, seed: 11 },
  );
});

it('what could not be measured is never a pass, and is told as a problem', async () => {
  await fc.assert(
    fc.asyncProperty(anyFailure, async (options) => {
      const { results, problems } = await run(options);
      for (const { value, verdict } of results) if (value === null) expect(verdict).toBe('insufficient');
      const failures = (options.broken?.length ?? 0) + (options.unreadable?.length ?? 0);
      // The unknown metric is one problem of each monitor.
      expect(problems.length).toBeGreaterThanOrEqual(failures > 0 || options.dies ? 3 : 2);
    }),
    { numRuns: 60, seed: 12 },
  );
});

it('the order of the answers changes no byte of any rendering', async () => {
  const plain = await run({});
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (numbers) => {
      const shuffled = await run({
        shuffle: (cells) =>
          cells
            .map((cell) => ({ cell, key: numbers.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ cell }) => cell),
      });
      for (const render of [renderJson, renderMarkdown, renderText])
        expect(render(shuffled)).toBe(render(plain));
    }),
    { numRuns: 20, seed: 13 },
  );
});
