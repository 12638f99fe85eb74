import { sizeOfTwoMeans, sizeOfTwoProportions } from '@vigil/statistics';
import type { Trial } from '../../protocol/protocol.js';

/**
 * Patients that a trial of two arms needs for its first primary endpoint, as a comparison without interim looks; or
 * why that cannot be computed.
 */
export function plannedSize(trial: Trial): { readonly patients: number } | { readonly reason: string } {
  const { alpha, looks, arms, allocation } = trial;
  const endpoint = trial.endpoints.find(({ priority }) => priority === 'primary');
  if (alpha?.power == null)
    return { reason: 'The sample size follows from alpha and power; the trial does not say both.' };
  if (endpoint?.expect == null) return { reason: 'The primary endpoint does not say what is expected.' };
  if (looks.some((look) => look.at < 1 && look.for.includes('efficacy')))
    return { reason: 'Looks for efficacy raise the sample size by a factor that is not computed here.' };
  if (arms.length !== 2 || endpoint.aim !== 'superiority')
    return { reason: 'The sample size is computed for superiority of one of two arms only.' };
  const [first = 1, second = 1] = allocation?.weights ?? [];
  const plan = { alpha: alpha.value / alpha.sides, power: alpha.power, ratio: second / first };
  const { expect, measure, sd } = endpoint;
  const sizes =
    measure === 'proportion'
      ? sizeOfTwoProportions(expect.first, expect.second, plan)
      : measure === 'mean' && sd !== null
        ? sizeOfTwoMeans(expect.first - expect.second, sd, plan)
        : null;
  if (sizes === null)
    return { reason: 'The sample size of this endpoint cannot be computed from what is said.' };
  return { patients: Math.ceil(sizes.control) + Math.ceil(sizes.treatment) };
}
