import fc, { type Arbitrary } from 'fast-check';
import { columnName, quoted, some } from './values.js';

const title = fc.oneof(fc.constant(''), quoted);

/** `lan_demets_obf`, `hsd(-2)`: a spending function with the parameter it wants. */
const spending = fc.constantFrom(
  ...['lan_demets_obf', 'lan_demets_pocock', 'power(3)', 'hsd(-4)', 'hsd(0.5)', 'haybittle_peto(3)'],
);

const direction = fc.constantFrom('lower is better', 'higher is better');
const aims = ['superiority', 'noninferiority margin 0.5', 'equivalence margin 5%'];

function endpoint(priority: string, name: string, clauses: readonly Arbitrary<string>[]): Arbitrary<string> {
  return fc
    .tuple(title, fc.constantFrom('proportion', 'mean', 'hazard'), columnName, some(clauses))
    .map(([text, measure, column, chosen]) => {
      const measured = `endpoint ${priority} ${name} ${text} : ${measure} of ${column}`;
      return [measured, ...chosen].join(', ');
    });
}

const allocation = fc
  .tuple(
    fc.constantFrom('1:1', '2:1', '1:3'),
    fc.constantFrom('', 'stratified by site, `age group`', 'stratified by site'),
    fc.constantFrom('', 'using permuted blocks of 12', 'using permuted blocks of 12, 24'),
  )
  .map(([weights, strata, blocks]) => `allocate ${weights} by patient_nbr ${strata} ${blocks}`);

const looks = fc
  .shuffledSubarray(['20%', '0.4', '60%', '0.8'])
  .map((fractions) => [...fractions].sort((a, b) => inShares(a) - inShares(b)))
  .chain((fractions) => fc.tuple(...[...fractions, 'final'].map(look)))
  .map((statements) => statements.join(' '));

function inShares(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

function look(at: string): Arbitrary<string> {
  const purposes = fc
    .shuffledSubarray(['efficacy', 'futility', 'harm'], { minLength: 1 })
    .map((chosen) => `for ${chosen.join(', ')}`);
  return fc.oneof(fc.constant(''), purposes).map((chosen) => `look at ${at} ${chosen}`);
}

const stops = fc
  .tuple(
    spending.map((how) => `stop for efficacy on first : spending ${how}`),
    fc
      .tuple(spending, fc.constantFrom('', 'non-binding', 'binding'))
      .map(([how, binding]) => `stop for futility on first : spending ${how} ${binding}`),
    spending.map((how) => `stop for harm on third : alpha 2.5% spending ${how}`),
  )
  .map((rules) => rules.join(' '));

/** What a trial must say, and some of what it may. */
export const trialDesign: Arbitrary<readonly string[]> = fc
  .tuple(
    title.map((text) => `arm control UsualCare ${text}`),
    title.map((text) => `arm treatment GuidedCall ${text}`),
    fc.oneof(fc.constant(''), allocation),
    fc.constantFrom('', 'log TrialLog'),
    endpoint('primary', 'first', [
      fc.constantFrom(...aims),
      direction,
      fc.constant('sd 3'),
    ]),
    fc.oneof(
      fc.constant(''),
      endpoint('secondary', 'second', [
        fc.constantFrom('superiority, lower is better, expect 11% against 0.09', 'expect 0.1 against 0.2'),
        fc.constant('sd 1.5'),
      ]),
    ),
    endpoint('safety', 'third', [direction]),
    fc.constantFrom('alpha 2.5% one-sided', 'alpha 0.025 one-sided power 90%', 'alpha 5% two-sided power 0.8'),
    looks,
    stops,
    fc.constantFrom('', 'sample ratio alpha 0.1%', 'sample ratio alpha 0.001'),
  );
