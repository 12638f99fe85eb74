import type { Report } from '../diagnostics/reporter.js';
import { isExpectation, isScenarioChange, isScenarioStart, type Scenario } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { titleOf } from './declaration-noun.js';
import { namePlace } from './facts.check.js';
import { checkStatementOnce } from './members.js';
import { percentHint, percentMeant } from './percent-hint.js';

/** A scenario starts from data and expects something. */
export function checkScenario(scenario: Scenario, report: Report): void {
  const owner = titleOf(scenario);
  const statements = scenario.statements ?? [];
  const starts = statements.filter(isScenarioStart);
  checkStatementOnce('from', owner, starts, report);
  if (starts.length === 0) {
    const purpose = 'the data that is perturbed';
    report('missingStatement', { owner, statement: 'from DATASET', purpose }, namePlace(scenario), {
      missing: 'from',
    });
  }
  if (!statements.some(isExpectation)) {
    const purpose = 'a scenario that expects nothing tests nothing';
    report('missingStatement', { owner, statement: 'expect … to …', purpose }, namePlace(scenario), {
      missing: 'expect',
    });
  }
  for (const change of statements.filter(isScenarioChange)) {
    const { share } = change;
    const value = quantityValue(share);
    if (share === undefined || (value > 0 && value <= 1)) continue;
    const replacement = percentMeant(share);
    report(
      'shareOutOfRange',
      { value: share, hint: percentHint(share) },
      { node: change, property: 'share' },
      { replacement },
    );
  }
}
