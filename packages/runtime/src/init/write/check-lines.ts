import { metricNamed } from '@vigil/statistics';
import type { CheckDraft, FeatureDraft } from '../draft.js';
import { columnText } from '../spelling.js';
import type { WrittenLimits } from './limits.js';

interface JudgedCheck {
  readonly check: CheckDraft;
  readonly limits: WrittenLimits;
}

/**
 * The checks of a monitor, each below the comment on its limits. Checks that differ in their column only are one; those
 * without limits stand alone.
 */
export function checkLines(judged: readonly JudgedCheck[], features: readonly FeatureDraft[]): string[] {
  const families = new Map<string, JudgedCheck[]>();
  for (const one of judged) {
    const { check, limits } = one;
    const reason = check.rule.kind === 'spread' ? (check.rule.least?.because ?? '') : '';
    const key = JSON.stringify(
      check.target === null || limits.text === '' ? [check.term] : [check.metric, limits.text, reason],
    );
    families.set(key, [...(families.get(key) ?? []), one]);
  }
  return [...families.values()].flatMap((family) => {
    const widest = family.reduce((one, other) => (other.limits.width > one.limits.width ? other : one));
    const comment = widest.limits.comment(family.length);
    return [
      ...(comment === '' ? [] : [`  // ${comment}`]),
      `  check ${termOf(family, features)} ${widest.limits.text}`,
    ];
  });
}

function termOf(family: readonly JudgedCheck[], features: readonly FeatureDraft[]): string {
  const [first] = family;
  if (first === undefined || family.length === 1) return first?.check.term ?? '';
  const targets = family.flatMap(({ check }) => check.target ?? []);
  const { metric } = first.check;
  const inputs = inputsOf(metric, features);
  const isAll = inputs.length === targets.length && inputs.every((input) => targets.includes(input));
  return `${metric} of ${isAll ? 'all inputs' : targets.map(columnText).join(', ')}`;
}

/** What `all inputs` means to a metric. */
function inputsOf(metric: string, features: readonly FeatureDraft[]): readonly string[] {
  const appliesTo = metricNamed(metric)?.appliesTo;
  return features
    .filter(({ direction, type }) => {
      if (direction !== 'input') return false;
      const numeric = type === 'number' || type === 'integer';
      return appliesTo === 'numeric' ? numeric : appliesTo === 'categorical' ? !numeric : true;
    })
    .map(({ name }) => name);
}
