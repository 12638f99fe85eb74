import { describe, expect, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { checkMarked } from '../../test-kit/marked-text.js';

const check = textChecker();
const parts = {
  arms: 'arm control A arm treatment B',
  endpoint: 'endpoint primary died : proportion of died, superiority, expect 11% against 9%',
  alpha: 'alpha 2.5% one-sided power 90%',
  more: '',
};
const trial = (changed: Partial<typeof parts>): string => {
  const { arms, endpoint, alpha, more } = { ...parts, ...changed };
  return `trial T {\n  ${arms}\n  ${endpoint}\n  ${alpha}\n  ${more}\n}`;
};

describe('a design that cannot be: one finding, at its place', () => {
  it.each([
    [
      { more: '«allocate 1:2:1 by patient»' },
      "VGL0701 `allocate 1:2:1` has 3 weights, and trial 'T' has 2 arms",
    ],
    [{ more: 'allocate 1:«0» by patient' }, 'VGL0605 a weight must be a whole number of at least 1; found 0'],
    [
      { more: 'allocate 2:1 by patient using permuted blocks of 6, «4»' },
      'VGL0712 a block of 4 cannot hold `2:1` evenly: use a multiple of 3',
    ],
    [
      { more: 'look at 50%\n  «look at 50%»\n  look at final' },
      'VGL0704 looks ascend in information: 50% follows 50%',
    ],
    [{ more: 'look at final\n  «look at 50%»' }, 'VGL0704 looks ascend in information: 50% follows final'],
    [
      { more: 'look at «0»\n  look at final' },
      'VGL0705 a look is taken at a fraction above 0% and at most 100% of the information; found 0',
    ],
    [
      { more: 'look at «50»\n  look at final' },
      "VGL0705 a look is taken at a fraction above 0% and at most 100% of the information; found 50; did you mean '50%'?",
    ],
    [{ alpha: 'alpha «50%» one-sided' }, 'VGL0707 alpha lies above 0 and below 0.5; found 50%'],
    [{ alpha: 'alpha «0» one-sided' }, 'VGL0707 alpha lies above 0 and below 0.5; found 0'],
    [
      { alpha: 'alpha 5% one-sided power «4%»' },
      'VGL0708 power lies above alpha (5%) and below 100%; found 4%',
    ],
    [{ more: 'sample ratio alpha «60%»' }, 'VGL0707 alpha lies above 0 and below 0.5; found 60%'],
    [
      { more: 'look at final\n  stop for efficacy on died : spending «lan_demets_ofb»' },
      /^VGL0709 .*; did you mean 'lan_demets_obf'\?$/,
    ],
    [
      { more: 'look at final\n  stop for efficacy on died : spending lan_demets_obf(«3»)' },
      "VGL0710 spending function 'lan_demets_obf' has no parameter",
    ],
    [
      { more: 'look at final\n  stop for efficacy on died : spending power(«-1»)' },
      /^VGL0710 spending function 'power' wants a ρ above 0/,
    ],
    [
      { more: 'look at final\n  stop for efficacy on «dead» : spending lan_demets_obf' },
      /^VGL0101 there is no endpoint 'dead'/,
    ],
    [{ more: '«alpha 5% one-sided»' }, /^VGL0105 'alpha' is said twice in trial 'T': also in line \d+$/],
    [
      { more: 'endpoint secondary «died» : mean of days, superiority, sd 3' },
      /^VGL0106 endpoint 'died' is declared twice/,
    ],
    [
      { more: 'endpoint secondary stay : mean of days, «superiority margin 0.5», sd 3' },
      "VGL0713 endpoint 'stay': superiority has no margin",
    ],
    [
      { more: 'endpoint secondary stay : mean of days, «noninferiority margin -1», sd 3' },
      "VGL0713 endpoint 'stay': noninferiority wants a margin above 0; found -1",
    ],
    [
      { more: 'endpoint secondary stay : mean of days, superiority, «sd 0»' },
      'VGL0605 a standard deviation must be above 0; found 0',
    ],
    [{ more: '«bord»: { name: "DSMB" }' }, "VGL0201 trial 'T' has no field 'bord'; did you mean 'board'?"],
  ] as const)('%o', async (changed, finding) => {
    const { findings, found, marked } = await checkMarked(trial(changed), check);
    expect(findings).toEqual([typeof finding === 'string' ? finding : expect.stringMatching(finding)]);
    expect(found).toEqual(marked);
  });

  it.each([
    ['arm control A arm control B', "VGL0702 trial '«T»' needs exactly one control arm; found 2"],
    [
      'arm control A',
      "VGL0703 trial '«T»' has no treatment arm: there is nothing to compare with the control",
    ],
    ['arm control A arm treatment A', /^VGL0106 arm 'A' is declared twice in trial/],
  ])('%s', async (arms, finding) => {
    const { findings } = await checkMarked(trial({ arms }), check);
    expect(findings).toEqual([
      typeof finding === 'string' ? finding.replaceAll(/[«»]/g, '') : expect.stringMatching(finding),
    ]);
  });
});

describe('nothing is wrong with', () => {
  it.each([
    {},
    { more: 'allocate 2:1 by patient stratified by site using permuted blocks of 3, 6' },
    {
      more: 'look at 0.5 for efficacy\n look at final for efficacy\n stop for efficacy on died : spending hsd(-4)',
    },
    { more: 'look at 50%\n look at 100%' },
    { more: 'look at final\n  stop for futility on died : spending hsd(-2) non-binding' },
    { more: 'concomitantCare: "as usual"' },
    { arms: 'arm control A arm treatment B arm treatment C', more: 'allocate 1:1:1 by patient' },
  ])('%o', async (changed) => {
    expect((await checkMarked(trial(changed), check)).findings).toEqual([]);
  });
});
