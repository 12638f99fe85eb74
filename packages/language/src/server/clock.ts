/** Today by the clock, in UTC, YYYY-MM-DD. Only the entries of the server ask it; everything else is told. */
export function todayByClock(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The day a client asks specs to be judged for: `initializationOptions: { "asOf": "2026-11-20" }`. */
export function askedDay(initializationOptions: unknown): string | undefined {
  if (typeof initializationOptions !== 'object' || initializationOptions === null) return undefined;
  const asOf = 'asOf' in initializationOptions ? initializationOptions.asOf : undefined;
  return typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : undefined;
}
