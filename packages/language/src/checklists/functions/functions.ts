import { attested } from './attested.js';
import { close } from './close.js';
import { days, months, years } from './durations.js';
import { evidence } from './evidence.js';
import type { CheckFunction, CheckMethod } from './function.js';
import { differs, hash } from './hash.js';
import { isSubsequence } from './is-subsequence.js';
import { isNumericLimit, stricter } from './limits.js';
import { max, maxOfList } from './max.js';
import { checks, contains, lookup, matches, refersTo, size, startsWith, unique } from './methods.js';
import { noContradiction } from './no-contradiction.js';
import { isPersonal, isSpecialCategory } from './personal.js';
import { has, present } from './present.js';
import { algorithmChanged, previous } from './previous.js';
import { resolves } from './resolves.js';
import { role } from './role.js';
import { samdTable } from './samd-table.js';
import { selected } from './selected.js';
import { boundary, literalSeed, recompute, spentAlpha } from './trial-design.js';
import { waived } from './waived.js';

/** Every function of checklist expressions. */
export const functions: readonly CheckFunction[] = [
  present,
  has,
  selected,
  evidence,
  attested,
  waived,
  resolves,
  hash,
  differs,
  previous,
  algorithmChanged,
  isNumericLimit,
  stricter,
  noContradiction,
  samdTable,
  isPersonal,
  isSpecialCategory,
  isSubsequence,
  years,
  months,
  days,
  max,
  role,
  close,
  recompute,
  boundary,
  spentAlpha,
  literalSeed,
];

/** Every method of checklist expressions, beside the macros. */
export const methods: readonly CheckMethod[] = [
  size,
  unique,
  contains,
  startsWith,
  matches,
  refersTo,
  checks,
  lookup,
  maxOfList,
];

const functionsByName: ReadonlyMap<string, CheckFunction> = new Map(
  functions.map((each) => [each.name, each]),
);
const methodsByName: ReadonlyMap<string, CheckMethod> = new Map(methods.map((each) => [each.name, each]));

export function functionNamed(name: string): CheckFunction | undefined {
  return functionsByName.get(name);
}

export function methodNamed(name: string): CheckMethod | undefined {
  return methodsByName.get(name);
}
