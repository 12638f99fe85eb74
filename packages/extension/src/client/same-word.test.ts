import { expect, it } from 'vitest';
import { isSameWord } from './same-word.js';

it.each<[before: string, now: string, is: boolean]>([
  ['  check sp|', '  check sp', true],
  ['  check sp|', '  check specif', true],
  ['  check sp| fail < 1', '  check specif fail < 1', true],
  ['  check |', '  check s', true],
  ['  kind:|', '  kind: lo', true],
  ['  kind:|', '  kind:lo', true],
  ['  kind:|', '  kind: locked ', false],
  ['  check|', '  check ', false],
  ['  check|', '  check specif', false],
  ['  check sp|', '  check sp(', false],
  ['  check sp|', '  check s', false],
  ['  check sp|', '  chexk sp', false],
  ['  check sp| fail', '  check sp', false],
  ['  check|', '', false],
])('%s then %s: %s', (before, now, is) => {
  expect(isSameWord(before.replace('|', ''), now, before.indexOf('|'))).toBe(is);
});
