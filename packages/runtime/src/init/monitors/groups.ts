import { traitNames, traitOf } from '../detect/demographics.js';
import { namedValues } from '../detect/privacy.js';
import type { FeatureDraft, GroupDraft, WindowUnit } from '../draft.js';
import type { ColumnProfile } from '../profile/column-profile.js';
import { rowsPerWindow, shortestWindow, type Volume } from './volume.js';

/** Ages at which care changes: of age, working age, retirement, high age. */
const AGES: readonly number[] = [18, 40, 65, 80];
/** A coded trait has few codes. */
const MOST_CODES = 6;

/** A division with the share of all rows that each group has; null where it is not known. */
interface Division {
  readonly group: GroupDraft;
  readonly shares: readonly number[] | null;
}

export interface GroupSearch {
  readonly features: readonly FeatureDraft[];
  readonly profiles: ReadonlyMap<string, ColumnProfile>;
  readonly volume: Volume;
  /** Windows are not shorter. */
  readonly from: WindowUnit;
  /** Rows a group needs in a window to be judged. */
  readonly needed: number;
}

export interface FoundGroups {
  readonly groups: readonly GroupDraft[];
  readonly every: WindowUnit;
}

/**
 * Groups of patients by columns that look demographic, one column a trait, and a window in which they are large enough.
 * Groups that are too small even in the longest window that helps are left out: they could never be judged.
 */
export function findGroups(search: GroupSearch): FoundGroups {
  const { volume, from, needed } = search;
  const whole = traitNames.flatMap((trait) => divisionOf(trait, search) ?? []);
  const kept = (unit: WindowUnit) => {
    const least = needed / Math.max(1, rowsPerWindow(volume, unit));
    return whole.flatMap((division) => enough(division, least) ?? []);
  };
  // A window in which nearly everybody belongs to a group that is judged; not longer than a quarter, to stay timely.
  const every = shortestWindow(from, (unit) => {
    const found = kept(unit);
    return (
      unit === 'quarter' ||
      (found.length === whole.length && found.every(({ shares }) => covered(shares) >= 0.95))
    );
  });
  return { groups: kept(every).map(({ group }) => group), every };
}

function covered(shares: readonly number[] | null): number {
  return shares === null ? 1 : shares.reduce((sum, share) => sum + share, 0);
}

/** The division of a trait: by the column with the fewest groups, numbers before categories. */
function divisionOf(trait: string, { features, profiles }: GroupSearch): Division | null {
  const candidates = features
    .filter(({ name }) => traitOf(name) === trait)
    .flatMap((feature) => {
      const profile = profiles.get(feature.name);
      const division = profile === undefined ? null : divide(trait, feature, profile);
      return division === null ? [] : [division];
    });
  const cut = candidates.find(({ group }) => group.rule.kind === 'cut');
  return cut ?? candidates.sort((a, b) => (a.shares?.length ?? 0) - (b.shares?.length ?? 0))[0] ?? null;
}

function divide(name: string, feature: FeatureDraft, profile: ColumnProfile): Division | null {
  const { rows, counts } = profile;
  const column = feature.name;
  const share = (value: string) => (counts?.get(value) ?? 0) / rows;
  if (feature.type === 'boolean')
    return { group: { name, column, rule: { kind: 'declared' } }, shares: null };
  if (feature.type === 'category') {
    const values =
      feature.values === null ? null : namedValues(profile)?.filter((one) => feature.values?.includes(one));
    if (values == null || values.length < 2) return null;
    return { group: { name, column, rule: { kind: 'values', values } }, shares: values.map(share) };
  }
  if (counts === null || feature.type === 'timestamp') return null;
  const values = [...counts.keys()].map(Number).sort((a, b) => a - b);
  const years = feature.unit === 'a' && values.length > MOST_CODES;
  if (!years && values.length > MOST_CODES) return null;
  const cuts = years ? AGES : values.slice(1);
  return { group: { name, column, rule: { kind: 'cut', cuts } }, shares: bandShares(cuts, profile) };
}

/** Shares of the bands that cuts make, left-closed. */
function bandShares(cuts: readonly number[], { counts, rows }: ColumnProfile): readonly number[] {
  const bands = Array.from({ length: cuts.length + 1 }, () => 0);
  for (const [value, found] of counts ?? []) {
    const number = Number(value);
    const band = cuts.filter((cut) => number >= cut).length;
    bands[band] = bands[band]! + found / rows;
  }
  return bands;
}

/** The division without groups that are too small: values are left out, bands joined; null with fewer than two groups. */
function enough({ group, shares }: Division, least: number): Division | null {
  const { rule } = group;
  if (shares === null || rule.kind === 'declared') return { group, shares };
  if (rule.kind === 'values') {
    const large = rule.values
      .map((value, index) => ({ value, share: shares[index]! }))
      .filter(({ share }) => share >= least);
    const values = large.map(({ value }) => value);
    if (large.length < 2) return null;
    return { group: { ...group, rule: { kind: 'values', values } }, shares: large.map(({ share }) => share) };
  }
  let cuts = rule.cuts;
  let bands = shares;
  while (cuts.length > 0 && Math.min(...bands) < least) {
    const small = bands.indexOf(Math.min(...bands));
    // The band joins its smaller neighbour.
    const right = small === 0 || (small < bands.length - 1 && bands[small + 1]! < bands[small - 1]!);
    const cut = right ? small : small - 1;
    bands = [...bands.slice(0, cut), bands[cut]! + bands[cut + 1]!, ...bands.slice(cut + 2)];
    cuts = cuts.filter((_, index) => index !== cut);
  }
  return cuts.length === 0 ? null : { group: { ...group, rule: { kind: 'cut', cuts } }, shares: bands };
}
