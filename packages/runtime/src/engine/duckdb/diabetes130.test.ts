import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';
import type { Measurement, Span, TableSource } from '../engine.js';
import { value } from '../testing/metric-value.js';
import { ask, everything, source, TemporaryTables } from '../testing/temporary-tables.js';
import { createDuckDbEngine } from './engine.js';

const root = path.resolve(import.meta.dirname, '../../../../..');
const data = path.resolve(root, '../shared/data/diabetes130');
const present = existsSync(path.join(data, 'expected_drift.json'));

interface Expected {
  readonly quantile_cuts: readonly number[];
  readonly quantile_counts_reference: readonly number[];
  readonly mean_reference: number;
  readonly current: Readonly<
    Record<
      string,
      {
        readonly quantile_counts_current: readonly number[];
        readonly ks_statistic: number;
        readonly wasserstein: number;
      }
    >
  >;
}
interface ExpectedCategories {
  readonly reference_counts: Readonly<Record<string, number>>;
  readonly current: Readonly<Record<string, { readonly counts_current: Readonly<Record<string, number>> }>>;
}

describe.skipIf(!present)(
  present ? 'diabetes130' : 'diabetes130: skipped, ../shared/data/diabetes130 is absent',
  () => {
    const tables = new TemporaryTables();
    afterAll(() => tables.remove());
    const expected = present
      ? (JSON.parse(readFileSync(path.join(data, 'expected_drift.json'), 'utf8')) as {
          readonly numeric: Readonly<Record<string, Expected>>;
          readonly categorical: Readonly<Record<string, ExpectedCategories>>;
        })
      : { numeric: {}, categorical: {} };
    const numeric = Object.keys(expected.numeric);
    const categorical = Object.keys(expected.categorical);
    const columns = Object.fromEntries([
      ...numeric.map((name) => [name, 'number']),
      ...categorical.map((name) => [name, 'category']),
    ]);
    const months: Span[] = Array.from({ length: 12 }, (_, month) => ({
      start: Date.UTC(2024, month, 1) * 1000,
      end: Date.UTC(2024, month + 1, 1) * 1000,
    }));
    const label = { column: 'label', availableAt: 'label_available_at' };
    const time = { column: 'event_time', format: null };

    async function check(training: string, production: TableSource): Promise<void> {
      const now = everything('Visits', { spans: months });
      const before = everything('Training');
      const per = (make: (name: string) => Measurement, names: readonly string[]) => names.map(make);
      const counts =
        (scope: typeof now) =>
        (column: string): Measurement => ({
          kind: 'histogram',
          scope,
          column,
          cuts: expected.numeric[column]!.quantile_cuts,
          closed: 'right',
        });
      const asked: Measurement[] = [
        ...per(counts(now), numeric),
        ...per(counts(before), numeric),
        ...per(
          (column) => ({
            kind: 'quantiles',
            scope: before,
            column,
            probabilities: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
          }),
          numeric,
        ),
        ...per((column) => ({ kind: 'moments', scope: before, column }), numeric),
        ...per((column) => ({ kind: 'distributions', scope: now, column, reference: before }), numeric),
        ...per((column) => ({ kind: 'categories', scope: now, column }), categorical),
      ];
      const reference = { ...source([training], columns), name: 'Training' };
      const { problems, answers } = await ask(createDuckDbEngine(), [reference, production], asked);
      expect(problems).toEqual([]);
      const at = (index: number) => {
        const answer = answers[index]!;
        if ('problem' in answer) throw new Error(answer.problem.message);
        return answer.cells.map(({ statistic }) => statistic);
      };
      const k = numeric.length;
      numeric.forEach((name, index) => {
        const want = expected.numeric[name]!;
        expect(at(k + index)).toMatchObject([{ counts: want.quantile_counts_reference }]);
        const [quantiles] = at(2 * k + index);
        expect(quantiles?.kind === 'quantiles' && [...new Set(quantiles.values)]).toEqual(want.quantile_cuts);
        const [moments] = at(3 * k + index);
        if (moments?.kind !== 'moments') throw new Error('Asked for moments.');
        expect(Math.abs(moments.sum / moments.count / want.mean_reference - 1)).toBeLessThan(1e-14);
        for (const [month, current] of Object.entries(want.current)) {
          if (month === 'all') continue;
          const span = Number(month.slice(5)) - 1;
          expect(at(index)[span]).toMatchObject({ counts: current.quantile_counts_current });
          const pair = at(4 * k + index)[span];
          if (pair?.kind !== 'distributions') throw new Error('Asked for distributions.');
          expect(Math.abs(value('ks', pair) - current.ks_statistic)).toBeLessThan(1e-14);
          expect(Math.abs(value('wasserstein', pair) / current.wasserstein - 1)).toBeLessThan(1e-9);
        }
      });
      categorical.forEach((name, index) => {
        for (const [month, { counts_current: want }] of Object.entries(expected.categorical[name]!.current)) {
          const found = month === 'all' ? undefined : at(5 * k + index)[Number(month.slice(5)) - 1];
          if (found?.kind !== 'categories') continue;
          const missing = found.missing > 0 ? { '(missing)': found.missing } : {};
          expect({ ...Object.fromEntries(found.counts), ...missing }).toEqual(
            Object.fromEntries(Object.entries(want).filter(([, rows]) => rows > 0)),
          );
        }
      });
    }

    const train = path.join(data, 'train.parquet');
    const file = (name: string) => path.join(data, name);
    const production = (path: string) => source([path], columns, { time, label, id: 'prediction_id' });

    it('has the expected counts, cuts, KS and Wasserstein from Parquet', () =>
      check(train, production(file('production.parquet'))));
    it.each(['csv', 'jsonl'])('has the same from %s', async (format) => {
      await check(
        await tables.select(`train.${format}`, `SELECT * FROM '${train}'`),
        production(
          await tables.select(`production.${format}`, `SELECT * FROM '${file('production.parquet')}'`),
        ),
      );
    });
    it('finds the same outcomes in the wide log and in predictions joined with outcomes', async () => {
      const version = { column: 'model_version', keep: ['1.0.0'], known: ['1.0.0', '2.0.0'] };
      const asked = (name: string): Measurement => ({
        kind: 'scores',
        scope: everything(name, { spans: months }),
        score: 'score',
      });
      const columnsOf = { score: 'probability' } as const;
      const wide = source([file('production.parquet')], columnsOf, { time, label, id: 'prediction_id' });
      const joined = source([file('predictions_long.parquet')], columnsOf, {
        name: 'Joined',
        time,
        label,
        id: 'prediction_id',
        version,
        outcomes: { format: 'parquet', files: [file('outcomes.parquet')], by: 'prediction_id' },
      });
      const { problems, answers } = await ask(
        createDuckDbEngine(),
        [wide, joined],
        [asked('Visits'), asked('Joined')],
      );
      expect(problems).toEqual([]);
      expect(answers[1]).toEqual(answers[0]);
    });
  },
);
