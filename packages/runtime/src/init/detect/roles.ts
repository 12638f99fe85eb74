import { InitError } from '../init-error.js';
import { type ColumnProfile, isBinary, isNumber } from '../profile/column-profile.js';
import { otherTimes, type Role, roleNames } from './role-names.js';
import { wordsOf } from './words.js';

/** The column of each role; null where there is none. */
export type Roles = Readonly<Record<Role, string | null>>;
/** What the user said: a column, null for "none"; a role that is not mentioned is looked for. */
export type GivenRoles = Readonly<Partial<Record<Role, string | null>>>;

export interface RoleSearch {
  readonly columns: ReadonlyMap<string, ColumnProfile>;
  /** Columns the model takes: they have no other role. */
  readonly inputs: ReadonlySet<string>;
  readonly given: GivenRoles;
  /** Columns whose values are each there once, of those that could name a row. */
  readonly unique: ReadonlySet<string>;
}

export interface FoundRoles {
  readonly roles: Roles;
  readonly why: ReadonlyMap<Role, string>;
}

/** Roles in the order they are looked for: each takes its column away from those after it. */
const ORDER: readonly Role[] = [
  'shadow',
  'shadowVersion',
  'version',
  'labelAvailable',
  'time',
  'subject',
  'id',
  'prediction',
  'decision',
  'label',
];

/** Whether a column's content allows a role, whatever its name. */
const fits: Readonly<Record<Role, (column: ColumnProfile, search: RoleSearch) => boolean>> = {
  time: (column) => column.type === 'timestamp' && column.missing === 0,
  labelAvailable: ({ type }) => type === 'timestamp',
  id: ({ name, missing }, { unique }) => missing === 0 && unique.has(name),
  subject: ({ type }) => type === 'text' || type === 'integer',
  prediction: (column) => isShare(column) && !isBinary(column),
  shadow: (column) => isShare(column) && !isBinary(column),
  decision: isBinary,
  label: isOutcome,
  version: isVersionColumn,
  shadowVersion: isVersionColumn,
};

const expected: Readonly<Record<Role, string>> = {
  time: 'times in every row',
  labelAvailable: 'times',
  id: 'a value of its own in every row',
  subject: 'text or whole numbers',
  prediction: 'numbers between 0 and 1',
  shadow: 'numbers between 0 and 1',
  decision: '0 and 1',
  label: '0 and 1',
  version: 'text with at most 100 different values',
  shadowVersion: 'text with at most 100 different values',
};

/**
 * Finds what each column of a log is for: what the user says, then a name people know with content that fits, then
 * content alone where only one column is left that fits.
 *
 * @throws InitError when a column the user names is not there or cannot be what it is said to be
 */
export function findRoles(search: RoleSearch): FoundRoles {
  const roles = Object.fromEntries(ORDER.map((role) => [role, null])) as Record<Role, string | null>;
  const why = new Map<Role, string>();
  const taken = new Set<string>();
  for (const role of ORDER) {
    const given = search.given[role];
    if (given === undefined) continue;
    if (given !== null) taken.add(checked(role, given, search));
    roles[role] = given;
    why.set(role, given === null ? 'as you said' : 'you named it');
  }
  const free = (role: Role) =>
    [...search.columns.values()].filter(
      (column) => !taken.has(column.name) && !search.inputs.has(column.name) && fits[role](column, search),
    );
  for (const role of ORDER) {
    if (search.given[role] !== undefined) continue;
    const found = byName(role, free(role)) ?? byContent(role, free(role), roles);
    if (found === null) continue;
    roles[role] = found.column;
    why.set(role, found.why);
    taken.add(found.column);
  }
  return { roles, why };
}

interface Hit {
  readonly column: string;
  readonly why: string;
}

function byName(role: Role, candidates: readonly ColumnProfile[]): Hit | null {
  for (const pattern of roleNames[role]) {
    const [first] = candidates.filter(({ name }) => {
      const words = wordsOf(name);
      return pattern.test(words) && !(role === 'time' && otherTimes.some((other) => other.test(words)));
    });
    if (first !== undefined) return { column: first.name, why: 'by its name and content' };
  }
  return null;
}

/** Only where nothing else could be meant; an id, a subject or a decision is not guessed from numbers. */
function byContent(role: Role, candidates: readonly ColumnProfile[], roles: Roles): Hit | null {
  if (role === 'time') {
    const times = candidates.filter(({ name }) => !otherTimes.some((other) => other.test(wordsOf(name))));
    return times.length === 1 ? { column: times[0]!.name, why: 'the only column of times' } : null;
  }
  if (role === 'prediction') {
    const scores = candidates.filter(
      ({ type, counts }) => type === 'number' && (counts === null || counts.size > 20),
    );
    return scores.length === 1
      ? { column: scores[0]!.name, why: 'the only column of numbers between 0 and 1' }
      : null;
  }
  if (role === 'label' && roles.prediction !== null && candidates.length === 1 && isBinary(candidates[0]!))
    return { column: candidates[0]!.name, why: 'the only column of 0 and 1 that the model does not take' };
  return null;
}

/** @throws InitError with the columns there are, or what the column should hold */
function checked(role: Role, name: string, search: RoleSearch): string {
  const column = search.columns.get(name);
  if (column === undefined) throw new InitError(noColumn(name, search.columns.keys()));
  if (!fits[role](column, search))
    throw new InitError(
      `column '${name}' cannot be ${roleWords[role]}: that wants ${expected[role]}, and it holds something else`,
    );
  return name;
}

export const roleWords: Readonly<Record<Role, string>> = {
  time: 'the time of the prediction',
  id: 'the name of the row',
  subject: 'the patient',
  prediction: 'the score',
  decision: 'the decision made from the score',
  version: "the model's version",
  shadow: 'the shadow score',
  shadowVersion: "the shadow model's version",
  label: 'the outcome',
  labelAvailable: 'the time the outcome was known',
};

export function noColumn(name: string, columns: Iterable<string>): string {
  const known = [...columns];
  const shown = known.slice(0, 20).map((column) => `'${column}'`);
  const more = known.length > 20 ? ` and ${known.length - 20} more` : '';
  return `there is no column '${name}'; the data has ${shown.join(', ')}${more}`;
}

/** 0 and 1, or one of them alone: rare outcomes may not have happened yet. */
function isOutcome(column: ColumnProfile): boolean {
  const { type, counts } = column;
  const values = [...(counts?.keys() ?? [])];
  const isNumber = type === 'integer' || type === 'number';
  return isBinary(column) || (isNumber && values.length === 1 && (values[0] === '0' || values[0] === '1'));
}

function isShare(column: ColumnProfile): boolean {
  const { minimum, maximum } = column;
  return isNumber(column) && minimum !== null && maximum !== null && minimum >= 0 && maximum <= 1;
}

function isVersionColumn({ type, counts }: ColumnProfile): boolean {
  return (
    (type === 'text' || type === 'number' || type === 'integer') && counts !== null && counts.size <= 100
  );
}
