import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import type { StoppingRule } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';

/** What a spending family says of its parameter: none, or one within limits. */
type Parameter = null | { readonly minimum: number; readonly maximum: number; readonly advice: string };

/**
 * Spending functions. Lan-DeMets (1983) have no parameter; Kim-DeMets (1987) power ρ > 0;
 * Hwang-Shih-DeCani (1990) γ within the range in use; Haybittle-Peto a fixed z.
 */
export const spendingFunctions: Readonly<Record<string, Parameter>> = {
  lan_demets_obf: null,
  lan_demets_pocock: null,
  power: { minimum: 0, maximum: 15, advice: 'a ρ above 0 and at most 15, e.g. power(3)' },
  hsd: { minimum: -40, maximum: 40, advice: 'a γ between -40 and 40, e.g. hsd(-4)' },
  haybittle_peto: { minimum: 0, maximum: 8, advice: 'a z above 0 and at most 8, e.g. haybittle_peto(3)' },
};

/** One stopping rule of a trial. */
export function checkStoppingRule(rule: StoppingRule, report: Report): void {
  const { kind, spending, binding } = rule;
  if (spending !== undefined) checkSpending(rule, report);
  if (kind === 'harm' && rule.alpha === undefined) {
    const endpoint = rule.endpoint?.$refText ?? '';
    report('harmWithoutAlpha', { endpoint, spending: spending ?? '' }, { node: rule });
  }
  if (binding === undefined || kind === undefined) return;
  if (kind !== 'futility') {
    report('misplacedBinding', { word: binding, kind }, { node: rule, property: 'binding' });
  } else if (binding === 'binding') {
    report('bindingFutility', {}, { node: rule, property: 'binding' });
  }
}

function checkSpending(rule: StoppingRule, report: Report): void {
  const { spending: name, parameter } = rule;
  if (!Object.hasOwn(spendingFunctions, name)) {
    const allowed = Object.keys(spendingFunctions);
    const near = nearest(name, allowed);
    report(
      'unknownSpending',
      { name, hint: hint(near), allowed: allowed.join(', ') },
      { node: rule, property: 'spending' },
      { replacement: near },
    );
    return;
  }
  const wanted = spendingFunctions[name] ?? null;
  if (wanted === null) {
    if (parameter !== undefined) {
      report(
        'spendingParameter',
        { name, problem: 'has no parameter' },
        { node: rule, property: 'parameter' },
      );
    }
    return;
  }
  const value = quantityValue(parameter);
  // γ = 0 is the limit "linear spending"; ρ and z must be above 0.
  const tooLow = wanted.minimum === 0 ? value <= 0 : value < wanted.minimum;
  if (parameter !== undefined && !tooLow && value <= wanted.maximum) return;
  const at =
    parameter === undefined
      ? ({ node: rule, property: 'spending' } as const)
      : ({ node: rule, property: 'parameter' } as const);
  report('spendingParameter', { name, problem: `wants ${wanted.advice}` }, at);
}
