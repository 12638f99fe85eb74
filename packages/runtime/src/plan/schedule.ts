import type { Log, Monitor } from '@vigil/language';
import { DateTime, IANAZone } from 'luxon';
import type { DataProblem, SourceDescription, Span } from '../engine/engine.js';
import { planProblems } from './plan-problems.js';
import { after, before, mostWindows, tooManyWindows, type Window, windowsOf } from './windows.js';

/** Up to when rows and labels are looked at, epoch microseconds; explicit when the user named it. */
export interface AsOf {
  readonly time: number;
  readonly explicit: boolean;
}

export interface ScheduledWindow extends Window {
  /** The as-of time the user named lies inside: the window is not over yet. */
  readonly open: boolean;
  /** Date in the log's zone on which the last label of the window is mature, where that is still to come. */
  readonly matureOn: string | null;
}

/** A monitor's windows, and the parts of them whose labels are mature. */
export interface Schedule {
  readonly windows: readonly ScheduledWindow[];
  /** One per window. */
  readonly spans: readonly Span[];
  /** Up to the last row whose label is mature; `indices` leads from a window to its span, if it has one. */
  readonly mature: { readonly spans: readonly Span[]; readonly indices: ReadonlyMap<number, number> };
}

/**
 * The latest event or label in any of the logs, where the user names no as-of time; never the clock.
 * Null when no log has a readable row.
 */
export function defaultAsOf(descriptions: Iterable<SourceDescription>): AsOf | null {
  const times = [...descriptions].flatMap(({ lastTime, lastLabelTime }) =>
    [lastTime, lastLabelTime].filter((time): time is number => time !== null),
  );
  return times.length === 0 ? null : { time: Math.max(...times), explicit: false };
}

/**
 * Places a monitor's windows: from the one that holds the first row to the one that holds the last row,
 * or the as-of time where the user named one. Null when there is nothing to place them by.
 */
export function scheduleOf(
  monitor: Monitor,
  log: Log,
  description: SourceDescription | null,
  asOf: AsOf | null,
): Schedule | DataProblem | null {
  const { timezone } = log;
  if (!IANAZone.isValidZone(timezone)) return planProblems.timezoneUnknown(log.name, { timezone });
  const last = asOf?.explicit ? asOf.time : (description?.lastTime ?? null);
  if (asOf === null || last === null) return null;
  const first = Math.min(description?.firstTime ?? last, last);
  const request = { every: monitor.every, over: monitor.over, timezone, first, last };
  if (tooManyWindows(request))
    return planProblems.tooManyWindows(log.name, { monitor: monitor.name, most: mostWindows });
  const matureUntil =
    monitor.labelsMatureAfter === null ? null : lastMature(asOf.time, monitor.labelsMatureAfter, timezone);
  const windows = windowsOf(request).map((window) => ({
    ...window,
    open: asOf.explicit && window.start <= asOf.time && asOf.time < window.end,
    matureOn:
      monitor.labelsMatureAfter === null
        ? null
        : dateIfAfter(
            after(lastOutcomeOf(window.end, asOf, description), monitor.labelsMatureAfter, timezone),
            asOf.time,
            timezone,
          ),
  }));
  const spans = windows.map(({ start, end }) => ({ start, end }));
  return { windows, spans, mature: matureParts(spans, matureUntil) };
}

/** A window that is over gets no more rows: its outcomes are in when the last row's is. */
function lastOutcomeOf(end: number, asOf: AsOf, description: SourceDescription | null): number {
  const lastRow = description?.lastTime ?? null;
  return end <= asOf.time && lastRow !== null ? Math.min(end, lastRow) : end;
}

/** The last event time whose label is mature at `asOf`: the largest t with t + delay <= asOf. */
function lastMature(
  asOf: number,
  delay: NonNullable<Monitor['labelsMatureAfter']>,
  timezone: string,
): number {
  // Calendar months are not invertible (31 March less a month is 29 February), so the guess is refined.
  const guess = before(asOf, delay, timezone);
  const margin = 4 * 86_400_000_000;
  let low = guess - margin;
  let high = guess + margin;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (after(middle, delay, timezone) <= asOf) low = middle;
    else high = middle;
  }
  return low;
}

function matureParts(spans: readonly Span[], until: number | null): Schedule['mature'] {
  const indices = new Map<number, number>();
  if (until === null) {
    for (const index of spans.keys()) indices.set(index, index);
    return { spans, indices };
  }
  const parts: Span[] = [];
  spans.forEach(({ start, end }, index) => {
    if (start > until) return;
    indices.set(index, parts.push({ start, end: Math.min(end, until + 1) }) - 1);
  });
  return { spans: parts, indices };
}

function dateIfAfter(time: number, asOf: number, timezone: string): string | null {
  if (time <= asOf) return null;
  return DateTime.fromMillis(time / 1000, { zone: timezone }).toFormat('yyyy-MM-dd');
}
