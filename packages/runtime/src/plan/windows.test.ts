import type { Duration } from '@vigil/language';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { after, before, tooManyWindows, windowsOf } from './windows.js';

const us = (iso: string) => Date.parse(iso) * 1000;
const iso = (microseconds: number) => new Date(microseconds / 1000).toISOString().replace(':00.000Z', 'Z');
const per = (count: number, unit: Duration['unit']): Duration => ({ count, unit });

function table(every: Duration, timezone: string, first: string, last: string, over: Duration | null = null) {
  return windowsOf({ every, over, timezone, first: us(first), last: us(last) }).map(
    ({ start, end, label }) => `${iso(start)} ${iso(end)} ${label}`,
  );
}

// New York: clocks go forward 2024-03-10 at 07:00Z (-5 to -4) and back 2024-11-03 at 06:00Z.
it('days in New York are 23 and 25 hours long over the switches', () => {
  expect(table(per(1, 'day'), 'America/New_York', '2024-03-09T12:00Z', '2024-03-11T12:00Z')).toEqual([
    '2024-03-09T05:00Z 2024-03-10T05:00Z 2024-03-09',
    '2024-03-10T05:00Z 2024-03-11T04:00Z 2024-03-10',
    '2024-03-11T04:00Z 2024-03-12T04:00Z 2024-03-11',
  ]);
  expect(table(per(1, 'day'), 'America/New_York', '2024-11-03T12:00Z', '2024-11-03T12:00Z')).toEqual([
    '2024-11-03T04:00Z 2024-11-04T05:00Z 2024-11-03',
  ]);
});

it('months in New York start at local midnight on both sides of the switch', () => {
  expect(table(per(1, 'month'), 'America/New_York', '2024-03-01T05:00Z', '2024-03-31T23:00Z')).toEqual([
    '2024-03-01T05:00Z 2024-04-01T04:00Z 2024-03',
  ]);
  expect(table(per(1, 'month'), 'America/New_York', '2024-03-01T04:59Z', '2024-03-01T05:00Z')).toEqual([
    '2024-02-01T05:00Z 2024-03-01T05:00Z 2024-02',
    '2024-03-01T05:00Z 2024-04-01T04:00Z 2024-03',
  ]);
});

it('the repeated hour in New York is a window of its own, the skipped one is none', () => {
  expect(table(per(1, 'hour'), 'America/New_York', '2024-11-03T05:00Z', '2024-11-03T07:00Z')).toEqual([
    '2024-11-03T05:00Z 2024-11-03T06:00Z 2024-11-03 01:00 -04:00',
    '2024-11-03T06:00Z 2024-11-03T07:00Z 2024-11-03 01:00 -05:00',
    '2024-11-03T07:00Z 2024-11-03T08:00Z 2024-11-03 02:00',
  ]);
  expect(table(per(1, 'hour'), 'America/New_York', '2024-03-10T06:30Z', '2024-03-10T07:30Z')).toEqual([
    '2024-03-10T06:00Z 2024-03-10T07:00Z 2024-03-10 01:00',
    '2024-03-10T07:00Z 2024-03-10T08:00Z 2024-03-10 03:00',
  ]);
});

it('six-hour shifts stay on 0, 6, 12, 18 o clock through the switch', () => {
  expect(table(per(6, 'hour'), 'America/New_York', '2024-03-10T05:00Z', '2024-03-10T12:00Z')).toEqual([
    '2024-03-10T05:00Z 2024-03-10T10:00Z 2024-03-10 00:00',
    '2024-03-10T10:00Z 2024-03-10T16:00Z 2024-03-10 06:00',
  ]);
});

// Lord Howe: back by half an hour 2024-04-07 02:00 (+11) = 2024-04-06T15:00Z, forward 2024-10-06 02:00 (+10:30) = 2024-10-05T15:30Z.
it('Lord Howe switches by half an hour', () => {
  const zone = 'Australia/Lord_Howe';
  expect(table(per(1, 'day'), zone, '2024-04-06T13:00Z', '2024-04-06T13:00Z')).toEqual([
    '2024-04-06T13:00Z 2024-04-07T13:30Z 2024-04-07',
  ]);
  expect(table(per(1, 'day'), zone, '2024-10-05T13:30Z', '2024-10-05T13:30Z')).toEqual([
    '2024-10-05T13:30Z 2024-10-06T13:00Z 2024-10-06',
  ]);
  // 02:00 does not exist on 2024-10-06: the hour after it starts at the moment of the switch.
  expect(table(per(1, 'hour'), zone, '2024-10-05T15:00Z', '2024-10-05T16:00Z')).toEqual([
    '2024-10-05T14:30Z 2024-10-05T15:30Z 2024-10-06 01:00',
    '2024-10-05T15:30Z 2024-10-05T16:00Z 2024-10-06 02:30',
    '2024-10-05T16:00Z 2024-10-05T17:00Z 2024-10-06 03:00',
  ]);
  // 01:30 is shown twice on 2024-04-07, 02:00 once.
  expect(table(per(30, 'minute'), zone, '2024-04-06T14:00Z', '2024-04-06T15:30Z')).toEqual([
    '2024-04-06T14:00Z 2024-04-06T14:30Z 2024-04-07 01:00',
    '2024-04-06T14:30Z 2024-04-06T15:00Z 2024-04-07 01:30 +11:00',
    '2024-04-06T15:00Z 2024-04-06T15:30Z 2024-04-07 01:30 +10:30',
    '2024-04-06T15:30Z 2024-04-06T16:00Z 2024-04-07 02:00',
  ]);
  expect(table(per(1, 'month'), zone, '2024-04-01T00:00Z', '2024-04-01T00:00Z')).toEqual([
    '2024-03-31T13:00Z 2024-04-30T13:30Z 2024-04',
  ]);
});

it('quarters, years and three-month steps start in January, April, July, October', () => {
  expect(table(per(1, 'quarter'), 'UTC', '2023-12-31T23:59Z', '2024-04-01T00:00Z')).toEqual([
    '2023-10-01T00:00Z 2024-01-01T00:00Z 2023-Q4',
    '2024-01-01T00:00Z 2024-04-01T00:00Z 2024-Q1',
    '2024-04-01T00:00Z 2024-07-01T00:00Z 2024-Q2',
  ]);
  expect(table(per(3, 'month'), 'UTC', '2024-02-10T00:00Z', '2024-02-10T00:00Z')).toEqual([
    '2024-01-01T00:00Z 2024-04-01T00:00Z 2024-01 to 2024-03',
  ]);
  expect(table(per(1, 'year'), 'UTC', '2024-02-10T00:00Z', '2024-02-10T00:00Z')).toEqual([
    '2024-01-01T00:00Z 2025-01-01T00:00Z 2024',
  ]);
});

// 2024-12-30 is the Monday of ISO week 2025-W01; 2021-01-03 is the Sunday of 2020-W53.
it('weeks are ISO weeks, from Monday, also over new year', () => {
  expect(table(per(1, 'week'), 'UTC', '2024-12-29T23:00Z', '2024-12-30T00:00Z')).toEqual([
    '2024-12-23T00:00Z 2024-12-30T00:00Z 2024-W52',
    '2024-12-30T00:00Z 2025-01-06T00:00Z 2025-W01',
  ]);
  expect(table(per(1, 'week'), 'UTC', '2021-01-03T12:00Z', '2021-01-03T12:00Z')).toEqual([
    '2020-12-28T00:00Z 2021-01-04T00:00Z 2020-W53',
  ]);
});

it('a silent feed leaves its windows standing', () => {
  expect(table(per(1, 'month'), 'UTC', '2024-01-15T00:00Z', '2024-04-02T00:00Z')).toHaveLength(4);
});

it('sliding windows end at each step and reach back on the calendar, month-ends included', () => {
  expect(table(per(1, 'day'), 'UTC', '2024-03-30T10:00Z', '2024-03-30T20:00Z', per(1, 'month'))).toEqual([
    '2024-02-29T00:00Z 2024-03-31T00:00Z 1 month to 2024-03-30',
  ]);
  expect(
    table(per(1, 'day'), 'America/New_York', '2024-03-10T12:00Z', '2024-03-11T12:00Z', per(2, 'day')),
  ).toEqual([
    '2024-03-09T05:00Z 2024-03-11T04:00Z 2 days to 2024-03-10',
    '2024-03-10T05:00Z 2024-03-12T04:00Z 2 days to 2024-03-11',
  ]);
});

it('a day whose midnight does not exist starts when the clock is set forward', () => {
  // São Paulo 2018-11-04: 00:00 (-3) became 01:00 (-2), at 03:00Z.
  expect(table(per(1, 'day'), 'America/Sao_Paulo', '2018-11-04T12:00Z', '2018-11-04T12:00Z')).toEqual([
    '2018-11-04T03:00Z 2018-11-05T02:00Z 2018-11-04',
  ]);
});

it('maturity moves along the calendar and keeps microseconds', () => {
  expect(iso(after(us('2024-03-01T05:00:00Z'), per(1, 'month'), 'America/New_York'))).toBe(
    '2024-04-01T04:00Z',
  );
  expect(before(us('2024-03-31T00:00:00Z') + 7, per(30, 'day'), 'UTC')).toBe(us('2024-03-01T00:00:00Z') + 7);
});

it('refuses a grid nobody can read', () => {
  const span = { over: null, timezone: 'UTC', first: us('2020-01-01T00:00Z'), last: us('2024-01-01T00:00Z') };
  expect(tooManyWindows({ every: per(1, 'minute'), ...span })).toBe(true);
  expect(tooManyWindows({ every: per(1, 'day'), ...span })).toBe(false);
});

it('tumbling windows adjoin, ascend and hold the first and the last instant, in any zone', () => {
  const zones = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Europe/Berlin'];
  const units = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...units),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: us('2015-01-01T00:00Z'), max: us('2030-01-01T00:00Z') }),
      fc.integer({ min: 0, max: 40 * 86_400_000_000 }),
      (timezone, unit, count, first, length) => {
        const last = first + length;
        const windows = windowsOf({ every: per(count, unit), over: null, timezone, first, last });
        expect(windows[0]!.start).toBeLessThanOrEqual(first);
        expect(windows[0]!.end).toBeGreaterThan(first);
        expect(windows.at(-1)!.start).toBeLessThanOrEqual(last);
        expect(windows.at(-1)!.end).toBeGreaterThan(last);
        for (let i = 1; i < windows.length; i++) expect(windows[i]!.start).toBe(windows[i - 1]!.end);
        expect(new Set(windows.map((w) => w.label)).size).toBe(windows.length);
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});
