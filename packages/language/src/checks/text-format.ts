import type { AstNode } from 'langium';
import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';

const VERSION = /^v?\d+(\.\d+){0,3}([-+][0-9A-Za-z.-]+)?$/;

/** Whether a text is a version: one to four numbers with dots, perhaps a suffix. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** Why a text is no SHA-256, or undefined when it is one. */
export function digestProblem(text: string): string | undefined {
  if (/^[0-9a-fA-F]{64}$/.test(text)) return undefined;
  if (/^sha256:/i.test(text)) return 'a prefix; leave `sha256:` out';
  const foreign = /[^0-9a-fA-F]/u.exec(text)?.[0];
  return foreign === undefined ? `${text.length} digits` : `'${foreign}', which is no hexadecimal digit`;
}

/** Whether a digest was shortened for display: its first digits and an ellipsis. */
export function isAbbreviated(text: string): boolean {
  return /^[0-9a-fA-F]{4,63}(…|\.\.\.)$/.test(text);
}

const zones: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

/** Whether the runtime's own copy of the IANA database knows the zone. */
function isTimezone(zone: string): boolean {
  // Offsets such as "+02:00" are accepted by Intl, but they know no daylight saving time.
  if (!/^[A-Za-z]/.test(zone)) return false;
  // Old names, which the list leaves out, are tried; that takes a thousand times as long as looking a name up.
  if (zones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Reports a time zone nobody knows. */
export function checkTimezone(zone: string, node: AstNode, report: Report): void {
  if (isTimezone(zone)) return;
  const near = nearest(zone, Intl.supportedValuesOf('timeZone'));
  report(
    'unknownTimezone',
    { zone, hint: hint(near) },
    { node },
    { replacement: near === undefined ? undefined : `"${near}"` },
  );
}

/** Whether a date in the form year-month-day exists in the calendar. */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  // Years below 100 are read as 19xx by Date.UTC; nothing in a spec is that old.
  return year >= 100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
