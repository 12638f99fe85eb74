import { expect, it } from 'vitest';
import type { FeatureDraft } from '../draft.js';
import { smallShare } from '../monitors/rules.js';
import { columnCheck } from '../monitors/search.js';
import { checkLines } from './check-lines.js';

const input = (name: string): FeatureDraft => ({
  direction: 'input',
  name,
  type: 'number',
  range: null,
  values: null,
  unit: null,
  optional: false,
  missing: null,
});
const rule = smallShare(0.01, 0.02, 'little');
const judged = (column: string, text: string, width: number) => ({
  check: columnCheck('missing', column, rule),
  limits: { text, width, comment: (columns: number) => `${column} is the widest of ${columns}` },
});

it('writes checks with the same limits as one, and says how wide the widest is', () => {
  const lines = checkLines(
    [judged('a', 'fail > 1%', 0.1), judged('b c', 'fail > 2%', 0.2), judged('d', 'fail > 1%', 0.3)],
    ['a', 'b c', 'd'].map(input),
  );
  expect(lines).toEqual([
    '  // d is the widest of 2',
    '  check missing of a, d fail > 1%',
    '  // b c is the widest of 1',
    '  check missing of `b c` fail > 2%',
  ]);
});

it('says all inputs where these are all', () => {
  const lines = checkLines([judged('a', 'fail > 1%', 0), judged('b', 'fail > 1%', 1)], ['a', 'b'].map(input));
  expect(lines[1]).toBe('  check missing of all inputs fail > 1%');
});

it('leaves checks without limits apart', () => {
  const bare = { text: '', width: 0, comment: () => '' };
  const lines = checkLines(
    ['a', 'b'].map((column) => ({ check: columnCheck('missing', column, rule), limits: bare })),
    ['a', 'b'].map(input),
  );
  expect(lines).toEqual(['  check missing of a ', '  check missing of b ']);
});
