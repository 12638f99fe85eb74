import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alphaSpentAt } from './trial-design.js';

describe('alpha spent', () => {
  it.each([
    ['lan_demets_obf', undefined, 1, 0.025],
    ['lan_demets_pocock', undefined, 1, 0.025],
    ['power', 3, 0.5, 0.025 * 0.125],
    ['hsd', 0, 0.5, 0.0125],
    ['hsd', -4, 1, 0.025],
    // 2 · (1 − Φ(2.2414027 / √0.5)) = 2 · (1 − Φ(3.1698222))
    ['lan_demets_obf', undefined, 0.5, 0.0015255],
    // 0.025 · ln(1 + 1.7182818 · 0.5)
    ['lan_demets_pocock', undefined, 0.5, 0.0155029],
  ] as const)('%s(%s) at %d is %d', (spending, parameter, fraction, expected) => {
    expect(alphaSpentAt(spending, parameter, 0.025, fraction)).toBeCloseTo(expected, 5);
  });

  it('is not computed for what spends nothing by itself', () => {
    expect(alphaSpentAt('haybittle_peto', 3, 0.025, 0.5)).toBeUndefined();
    expect(alphaSpentAt('power', undefined, 0.025, 0.5)).toBeUndefined();
  });
});

interface Case {
  readonly id: string;
  readonly alpha: number;
  readonly spending_time: readonly number[];
  readonly sfu: readonly [name: string, parameter: number | null];
  readonly expect: { readonly cum_alpha: readonly number[] };
}

const oracle = new URL('../../../../../../shared/oracles/spending_recompute_public.json', import.meta.url);
const names: Readonly<Record<string, string>> = {
  LDOF: 'lan_demets_obf',
  LDPocock: 'lan_demets_pocock',
  HSD: 'hsd',
  KimDeMets: 'power',
};
const cases: readonly Case[] = existsSync(oracle) ? JSON.parse(readFileSync(oracle, 'utf8')).cases : [];
const known = cases.filter(({ sfu }) => Object.hasOwn(names, sfu[0]));

describe.skipIf(!existsSync(oracle))('alpha spent agrees with gsDesign (../shared/oracles)', () => {
  it(`in ${known.length} designs`, () => {
    expect(known.length).toBe(cases.length);
    for (const { id, alpha, spending_time, sfu, expect: expected } of known) {
      const [name, parameter] = sfu;
      spending_time.forEach((time, index) => {
        const spent = alphaSpentAt(names[name] ?? '', parameter ?? undefined, alpha, time);
        const wanted = expected.cum_alpha[index];
        if (wanted !== undefined && wanted !== null) expect(spent, `${id} at ${time}`).toBeCloseTo(wanted, 9);
      });
    }
  });
});
