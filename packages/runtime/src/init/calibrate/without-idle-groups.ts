import type { GroupDraft, SpecDraft } from '../draft.js';
import type { LimitsOf } from '../write/limits.js';

/** The draft without groups that no check compares, and without the checks of columns that only those groups use. */
export function withoutIdleGroups(draft: SpecDraft, limitsOf: LimitsOf): SpecDraft {
  const written = draft.monitors.flatMap((monitor) =>
    monitor.checks.filter((check) => limitsOf(monitor, check) !== null),
  );
  const compared = ({ name }: GroupDraft) => written.some(({ term }) => term.endsWith(` by ${name}`));
  const groups = draft.groups.filter(compared);
  const inputs = draft.model.features.filter(({ direction }) => direction === 'input');
  const idle = draft.groups
    .filter((group) => !compared(group))
    .map(({ column }) => column)
    .filter((column) => !inputs.some(({ name }) => name === column));
  return {
    ...draft,
    groups,
    monitors: draft.monitors.map((monitor) => ({
      ...monitor,
      checks: monitor.checks.filter(({ target }) => target === null || !idle.includes(target)),
    })),
  };
}
