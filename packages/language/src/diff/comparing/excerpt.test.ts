import { expect, it } from 'vitest';
import { excerpt, excerpts } from './excerpt.js';

const long =
  'The score orders the list of patients that the discharge nurse calls, and nothing else depends on it. ';

it('shows short texts whole, on one line', () => {
  expect(excerpts('one\n two', 'one three')).toEqual(['one two', 'one three']);
});

it('shows of long texts where they begin to differ', () => {
  expect(excerpts(`${long}A nurse decides.`, `${long}Nobody decides.`)).toEqual([
    '…ing else depends on it. A nurse decides.',
    '…ing else depends on it. Nobody decides.',
  ]);
});

it('cuts what is too long, and no character in two', () => {
  expect(excerpt('😀'.repeat(100))).toBe(`${'😀'.repeat(80)}…`);
  expect(excerpts(`${'😀'.repeat(60)}a`, `${'😀'.repeat(60)}b`)).toEqual([
    `…${'😀'.repeat(12)}a`,
    `…${'😀'.repeat(12)}b`,
  ]);
});
