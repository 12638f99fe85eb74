import type { Duration } from '@vigil/language';
import { IANAZone } from 'luxon';
import type { Span } from '../engine/engine.js';
import { boundaries, shift, windowEstimate } from './calendar.js';
import { windowLabel } from './window-label.js';

/** A window of a monitor: [start, end) in epoch microseconds, and its name in the log's calendar. */
export interface Window extends Span {
  readonly label: string;
}

export interface WindowRequest {
  readonly every: Duration;
  /** Length of a sliding window; null: windows tumble. */
  readonly over: Duration | null;
  readonly timezone: string;
  /** Epoch microseconds the windows have to hold: the first row, and the last row or the as-of time. */
  readonly first: number;
  readonly last: number;
}

/** More windows than anybody reads; `every 1 minute` over years is a slip of the pen. */
export const mostWindows = 20_000;

/** Whether the spec asks for more windows than a run is willing to make. */
export function tooManyWindows(request: WindowRequest): boolean {
  return windowEstimate(request.every, request.first / 1000, request.last / 1000) > mostWindows;
}

/**
 * Windows on the calendar of the log's zone, from the one that holds `first` to the one that holds
 * `last`, without a gap where no row falls. Tumbling windows adjoin; sliding windows end at each
 * multiple of `every` and reach `over` back.
 */
export function windowsOf(request: WindowRequest): readonly Window[] {
  const zone = IANAZone.create(request.timezone);
  const first = Math.floor(request.first / 1000);
  const last = Math.floor(Math.max(request.last, request.first) / 1000);
  const lines = boundaries(request.every, zone, first, last);
  const windows: Window[] = [];
  for (let index = 1; index < lines.length; index++) {
    const end = lines[index]!;
    const start = request.over === null ? lines[index - 1]! : shift(end, request.over, -1, zone);
    const label = windowLabel(start, end, request.every, request.over, zone);
    windows.push({ start: start * 1000, end: end * 1000, label });
  }
  return windows;
}

/** Epoch microseconds by `duration` before `instant` on the zone's calendar. */
export function before(instant: number, duration: Duration, timezone: string): number {
  return moved(instant, duration, -1, timezone);
}

/** Epoch microseconds by `duration` after `instant` on the zone's calendar. */
export function after(instant: number, duration: Duration, timezone: string): number {
  return moved(instant, duration, 1, timezone);
}

function moved(instant: number, duration: Duration, direction: 1 | -1, timezone: string): number {
  const milliseconds = Math.floor(instant / 1000);
  const shifted = shift(milliseconds, duration, direction, IANAZone.create(timezone));
  return shifted * 1000 + (instant - milliseconds * 1000);
}
