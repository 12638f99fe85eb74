import { binningProblem, catalogue, type MetricDescriptor, type MetricParameter } from '@vigil/statistics';
import fc, { type Arbitrary } from 'fast-check';
import { limitDomain } from '../../src/checks/limit-domain.js';
import { fits, isPerColumn } from '../../src/checks/metric-columns.js';
import type { FeatureType } from '../../src/generated/ast.js';
import { adjustments, chartRules } from '../../src/schema/index.js';
import { some } from './values.js';

/** Columns of the model `Readmission`, which the imported log and its monitors are about. */
const columns: Readonly<Record<string, FeatureType>> = {
  time_in_hospital: 'number',
  race: 'category',
  gender: 'category',
  age_mid: 'number',
  readmitted_before: 'boolean',
  score: 'probability',
};
const crosses = ['sex', 'race', 'sex * race', 'race * sex', 'Demographics.sex', 'Demographics.race'];

/** `by sex, race`: no group twice. */
export const groups: Arbitrary<string> = fc
  .shuffledSubarray(['sex', 'race', 'sex * race'], { minLength: 1 })
  .map((chosen) => `by ${chosen.join(', ')}`);

/** A metric with what it is measured on, its arguments, threshold and groups. */
interface Term {
  readonly metric: MetricDescriptor;
  readonly aggregate: 'gap' | 'ratio' | undefined;
  readonly text: string;
}

/** @param targetOf what stands after `of`, and with it which metrics there are: none where it is undefined */
function term(
  aggregates: boolean,
  targetOf: (metric: MetricDescriptor) => Arbitrary<string> | undefined = target,
): Arbitrary<Term> {
  const metrics = catalogue.flatMap((metric) => {
    const of = targetOf(metric);
    return of === undefined ? [] : [{ metric, of }];
  });
  return fc.constantFrom(...metrics).chain(({ metric, of }) =>
    fc
      .record({
        arguments: some(metric.parameters.map(argument)).map((given) => withoutContradiction(metric, given)),
        aggregate: fc.constantFrom(
          ...(aggregates && metric.byGroup ? ([undefined, 'gap', 'ratio'] as const) : [undefined]),
        ),
        target: of,
        at: metric.threshold === 'none' ? fc.constant('') : fc.constantFrom('', 'at 0.15', 'at 15%', 'at 1e-1'),
        by: metric.byGroup ? fc.constantFrom('', ...crosses.map((cross) => `by ${cross}`)) : fc.constant(''),
        atFirst: fc.boolean(),
      })
      .map(({ aggregate, target, at, by, atFirst, ...rest }) => {
        const groups = aggregate !== undefined && by === '' ? 'by sex' : by;
        const tail = atFirst ? [at, groups] : [groups, at];
        const words = [`${metric.name}${rest.arguments}`, aggregate ?? '', target, ...(aggregates ? tail : [at])];
        return { metric, aggregate, text: words.filter((word) => word !== '').join(' ') };
      }),
  );
}

function argument({ name, type, values = [], minimum = -100, maximum = 100 }: MetricParameter): Arbitrary<string> {
  const written: Record<MetricParameter['type'], Arbitrary<string>> = {
    integer: fc.integer({ min: minimum, max: maximum }).map(String),
    number: fc.integer({ min: minimum, max: maximum }).map((value) => `${value}.5`),
    word: fc.constantFrom('none', ...values),
    boolean: fc.constantFrom('true', 'false'),
    numbers: fc.constantFrom('[1]', '[-1.5, 0, 2]', '[-1, 5%, 1e3,]'),
  };
  return (type === 'word' ? fc.constantFrom(...values) : written[type]).map((value) => `${name}: ${value}`);
}

/** Arguments in parentheses; only the first of them where all together make no sense. */
function withoutContradiction(metric: MetricDescriptor, given: readonly string[]): string {
  if (given.length === 0) return '';
  const values = Object.fromEntries(
    given.map((each) => {
      const [name = '', text = ''] = each.split(': ');
      if (text.startsWith('[')) return [name, [0, 1]];
      return [name, Number.isNaN(Number(text)) ? text : Number(text)];
    }),
  );
  const sensible = metric.needs !== 'cells' || binningProblem(metric.name, values) === null;
  return `(${(sensible ? given : given.filter((each) => each.startsWith('bins')).slice(0, 1)).join(', ')})`;
}

function target({ name, appliesTo }: MetricDescriptor): Arbitrary<string> {
  if (!isPerColumn(appliesTo)) return fc.constant('');
  const fitting = Object.keys(columns).filter((column) => fits(appliesTo, columns[column] ?? 'timestamp'));
  // Only what has a declared range or list of values can be outside of it.
  if (name === 'out_of_range') return fc.constantFrom('of time_in_hospital', 'of age_mid, time_in_hospital');
  if (name === 'unseen') return fc.constantFrom('of race', 'of gender, race');
  const named = fc
    .shuffledSubarray(fitting, { minLength: 1 })
    .chain((chosen) => fc.tuple(...chosen.map((each) => fc.constantFrom(each, `\`${each}\``))))
    .map((chosen) => `of ${chosen.join(', ')}`);
  const outputs = fits(appliesTo, 'probability') ? ['of all outputs'] : [];
  return fc.oneof(named, fc.constantFrom('of all inputs', ...outputs));
}

/** Two values a metric can have, the lower first. */
function reachable({ metric, aggregate }: Term): readonly [string, string] {
  const { minimum, maximum, unit } = limitDomain(metric, aggregate);
  if (unit === 'proportion' && minimum === 0) return ['5%', '0.6'];
  if (maximum === 1) return ['0.05', '0.6'];
  return minimum === null ? ['-1.5', '2e1'] : ['1e-1', '0.6'];
}

function limits(term: Term): Arbitrary<string> {
  const { better, givesPValue } = limitDomain(term.metric, term.aggregate);
  const [low, high] = reachable(term);
  const comparisons =
    better === 'target'
      ? [`warn < ${high} fail < ${low}`, `fail >= ${high}`, `fail outside ${low}..${high}`]
      : better === 'lower'
        ? [`warn > ${low} fail > ${high}`, `fail >= ${high}`, `warn >= ${low}`, `fail > ${high} warn > ${low}`]
        : [`warn < ${high} fail < ${low}`, `fail <= ${low}`, `warn < ${high}`];
  const adjusted = Object.keys(adjustments).map((method) => `fail p < 1% adjust ${method}`);
  const pValues = ['warn p < 0.05 fail p < 0.01', 'warn p < 5%', ...adjusted];
  return fc.constantFrom(...comparisons, ...(givesPValue && term.aggregate === undefined ? pValues : []));
}

/** `check …` with limits that can be broken and kept. */
export const check: Arbitrary<string> = term(true).chain((each) =>
  limits(each).map((limit) => `check ${each.text} ${limit}`),
);

/** `chart …` */
export const chart: Arbitrary<string> = fc
  .tuple(
    term(true),
    fc.constantFrom(
      ...Object.keys(chartRules).map((rules) => `rules ${rules}`),
      'cusum target 0.2 shift 2% arl 370',
      'cusum target -1.5 shift 1e-2 arl 200.5',
      'ewma',
    ),
  )
  .map(([{ text }, method]) => `chart ${text} ${method}`);

/** `claim …` on a dataset, with the input it may be about. */
export const claim: Arbitrary<string> = term(false, ({ appliesTo, better, family }) => {
  // Who runs the model again needs its file.
  if (better === 'target' || family === 'model') return undefined;
  if (!isPerColumn(appliesTo)) return fc.constant('');
  return fits(appliesTo, 'number') ? fc.constant('of claimed') : undefined;
}).map((each) => {
  const [low, high] = reachable(each);
  const comparison = each.metric.better === 'lower' ? `<= ${high}` : `>= ${low}`;
  const needsThreshold = each.metric.threshold === 'required' && !each.text.includes(' at ');
  return `input claimed : number 0..1 claim ${each.text}${needsThreshold ? ' at 0.5' : ''} ${comparison}`;
});

/** A metric in a condition of a change plan. */
export const conditionTerm: Arbitrary<string> = term(true).map(({ text }) => text);
