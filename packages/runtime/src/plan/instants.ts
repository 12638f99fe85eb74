import type { IANAZone } from 'luxon';

/**
 * Wall-clock time and instants of one zone. `local` milliseconds are a wall-clock reading written as
 * if it were UTC; instants are milliseconds since 1970-01-01T00:00Z.
 */

const day = 86_400_000;
const offset = (zone: IANAZone, instant: number) => zone.offset(instant) * 60_000;

/** What a clock in the zone shows at an instant. */
export function localOf(instant: number, zone: IANAZone): number {
  return instant + offset(zone, instant);
}

/**
 * Every instant at which a clock in the zone shows `local`: one as a rule, two where the clock is set
 * back over it (ascending), and the moment of the switch where the clock is set forward past it.
 */
export function instantsOf(local: number, zone: IANAZone): readonly number[] {
  // No zone has ever been further than a day from UTC or switched twice within two days.
  const before = offset(zone, local - day);
  const after = offset(zone, local + day);
  const candidates = before === after ? [local - before] : [local - before, local - after];
  const exact = candidates.filter((instant) => localOf(instant, zone) === local);
  if (exact.length > 0) return exact.sort((a, b) => a - b);
  return [switchBetween(local - Math.max(before, after), local - Math.min(before, after), zone)];
}

/** First instant after `from` and up to `to` at which the zone's offset is the one it has at `to`. */
function switchBetween(from: number, to: number, zone: IANAZone): number {
  const target = offset(zone, to);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(zone, middle) === target) high = middle;
    else low = middle;
  }
  return high;
}
