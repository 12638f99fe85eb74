import type { Model, Modification } from '../../protocol/protocol.js';
import type { Aspect } from './model-verdict.js';

/** What the modifications of a plan cover of what changed. */
export interface Coverage {
  readonly covering: readonly Modification[];
  readonly covered: readonly { readonly aspect: Aspect; readonly by: string }[];
  readonly uncovered: readonly Aspect[];
  readonly unknown: readonly string[];
}

export function coverageOf(
  aspects: readonly Aspect[],
  modifications: readonly Modification[],
  before: Model,
  after: Model,
): Coverage {
  const covering = new Set<Modification>();
  const covered: { aspect: Aspect; by: string }[] = [];
  const uncovered: Aspect[] = [];
  const unknown: string[] = [];
  const vague = modifications.filter(({ facts }) => typeof facts.category !== 'string');
  for (const aspect of aspects) {
    const fit = modifications.find(({ facts }) => facts.category === aspect);
    // A new artifact looks the same whatever of it is new.
    const near =
      aspect === 'weights'
        ? modifications.find(
            ({ facts }) => facts.category === 'architecture' || facts.category === 'calibration',
          )
        : undefined;
    const found = fit ?? near ?? vague[0];
    if (found === undefined || aspect === 'kind') {
      uncovered.push(aspect);
      continue;
    }
    covering.add(found);
    covered.push({ aspect, by: found.name });
    if (found === vague[0] && fit === undefined && near === undefined)
      unknown.push(`modification ${found.name} does not say what it changes (category)`);
  }
  if (aspects.includes('weights')) unknown.push(...artifactQuestions([...covering], before, after));
  return { covering: [...covering], covered, uncovered, unknown };
}

/** A digest tells that the artifact is another one, and not what in it is. */
function artifactQuestions(
  covering: readonly Modification[],
  before: Model,
  after: Model,
): readonly string[] {
  const categories = covering.map(({ facts }) => facts.category);
  if (categories.includes('architecture')) return [];
  if (categories.includes('weights')) {
    const stated = before.facts.architecture !== undefined && after.facts.architecture !== undefined;
    return stated
      ? []
      : ['whether only the weights changed: the models do not both state their architecture'];
  }
  return categories.includes('calibration')
    ? ['whether only the calibration changed: a digest does not tell']
    : [];
}
