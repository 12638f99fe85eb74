import type { Ask } from './ask.js';
import type { Role } from './detect/role-names.js';
import type { FoundRoles, GivenRoles } from './detect/roles.js';
import { noColumn } from './detect/roles.js';
import { InitError } from './init-error.js';
import type { ColumnProfile } from './profile/column-profile.js';

/** The roles worth a question; the others are taken as found. */
const questions: readonly (readonly [Role, string])[] = [
  ['time', 'Column with the time of the prediction'],
  ['id', 'Column that names each row'],
  ['prediction', 'Column with the score'],
  ['label', 'Column with the outcome, 0 or 1'],
];

/** Lets the person at the terminal confirm or correct the roles that were found; `-` stands for none. */
export async function askRoles(
  ask: Ask,
  found: FoundRoles,
  given: GivenRoles,
  columns: ReadonlyMap<string, ColumnProfile>,
): Promise<GivenRoles> {
  const answers: Partial<Record<Role, string | null>> = { ...given };
  for (const [role, question] of questions) {
    if (given[role] !== undefined) continue;
    const suggestion = found.roles[role] ?? '-';
    const answer = await ask(`${question} (- for none)`, suggestion);
    // What is only confirmed keeps the reason for which it was found.
    if (answer === suggestion) continue;
    if (answer !== '-' && !columns.has(answer)) throw new InitError(noColumn(answer, columns.keys()));
    answers[role] = answer === '-' ? null : answer;
  }
  return answers;
}
