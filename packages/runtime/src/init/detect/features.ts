import type { FeatureDraft } from '../draft.js';
import { type ColumnProfile, valuesOf } from '../profile/column-profile.js';
import type { ModelInput } from '../profile/read-model.js';
import { traitOf } from './demographics.js';
import { namedValues } from './privacy.js';
import { isDivision, isPrivate } from './private-columns.js';
import { declaredRange } from './range.js';
import { unitOf } from './units.js';

/** More different values are an identifier or a measurement, not a vocabulary. */
const MOST_CATEGORIES = 1000;

export interface FeatureSearch {
  /** What the model takes; null where its file does not say, or there is none. */
  readonly inputs: readonly ModelInput[] | null;
  /** Columns with a role in the log: they are no features. */
  readonly roles: ReadonlySet<string>;
  /** The file ranges and categories come from: the reference, or else the log. Empty without data. */
  readonly main: ReadonlyMap<string, ColumnProfile>;
  /** The other file; empty where there is one only. */
  readonly other: ReadonlyMap<string, ColumnProfile>;
  /** Columns of the log, which alone has context. */
  readonly logged: ReadonlySet<string>;
}

export interface FoundFeatures {
  readonly features: readonly FeatureDraft[];
  readonly left: readonly { readonly column: string; readonly why: string }[];
}

/** The model's inputs in its order, then what else the log says of each patient. */
export function findFeatures(search: FeatureSearch): FoundFeatures {
  const { inputs, roles, main, other, logged } = search;
  const known = new Set(inputs?.map(({ name }) => name));
  const features = (inputs ?? []).map(({ name, type }): FeatureDraft => {
    const found = feature('input', name, type, main.get(name), other.get(name));
    // A log without it is still a log of this model.
    return logged.size > 0 && !logged.has(name) ? { ...found, optional: true } : found;
  });
  const left: { column: string; why: string }[] = [];
  for (const column of logged) {
    if (known.has(column) || roles.has(column)) continue;
    const profile = main.get(column) ?? other.get(column)!;
    const why = reasonToLeave(profile);
    if (why !== null) left.push({ column, why });
    else {
      const trait = traitOf(column);
      const direction = inputs === null && !(trait !== null && profile.type === 'text') ? 'input' : 'context';
      features.push(feature(direction, column, null, main.get(column), other.get(column)));
    }
  }
  return { features, left };
}

/** Why a column is no feature; null where it can be one. */
function reasonToLeave(profile: ColumnProfile): string | null {
  const { name, type, counts } = profile;
  if (isDivision(name)) return 'it divides the rows for training';
  if (isPrivate(name) && traitOf(name) === null) return 'by its name an identifier, a code or free text';
  if (valuesOf(profile) === 0) return 'it has no value in any row';
  if (type === 'timestamp') return 'a time without a role';
  if (type === 'text' && (counts === null || counts.size > MOST_CATEGORIES))
    return 'text with too many different values';
  if (type === 'integer' && counts === null) return 'whole numbers that differ in nearly every row';
  return null;
}

function feature(
  direction: FeatureDraft['direction'],
  name: string,
  wanted: ModelInput['type'] | null,
  main: ColumnProfile | undefined,
  other: ColumnProfile | undefined,
): FeatureDraft {
  const profiles = [main, other].filter((profile) => profile !== undefined);
  const type = widest(profiles.map(typeOf).filter((one) => one !== null)) ?? wanted ?? 'number';
  const numeric = type === 'number' || type === 'integer';
  const [shown] = profiles.filter((profile) => valuesOf(profile) > 0);
  return {
    direction,
    name,
    type,
    range: numeric && shown !== undefined ? declaredRange(shown) : null,
    values: type === 'category' && shown !== undefined ? namedValues(shown) : null,
    unit: numeric ? (unitOf(name) ?? ageUnit(name, shown)) : null,
    optional: profiles.some(({ missing }) => missing > 0),
    missing: profiles.find(({ marker }) => marker !== null)?.marker?.value ?? null,
  };
}

type Type = FeatureDraft['type'];

/** Null for a column without a value: it can be anything. */
function typeOf(profile: ColumnProfile): Type | null {
  const { type, counts } = profile;
  if (valuesOf(profile) === 0) return null;
  if (type === 'text') return 'category';
  if (type === 'timestamp' || type === 'boolean') return type;
  return counts !== null &&
    counts.size <= 2 &&
    [...counts.keys()].every((value) => value === '0' || value === '1')
    ? 'boolean'
    : type;
}

const order: readonly Type[] = ['boolean', 'integer', 'number', 'category'];

/** The type in which both files can be read. */
function widest(types: readonly Type[]): Type | undefined {
  const [first, second] = types;
  if (first === undefined || second === undefined || first === second) return first;
  if (first === 'timestamp' || second === 'timestamp') return 'category';
  return order[Math.max(order.indexOf(first), order.indexOf(second))];
}

/** Ages of people are years where nothing says otherwise and they look like it. */
function ageUnit(name: string, profile: ColumnProfile | undefined): string | null {
  if (traitOf(name) !== 'age' || profile === undefined) return null;
  const { minimum, maximum } = profile;
  return minimum !== null && maximum !== null && minimum >= 0 && maximum > 12 && maximum <= 130 ? 'a' : null;
}
