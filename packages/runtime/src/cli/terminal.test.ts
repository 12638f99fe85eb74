import { describe, expect, it } from 'vitest';
import { printable, wantsColour } from './terminal.js';

describe('wantsColour', () => {
  it.each<[boolean | undefined, Record<string, string>, boolean]>([
    [true, {}, true],
    [false, {}, false],
    [undefined, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [undefined, { FORCE_COLOR: 'true' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: '' }, true],
    [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
  ])('terminal %s, %j → %s', (isTerminal, environment, expected) => {
    expect(wantsColour(isTerminal, environment)).toBe(expected);
  });
});

it('printable shows what could move the cursor or reverse the text', () => {
  expect(printable('plain\tZoë ✓')).toBe('plain\tZoë ✓');
  expect(printable('\u001b[31mred\u0007')).toBe('�[31mred�');
  expect(printable('a\u202eb\u200bc')).toBe('a�b�c');
  expect(printable('a\nb\rc')).toBe('a�b�c');
});
