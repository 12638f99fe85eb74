import type { Report } from '../diagnostics/reporter.js';
import {
  type Endpoint,
  isBetterDirection,
  isEndpointAim,
  isExpectedEffect,
  isStandardDeviation,
} from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { checkStatementOnce } from './members.js';
import { percentHint } from './percent-hint.js';

/** An endpoint: its aim, margin, expected values and spread. */
export function checkEndpoint(endpoint: Endpoint, report: Report): void {
  const clauses = endpoint.clauses ?? [];
  const name = endpoint.name ?? '';
  const once = {
    'is better': isBetterDirection,
    superiority: isEndpointAim,
    expect: isExpectedEffect,
    sd: isStandardDeviation,
  };
  for (const [word, guard] of Object.entries(once)) {
    checkStatementOnce(word, `endpoint '${name}'`, clauses.filter(guard), report);
  }
  for (const clause of clauses) {
    if (isEndpointAim(clause)) checkMargin(clause.aim, clause.margin, name, clause, report);
    if (isExpectedEffect(clause) && endpoint.measure === 'proportion') {
      for (const property of ['first', 'second'] as const) {
        const text = clause[property];
        const value = quantityValue(text);
        if (text === undefined || (value >= 0 && value <= 1)) continue;
        const values = { endpoint: name, value: text, hint: percentHint(text) };
        report('expectedOutOfRange', values, { node: clause, property });
      }
    }
    if (isStandardDeviation(clause) && !(quantityValue(clause.sd) > 0) && clause.sd !== undefined) {
      report(
        'notPositive',
        { what: 'a standard deviation', wanted: 'above 0', value: clause.sd },
        { node: clause },
      );
    }
  }
}

function checkMargin(
  aim: 'superiority' | 'noninferiority' | 'equivalence' | undefined,
  margin: string | undefined,
  endpoint: string,
  node: Extract<Endpoint['clauses'][number], { aim: unknown }>,
  report: Report,
): void {
  if (aim === undefined) return;
  if (aim === 'superiority') {
    if (margin !== undefined) report('missingMargin', { endpoint, aim, problem: 'has no margin' }, { node });
  } else if (margin === undefined) {
    report(
      'missingMargin',
      { endpoint, aim, problem: `needs a margin: write \`${aim} margin 0.5\`` },
      { node },
    );
  } else if (!(quantityValue(margin) > 0)) {
    report('missingMargin', { endpoint, aim, problem: `wants a margin above 0; found ${margin}` }, { node });
  }
}
