import { wordsOf } from './words.js';

/** A trait by which patients are compared, and the names its columns go by. */
const traits: readonly (readonly [string, RegExp])[] = [
  ['sex', /(^|_)(sex|gender)(_|$)/],
  ['race', /(^|_)race(_|$)/],
  ['ethnicity', /(^|_)(ethnicity|ethnic|ethnic_group|hispanic)(_|$)/],
  ['age', /(^|_)age(_|$)/],
  ['insurance', /(^|_)(insurance|insurer|payer|payor|medicaid|medicare)(_|$)/],
  ['language', /(^|_)(language|lang)(_|$)/],
  ['religion', /(^|_)religion(_|$)/],
  ['maritalStatus', /(^|_)marital(_|$)/],
  ['disability', /(^|_)(disability|disabled)(_|$)/],
  ['deprivation', /(^|_)(deprivation|imd|adi|income|education|housing)(_|$)/],
];

/** The trait a column's name speaks of; null where it speaks of none. */
export function traitOf(column: string): string | null {
  const words = wordsOf(column);
  return traits.find(([, names]) => names.test(words))?.[0] ?? null;
}

/** The order in which traits are reported. */
export const traitNames: readonly string[] = traits.map(([name]) => name);
