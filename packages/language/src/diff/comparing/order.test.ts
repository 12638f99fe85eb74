import { expect, it } from 'vitest';
import type { Duration } from '../../protocol/protocol.js';
import { type Direction, longerIsStricter, moreIsStricter, wordOrder } from './order.js';

it.each<[Duration, Duration, Direction]>([
  [{ count: 5, unit: 'year' }, { count: 10, unit: 'year' }, 'stricter'],
  [{ count: 1, unit: 'year' }, { count: 12, unit: 'month' }, 'same'],
  [{ count: 1, unit: 'quarter' }, { count: 3, unit: 'month' }, 'same'],
  [{ count: 7, unit: 'day' }, { count: 1, unit: 'week' }, 'same'],
  [{ count: 90, unit: 'minute' }, { count: 1.5, unit: 'hour' }, 'same'],
  [{ count: 30, unit: 'day' }, { count: 1, unit: 'month' }, 'unknown'],
  [{ count: 4, unit: 'week' }, { count: 2, unit: 'month' }, 'stricter'],
  [{ count: 32, unit: 'day' }, { count: 1, unit: 'month' }, 'weaker'],
  // Never shorter, in a leap year longer.
  [{ count: 365, unit: 'day' }, { count: 1, unit: 'year' }, 'stricter'],
  [{ count: 367, unit: 'day' }, { count: 1, unit: 'year' }, 'weaker'],
])('%j and %j: the second is %s where longer is stricter', (before, after, direction) => {
  expect(longerIsStricter(before, after)).toBe(direction);
});

it('orders words and sets, and says when it cannot', () => {
  const order = wordOrder('low', 'high');
  expect([order('low', 'high'), order('high', 'low'), order('low', 'other')]).toEqual([
    'stricter',
    'weaker',
    'unknown',
  ]);
  expect([
    moreIsStricter(['a'], ['b', 'a']),
    moreIsStricter(['a', 'b'], ['b']),
    moreIsStricter(['a', 'b'], ['b', 'a']),
    moreIsStricter(['a'], ['b']),
  ]).toEqual(['stricter', 'weaker', 'same', 'unknown']);
});
