import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sizeOfTwoMeans, sizeOfTwoProportions } from './sample-size.js';

const plan = { alpha: 0.025, power: 0.9, ratio: 1 };

describe('the size of a comparison', () => {
  /** R 4.2.2, `power.prop.test(p1, p2, power, sig.level = 0.025, alternative = "one.sided")`. */
  it.each([
    [0.5, 0.6, 0.9, 518.037169299807],
    [0.1, 0.15, 0.8, 685.596858325361],
  ])('of the proportions %f and %f with a power of %f', (control, treatment, power, size) => {
    expect(sizeOfTwoProportions(control, treatment, { ...plan, power })).toEqual({
      control: expect.closeTo(size, 8) as number,
      treatment: expect.closeTo(size, 8) as number,
    });
  });
  it('of two means, with three controls for each treated', () => {
    // gsDesign `nNormal(delta1 = 0.25, sd = 1, alpha = 0.025, beta = 0.1, ratio = 1/3)`.
    expect(sizeOfTwoMeans(0.25, 1, { ...plan, ratio: 1 / 3 })).toEqual({
      control: expect.closeTo(672.4750759322, 8) as number,
      treatment: expect.closeTo(224.158358644067, 8) as number,
    });
  });
  it('is none where nothing can be shown', () => {
    expect(sizeOfTwoProportions(0.2, 0.2, plan)).toBeNull();
    expect(sizeOfTwoProportions(0, 0.2, plan)).toBeNull();
    expect(sizeOfTwoProportions(0.1, Number.NaN, plan)).toBeNull();
    expect(sizeOfTwoProportions(0.1, 0.2, { ...plan, power: 0.02 })).toBeNull();
    expect(sizeOfTwoProportions(0.1, 0.2, { ...plan, ratio: 0 })).toBeNull();
    expect(sizeOfTwoMeans(0, 1, plan)).toBeNull();
    expect(sizeOfTwoMeans(1, -1, plan)).toBeNull();
    expect(sizeOfTwoMeans(1, Number.POSITIVE_INFINITY, plan)).toBeNull();
  });
});

interface Case {
  readonly kind: string;
  readonly inputs: Readonly<Record<string, number | string>>;
  readonly expect: Readonly<Record<string, number>>;
}

const oracle = new URL('../../../../../shared/oracles/sample_size_public.json', import.meta.url);
const present = existsSync(oracle);
const cases: readonly Case[] = present
  ? (JSON.parse(readFileSync(oracle, 'utf8')) as { cases: Case[] }).cases
  : [];

describe.skipIf(!present)(
  present ? 'sizes by R and gsDesign' : 'sizes: skipped, ../shared/oracles is absent',
  () => {
    it.each([
      'two_proportions_formula',
      'two_proportions_nBinomial_superiority',
      'two_means_z',
    ])('%s', (kind) => {
      const found = cases.filter((each) => each.kind === kind);
      expect(found.length).toBeGreaterThan(10);
      for (const { inputs, expect: wanted } of found) {
        const number = (name: string) => Number(inputs[name]);
        const sides = inputs.alternative === 'two.sided' || inputs.sided === 2 ? 2 : 1;
        const asked = {
          alpha: number('alpha') / sides,
          power: 'power' in inputs ? number('power') : 1 - number('beta'),
          ratio: number('ratio'),
        };
        const sizes =
          kind === 'two_means_z'
            ? sizeOfTwoMeans(number('delta1') - number('delta0'), number('sd'), asked)
            : sizeOfTwoProportions(number('p1'), number('p2'), asked);
        const control = wanted.n1_pooled ?? wanted.n1 ?? Number.NaN;
        expect(Math.abs((sizes?.control ?? Number.NaN) / control - 1)).toBeLessThan(1e-9);
      }
    });
  },
);
