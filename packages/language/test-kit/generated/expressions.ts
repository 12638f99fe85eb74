import fc, { type Arbitrary } from 'fast-check';
import { conditionTerm } from './metrics.js';
import { duration, listOf, quoted } from './values.js';

/** What names a condition can use. */
interface Vocabulary {
  readonly numbers: readonly Arbitrary<string>[];
  readonly truths: readonly Arbitrary<string>[];
}

const singleQuoted = fc.constantFrom("'a'", "''", "'it\\'s // a \"text\"'", "'{ 🩺 /* '");
const numerals = fc.constantFrom('0', '1', '0.05', '5%', '2e-3', '-1', '- 0.5', '100%');

/** Conditions of every form: arithmetic, comparisons, `in`, `and`, `&&`, `or`, `||`, `not`, `!`, `? :`, lists, calls. */
function condition({ numbers, truths }: Vocabulary): Arbitrary<string> {
  const { truth } = fc.letrec<{ number: string; truth: string }>((tie) => {
    const number = tie('number');
    const truth = tie('truth');
    const texts = listOf(fc.oneof(quoted, singleQuoted), 1);
    return {
      number: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof(numerals, ...numbers),
        fc.tuple(number, fc.constantFrom('+', '-', '*', '/'), number).map((parts) => parts.join(' ')),
        number.map((inner) => `(${inner})`),
        number.map((inner) => `-(${inner})`),
        texts.map((list) => `${list}.size()`),
        fc.tuple(truth, number, number).map(([when, a, b]) => `((${when}) ? ${a} : ${b})`),
      ),
      truth: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof(fc.constantFrom('true', 'false'), ...truths),
        fc
          .tuple(number, fc.constantFrom('<', '<=', '>', '>=', '==', '!='), number)
          .map((parts) => parts.join(' ')),
        fc.tuple(truth, fc.constantFrom('and', '&&', 'or', '||'), truth).map((parts) => parts.join(' ')),
        truth.map((inner) => `(${inner})`),
        truth.map((inner) => `!(${inner})`),
        truth.map((inner) => `not (${inner})`),
        fc.tuple(fc.oneof(quoted, singleQuoted), texts).map((parts) => parts.join(' in ')),
        fc.tuple(truth, truth, truth).map(([when, a, b]) => `(${when}) ? ${a} : (${b})`),
      ),
    };
  });
  return truth;
}

const verdicts = fc.constantFrom('InputDrift fails', 'Performance warns', 'InputDrift warns');

/** After groups, `*` crosses them with more of them; it multiplies only after a parenthesis. */
const factor = conditionTerm.map((term) => (term.includes(' by ') ? `(${term})` : term));

/** Conditions of a change plan about the imported model. */
export const planCondition: Arbitrary<string> = condition({
  numbers: [factor, conditionTerm.map((term) => `(champion ${term})`)],
  truths: [
    verdicts,
    duration.map((every) => `every ${every}`),
    fc.tuple(conditionTerm, fc.constantFrom('<=', '>', '=='), numerals).map((parts) => parts.join(' ')),
  ],
});

/** Conditions of a checklist about a spec. */
export const checklistCondition: Arbitrary<string> = condition({
  numbers: [fc.constantFrom('signatures.size()', 'signatures[0].role.size()', "product['markets'][0].size()")],
  truths: [fc.constantFrom('product.isDevice')],
});
