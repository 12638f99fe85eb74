/** Epoch microseconds as RFC 3339 in UTC; a fraction of a second only where there is one. */
export function utc(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1_000_000);
  const fraction = microseconds - seconds * 1_000_000;
  const digits = fraction === 0 ? '' : `.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
  return `${new Date(seconds * 1000).toISOString().slice(0, -5)}${digits}Z`;
}
