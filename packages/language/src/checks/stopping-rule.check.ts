import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import type { StoppingRule } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { spendingFunctions } from '../schema/index.js';

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
  const wanted = spendingFunctions[name]?.parameter ?? null;
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
