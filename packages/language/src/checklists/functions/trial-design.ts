import { chiSquareSurvival, normalQuantile } from '@vigil/statistics';
import { anyType, numberType, truthType } from '../model/type.js';
import type { Value } from '../model/value.js';
import { number, open } from '../model/values.js';
import { answer, itemsOf, numberOf, textOf, unknownAmong } from './answers.js';
import type { CheckFunction } from './function.js';

/** `recompute(trial.sampleSize)` */
export const recompute: CheckFunction = {
  name: 'recompute',
  parameters: [{ name: 'sampleSize', type: anyType }],
  returns: numberType,
  documentation:
    'Number of patients that follows from alpha, power and the expected effect; open where it cannot be computed.',
  apply: ([value]) => value?.members?.planned?.() ?? value ?? open('There is no sample size.'),
};

/** `boundary(trial.alphaSpending, look.infoFraction)` */
export const boundary: CheckFunction = {
  name: 'boundary',
  parameters: [
    { name: 'spending', type: anyType },
    { name: 'fraction', type: numberType },
  ],
  returns: numberType,
  documentation:
    'Boundary of a group-sequential design at a share of the information; open: it is not computed yet.',
  apply: () => open('Boundaries of group-sequential designs are not computed here.'),
};

/** `spentAlpha(trial.interim, trial.alphaSpending)` */
export const spentAlpha: CheckFunction = {
  name: 'spentAlpha',
  parameters: [
    { name: 'looks', type: anyType },
    { name: 'spending', type: anyType },
  ],
  returns: numberType,
  documentation: 'Alpha that the spending functions of efficacy allow until the last of these looks.',
  apply: ([looks, spending]) => {
    const unknown = [looks, spending].find((value) => value?.kind === 'absent' || value?.kind === 'open');
    if (unknown !== undefined) return unknown;
    const fractions = itemsOf(looks).flatMap((look) => member(look, 'infoFraction') ?? []);
    const total = member(spending, 'total');
    if (fractions.length === 0 || total === undefined)
      return open('The looks and the alpha of one trial are needed.');
    const sides = member(spending, 'sides') ?? 1;
    const last = Math.max(...fractions);
    const spent = itemsOf(spending).map((stop) =>
      alphaSpentAt(
        textOf(stop.members?.spending?.()) ?? '',
        member(stop, 'parameter'),
        member(stop, 'alpha') ?? total / sides,
        last,
      ),
    );
    if (spent.length === 0 || spent.includes(undefined))
      return open('What this spending function spends is not computed here.');
    return number(Math.max(...spent.map((each) => each ?? 0)) * sides, spending?.origin);
  },
};

function member(value: Value | undefined, name: string): number | undefined {
  return numberOf(value?.members?.[name]?.());
}

/**
 * One-sided alpha spent until a share of the information; undefined for a function that spends nothing by itself.
 *
 * @see Lan KKG, DeMets DL. Biometrika 1983;70:659–663; Kim K, DeMets DL. Biometrika 1987;74:149–154; Hwang IK, Shih WJ,
 *   DeCani JS. Stat Med 1990;9:1439–1445
 */
export function alphaSpentAt(
  spending: string,
  parameter: number | undefined,
  alpha: number,
  fraction: number,
): number | undefined {
  const t = Math.min(1, fraction);
  switch (spending) {
    case 'lan_demets_obf':
      // 2 − 2·Φ(x) is the probability that the square of a normal variable exceeds x².
      return chiSquareSurvival(normalQuantile(1 - alpha) ** 2 / t, 1);
    case 'lan_demets_pocock':
      return alpha * Math.log(1 + (Math.E - 1) * t);
    case 'power':
      return parameter === undefined ? undefined : alpha * t ** parameter;
    case 'hsd': {
      if (parameter === undefined) return undefined;
      return parameter === 0 ? alpha * t : (alpha * Math.expm1(-parameter * t)) / Math.expm1(-parameter);
    }
    default:
      return undefined;
  }
}

/** `literalSeed(trial.randomisation)` */
export const literalSeed: CheckFunction = {
  name: 'literalSeed',
  parameters: [{ name: 'randomisation', type: anyType }],
  returns: truthType,
  documentation: 'Whether the seed of the allocation is written in the spec, where everybody can read it.',
  apply: ([value]) => {
    const unknown = unknownAmong([value]);
    if (unknown !== undefined) return unknown;
    const seed = value?.members?.seed?.();
    return answer(seed !== undefined && seed.kind !== 'absent', 'no seed is written', value);
  },
};
