import { type ArmSizes, sizeOfTwoMeans, sizeOfTwoProportions } from '@vigil/statistics';
import type { Endpoint, Trial } from '../../protocol/protocol.js';
import { definitions, type MaybeBlock, note, section } from '../content/block.js';
import { type Inline, notStated, words } from '../content/inline.js';
import { expectationWords } from '../wording/design.js';
import { percent } from '../wording/quantity.js';

/** Error rates, and the number of patients where the primary endpoint's design lets it be computed. */
export function sampleSizeSection(trial: Trial): MaybeBlock {
  const { name, alpha, looks } = trial;
  const sizes = trial.endpoints
    .filter(({ priority }) => priority === 'primary')
    .map((endpoint) => sizeEntry(endpoint, trial));
  const interim = looks.some(({ at }) => at < 1);
  return section(
    `Sample size of ${name}`,
    definitions([
      [
        'Alpha',
        alpha === null
          ? notStated('trial alpha')
          : `${percent(alpha.value)}, ${alpha.sides === 1 ? 'one-sided' : 'two-sided'}`,
      ],
      ['Power', alpha?.power == null ? notStated('trial power') : percent(alpha.power)],
      ...sizes,
    ]),
    interim && sizes.length > 0
      ? note(
          'The numbers are for a comparison without interim looks. Looks for efficacy raise them, by a factor that depends on the spending function and is not computed here.',
        )
      : null,
  );
}

function sizeEntry(endpoint: Endpoint, trial: Trial): readonly [Inline, Inline] {
  const topic = `Patients for ${endpoint.title ?? endpoint.name}`;
  const size = fixedSize(endpoint, trial);
  if (size === null)
    return [
      topic,
      'Not computed: needs alpha and power, and a superiority comparison of two arms with expected proportions, or means with their standard deviation',
    ];
  const [control, treatment] = [Math.ceil(size.sizes.control), Math.ceil(size.sizes.treatment)];
  return [
    topic,
    words`${control + treatment} in all (control ${control}, treatment ${treatment}), to show ${expectationWords(endpoint)}; ${size.method}`,
  ];
}

interface FixedSize {
  readonly sizes: ArmSizes;
  readonly method: string;
}

/** Superiority in two arms; weights and expectations stand in the order control, treatment. */
function fixedSize(endpoint: Endpoint, { alpha, arms, allocation }: Trial): FixedSize | null {
  const { expect, measure, sd, aim } = endpoint;
  if (alpha?.power == null || expect === null || arms.length !== 2 || aim !== 'superiority') return null;
  if (arms[0]?.kind !== 'control' || arms[1]?.kind !== 'treatment') return null;
  const [first = 1, second = 1] = allocation?.weights ?? [];
  const plan = { alpha: alpha.value / alpha.sides, power: alpha.power, ratio: second / first };
  if (measure === 'proportion') {
    const sizes = sizeOfTwoProportions(expect.first, expect.second, plan);
    return (
      sizes && {
        sizes,
        method: 'z-test of two proportions, variance pooled under the null hypothesis (Fleiss 2003)',
      }
    );
  }
  if (measure !== 'mean' || sd === null) return null;
  const sizes = sizeOfTwoMeans(expect.first - expect.second, sd, plan);
  return sizes && { sizes, method: 'z-test of two means with known standard deviation (Armitage 2002)' };
}
