import type { Binning } from '../binning.js';
import type { ArgumentValue } from '../metric.js';

type Arguments = Readonly<Record<string, ArgumentValue | null>>;

/**
 * How the engine must cut the cells of a drift metric.
 *
 * @param metricName a metric whose statistic is of kind `cells`
 * @param given its arguments, defaults filled in
 * @param columnIsCategorical whether the column holds categories (or booleans) rather than numbers
 */
export function binningOf(metricName: string, given: Arguments, columnIsCategorical: boolean): Binning {
  const evidently = given.profile === 'evidently';
  if (columnIsCategorical) {
    // Evidently drops missing values before it compares; psi may ask for either.
    const excluded = given.missing === 'exclude' || (evidently && given.missing !== 'include');
    return { method: 'categories', missing: excluded ? 'excluded' : 'cell' };
  }
  if (evidently) return { method: 'evidently' };
  if (Array.isArray(given.cuts)) return { method: 'cuts', cuts: given.cuts };
  if (typeof given.bins !== 'number') throw new Error(`'${metricName}' is not computed from cells`);
  return { method: given.binning === 'width' ? 'width' : 'quantile', bins: given.bins };
}

/** What contradicts itself in the arguments written in a spec, and which one it is about; or null. */
export function binningProblem(
  metricName: string,
  given: Readonly<Record<string, ArgumentValue>>,
): { readonly problem: string; readonly argument: string } | null {
  const { cuts, profile } = given;
  const shaping = ['bins', 'binning', 'cuts'].filter((name) => given[name] !== undefined);
  const first = shaping[0];
  if (profile === 'evidently' && first !== undefined)
    return {
      argument: first,
      problem: `'${metricName}' takes no '${first}' with 'profile: evidently': the profile chooses its own bins`,
    };
  if (!Array.isArray(cuts)) return null;
  if (first !== undefined && first !== 'cuts')
    return {
      argument: first,
      problem: `'${metricName}' takes either 'cuts' or '${first}', not both: the cuts already say what the bins are`,
    };
  if (cuts.length === 0)
    return { argument: 'cuts', problem: `'cuts' of '${metricName}' needs at least one number` };
  const falls = cuts.findIndex((cut, i) => i > 0 && cut <= cuts[i - 1]!);
  if (falls < 0) return null;
  return {
    argument: 'cuts',
    problem: `'cuts' of '${metricName}' must rise: ${cuts[falls]} does not lie above ${cuts[falls - 1]}`,
  };
}
