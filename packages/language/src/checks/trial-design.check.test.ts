import { describe, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { expectNone, expectOne } from '../../test-kit/one-finding.js';

const check = textChecker();
const parts = {
  endpoint: 'endpoint primary died : proportion of died, superiority, expect 11% against 9%',
  alpha: 'alpha 2.5% one-sided power 90%',
  more: '',
};
const trial = (changed: Partial<typeof parts>): string => {
  const { endpoint, alpha, more } = { ...parts, ...changed };
  return `trial T {\n  arm control A arm treatment B\n  ${endpoint}\n  ${alpha}\n  ${more}\n}`;
};
const endpoint = (clauses: string, measure = 'proportion') =>
  trial({ endpoint: `endpoint primary e : ${measure} of e, ${clauses}` });
const looks = 'look at 50% for efficacy\n look at final\n';

describe('parts that contradict each other: one finding, at its place', () => {
  it.each([
    [
      trial({
        more: 'look at 50% for efficacy\n look at final for efficacy\n stop for efficacy on died : spending lan_demets_obf\n stop for «harm» on died : alpha 2.5% spending lan_demets_pocock',
      }),
      "VGL0720 trial 'T' stops for harm by a rule, and no look is taken for harm",
    ],
    [trial({ more: 'stop for «efficacy» on died : spending lan_demets_obf' }), /^VGL0720/],
    [
      trial({
        more: `${looks} stop for efficacy on died : spending lan_demets_obf\n «stop for efficacy on died : spending power(3)»`,
      }),
      /^VGL0721 stopping for efficacy on 'died' already has a rule in line \d+$/,
    ],
    [
      trial({
        more: `${looks} endpoint secondary stay : mean of days\n stop for efficacy on «stay» : spending lan_demets_obf`,
      }),
      "VGL0722 stopping for efficacy is decided on a primary endpoint; 'stay' is secondary",
    ],
    [
      trial({
        more: `look at final\n endpoint safety fell : proportion of fell\n stop for futility on «fell» : spending hsd(-2)`,
      }),
      /^VGL0722 .*'fell' is safety$/,
    ],
    [
      trial({
        more: `look at final\n endpoint safety fell : proportion of fell\n stop for harm on «died» : alpha 2.5% spending lan_demets_pocock`,
      }),
      /^VGL0723 .* 'died', which is primary, .* 'fell'$/,
    ],
    [
      trial({ more: `${looks} stop for efficacy on died : alpha «3%» spending lan_demets_obf` }),
      'VGL0724 the rules for efficacy spend 3% together; the trial has 2.5%',
    ],
    [
      trial({ more: 'endpoint primary «fell» : proportion of fell, superiority, expect 5% against 4%' }),
      "VGL0725 trial 'T' has two primary endpoints and does not say how they share alpha",
    ],
    [
      trial({ more: 'allocate 1:1 by patient stratified by site, «patient»' }),
      "VGL0726 'patient' is what is allocated: each one would be a stratum of its own",
    ],
    [
      trial({ more: 'allocate 1:1 by patient stratified by site, «site»' }),
      /^VGL0106 stratum 'site' is declared twice/,
    ],
    [
      trial({ more: '«log Visits»' }),
      "VGL0727 log 'Visits' of trial 'T' names no arm: add `arm: COLUMN` to the log",
    ],
    [
      endpoint('higher is better, superiority, «expect 11% against 9%»'),
      "VGL0728 `expect 11% against 9%` of endpoint 'e' expects the treatment to be worse: higher is better, and control stands first",
    ],
    [endpoint('lower is better, «expect 9% against 11%»'), /^VGL0728 .*lower is better/],
    [
      endpoint('superiority, «expect 9% against 9%»'),
      /^VGL0728 .* no difference, and superiority wants one$/,
    ],
    [
      endpoint('lower is better, noninferiority margin 2%, «expect 9% against 11%»'),
      /^VGL0728 .* worse by the margin of 2% or more$/,
    ],
    [
      endpoint('equivalence margin 2%, «expect 9% against 12%»'),
      /^VGL0728 .* a difference of the margin of 2% or more$/,
    ],
    [
      trial({
        endpoint: 'endpoint primary e : proportion of e, noninferiority margin 2%',
        alpha: 'alpha 5% «two-sided» power 90%',
      }),
      "VGL0729 noninferiority of endpoint 'e' is tested on one side at a time: write `alpha 2.5% one-sided`",
    ],
    [
      trial({ endpoint: 'endpoint primary «e» : mean of e, superiority, expect 3 against 2' }),
      "VGL0730 power 90% cannot be computed: endpoint 'e' lacks the spread: add `sd 3`",
    ],
    [
      trial({ endpoint: 'endpoint primary «e» : proportion of e, superiority' }),
      /^VGL0730 .* lacks the effect/,
    ],
  ])('%s', (marked, finding) => expectOne(marked, finding, check));
});

describe('a sound design', () => {
  it.each([
    trial({}),
    trial({
      more: `look at 50%\n look at final\n stop for efficacy on died : spending lan_demets_obf\n stop for harm on died : alpha 2.5% spending lan_demets_pocock`,
    }),
    trial({
      more: `look at 50%\n look at final\n endpoint safety fell : proportion of fell\n stop for harm on fell : alpha 2.5% spending lan_demets_pocock`,
    }),
    trial({
      alpha: 'alpha 0.025 one-sided power 90%',
      more: `${looks} stop for efficacy on died : alpha 2.5% spending lan_demets_obf`,
    }),
    trial({
      more: 'endpoint primary fell : proportion of fell, superiority, expect 5% against 4%\n multiplicity: "Holm"',
    }),
    trial({ more: 'allocate 1:1 by patient stratified by site, age' }),
    `log R { source: "r.csv" time: t arm: arm }\n${trial({ more: 'log R' })}`,
    endpoint('lower is better, superiority, expect 11% against 9%'),
    endpoint('higher is better, superiority, expect 9% against 11%'),
    endpoint('lower is better, noninferiority margin 2%, expect 9% against 10%'),
    endpoint('noninferiority margin 0.5, sd 3', 'mean'),
    endpoint('equivalence margin 2%'),
    trial({ alpha: 'alpha 5% two-sided power 90%' }),
    trial({ endpoint: 'endpoint primary e : mean of e, superiority', alpha: 'alpha 2.5% one-sided' }),
  ])('%s', (text) => expectNone(text, check));
});
