import quantileOfNormal from '@stdlib/stats-base-dists-normal-quantile';

/** What a comparison of two arms without interim looks is planned for. */
export interface ComparisonPlan {
  /** One-sided, strictly between 0 and 1; half of a two-sided alpha. */
  readonly alpha: number;
  /** Strictly between 0 and 1. */
  readonly power: number;
  /** Units of the treatment arm for each unit of the control arm, above 0. */
  readonly ratio: number;
}

/** Units that each arm needs; not rounded. */
export interface ArmSizes {
  readonly control: number;
  readonly treatment: number;
}

/**
 * Units that show a difference of two proportions by the z-test whose variance is pooled where there is no difference.
 *
 * @param control the proportion expected without the treatment, strictly between 0 and 1
 * @param treatment the proportion expected with it
 * @returns null where the proportions are equal or an argument lies outside its range
 * @see Fleiss JL, Levin B, Paik MC. Statistical Methods for Rates and Proportions. 3rd ed. 2003, chapter 4;
 *   R `power.prop.test`, gsDesign `nBinomial`.
 */
export function sizeOfTwoProportions(
  control: number,
  treatment: number,
  plan: ComparisonPlan,
): ArmSizes | null {
  if (!isShare(control) || !isShare(treatment) || control === treatment || !isPlan(plan)) return null;
  const { ratio } = plan;
  const pooled = (control + ratio * treatment) / (1 + ratio);
  const withoutDifference = Math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio));
  const withDifference = Math.sqrt(control * (1 - control) + (treatment * (1 - treatment)) / ratio);
  const { alpha, power } = quantiles(plan);
  return arms(((alpha * withoutDifference + power * withDifference) / (control - treatment)) ** 2, ratio);
}

/**
 * Units that show a difference of two means whose standard deviation is known. A t-test, which estimates it, needs
 * slightly more.
 *
 * @param difference the expected difference of the means; for non-inferiority, its distance from the margin
 * @param deviation standard deviation in both arms, in the unit of the difference
 * @returns null where there is no difference or an argument lies outside its range
 * @see Armitage P, Berry G, Matthews JNS. Statistical Methods in Medical Research. 4th ed. 2002, section 4.6;
 *   gsDesign `nNormal`.
 */
export function sizeOfTwoMeans(difference: number, deviation: number, plan: ComparisonPlan): ArmSizes | null {
  const possible = Number.isFinite(difference) && difference !== 0 && deviation > 0;
  if (!possible || !Number.isFinite(deviation) || !isPlan(plan)) return null;
  const { alpha, power } = quantiles(plan);
  const control = ((alpha + power) * (deviation / difference)) ** 2 * (1 + 1 / plan.ratio);
  return arms(control, plan.ratio);
}

function isShare(value: number): boolean {
  return value > 0 && value < 1;
}

/** Power at or below alpha is what chance gives without any patient. */
function isPlan({ alpha, power, ratio }: ComparisonPlan): boolean {
  return isShare(alpha) && isShare(power) && power > alpha && ratio > 0 && Number.isFinite(ratio);
}

function quantiles({ alpha, power }: ComparisonPlan): { alpha: number; power: number } {
  return { alpha: -quantileOfNormal(alpha, 0, 1), power: quantileOfNormal(power, 0, 1) };
}

function arms(control: number, ratio: number): ArmSizes {
  return { control, treatment: control * ratio };
}
