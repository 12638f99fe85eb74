/** Today by the clock, in UTC, YYYY-MM-DD. Only the entries of the server ask it; everything else is told. */
export function todayByClock(): string {
  return new Date().toISOString().slice(0, 10);
}
