/**
 * What is printed for an error nobody expected: one line. Its words may hold anything, also a cell of
 * the data; therefore only its kind is shown, and all of it with `VIGIL_DEBUG=1` on the user's own risk.
 */
export function faultText(error: unknown, version: string, debug: boolean): string {
  if (debug) return `${error instanceof Error ? error.stack : String(error)}\n`;
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  return `internal error: ${kind} in vigil ${version}; please report it with the command you ran (VIGIL_DEBUG=1 shows the details, which may hold data)\n`;
}
