import { describe, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { expectNone, expectOne } from '../../test-kit/one-finding.js';

const check = textChecker();
const spec = (line: string, size: string, schedule = ''): string =>
  `subgroups S { place = site in ["A", "B", "C"] ${size} }\nmonitor M on Visits { every 1 month by place ${schedule}\n  check ${line}\n}`;

/** 2/√π · √(0.2·0.8/50) = 0.0638, and exp(−2/√π · √(1/50)) = 0.8525. */
describe('a difference that chance alone makes between the smallest groups', () => {
  it.each([
    [
      spec('selection_rate gap «fail > 0.05»', 'minimum size 50'),
      "VGL0515 two groups of 50 rows without any difference show a 'selection_rate gap' of about 0.06 on average (at a rate of 20 %): `fail > 0.05` would fail by chance; judge groups of at least 82 (`minimum size`), or say `confidence 95%`",
    ],
    [
      spec('selection_rate ratio «fail < 0.9»', 'minimum size 50'),
      /^VGL0515 two groups of 50 .* 0\.85 on average \(at a rate of 50 %\): .* at least 120 /,
    ],
    // Nobody says how small a group may be: the metric itself wants ten cases.
    [spec('sensitivity gap «fail > 0.1»', ''), /^VGL0515 two groups of 10 rows /],
    [
      spec('missing of age gap «fail > 0.01»', 'minimum size 50').replace(
        'missing of age gap',
        'missing gap of age',
      ),
      /^VGL0515/,
    ],
  ])('%s', (marked, finding) => expectOne(marked, finding, check));
});

describe('a difference the groups can resolve, or chance is taken care of', () => {
  it.each([
    spec('selection_rate gap fail > 0.065', 'minimum size 50'),
    spec('selection_rate gap fail > 0.05', 'minimum size 100'),
    spec('selection_rate ratio fail < 0.8', 'minimum size 50'),
    spec('selection_rate gap warn > 0.02', 'minimum size 50'),
    spec('selection_rate gap fail > 0.05', 'minimum size 50', 'confidence 95%'),
    // No share of rows: its spread is another.
    spec('auroc gap fail > 0.01', 'minimum size 50'),
    spec('selection_rate fail > 0.5', 'minimum size 50'),
  ])('%s', (text) => expectNone(text, check));
});
