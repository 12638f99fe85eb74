import { describe, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { expectNone, expectOne } from '../../test-kit/one-finding.js';

const check = textChecker();
const by = (cross: string) => `\nmonitor M on Visits { every 1 month by ${cross} check brier fail > 0.3 }`;

describe('subgroups that are not apart', () => {
  it.each([
    [
      'subgroups S { a = site in ["A", "B"] «b = site in ["C", "B"]» }',
      /^VGL0619 subgroup 'b' shares "B" with 'a' in line \d+: the same patients are counted in both$/,
    ],
    [
      'subgroups S { a = site in ["A", "B"] «b = site in ["B", "A"]» }',
      /^VGL0618 subgroup 'b' is the same as 'a' in line \d+$/,
    ],
    ['subgroups S { a = age cut at 40 «b = age cut at 40.0» }', /^VGL0618/],
    ['subgroups S { a = sex «b = sex» }', /^VGL0618/],
    [
      `subgroups S { young = age cut at 20 }${by('«band * young»')}`,
      "VGL0620 'band' and 'young' both divide by 'age': their cross has groups without anybody",
    ],
    [
      `subgroups S { old = age cut at 60, «121» }${by('old')}`,
      "VGL0621 subgroup 'old' is cut at 121, and nobody is above: 'age' lies in 0..120",
    ],
    [`subgroups S { old = age cut at «-1», 60 }${by('old')}`, /^VGL0621 .* nobody is below/],
  ])('%s', (marked, finding) => expectOne(marked, finding, check));
});

describe('subgroups that are apart, or another way to look at a column', () => {
  it.each([
    'subgroups S { a = site in ["A"] b = site in ["B"] }',
    'subgroups S { a = site in ["A"] b = ward in ["A"] }',
    'subgroups S { a = age cut at 40 b = age cut at 50 }',
    `subgroups S { old = age cut at 1, 120 }${by('old, band, sex * old')}`,
    `subgroups S { risk = score cut at -1, 2 }${by('risk')}`,
  ])('%s', (text) => expectNone(text, check));
});
