import type { Report } from '../../diagnostics/reporter.js';
import { isAllocation, isEndpoint, isTrialLog, type Trial } from '../../generated/ast.js';
import { checkColumnInData } from './column-in-data.js';
import type { SpecData } from './spec-data.js';

const uses = { proportion: 'yes or no', mean: 'numbers', hazard: 'anything' } as const;

/** The columns of endpoints, of the allocation and of its strata, against the trial's log. */
export function checkTrialData(trial: Trial, data: SpecData, report: Report): void {
  const statements = trial.statements ?? [];
  const log = statements.find(isTrialLog)?.log?.ref;
  if (log === undefined) return;
  const outcomes = data.ofOutcomes(log);
  const tables = outcomes === undefined ? [data.ofDeclaration(log)] : [data.ofDeclaration(log), outcomes];
  for (const endpoint of statements.filter(isEndpoint)) {
    const purpose = `what endpoint '${endpoint.name ?? ''}' is measured on`;
    const at = { node: endpoint, property: 'column' };
    const wanted = { as: uses[endpoint.measure] ?? 'anything' } as const;
    checkColumnInData({ name: endpoint.column, wanted, purpose, at, replaceable: true }, tables, report);
  }
  for (const allocation of statements.filter(isAllocation)) {
    const wanted = { as: 'anything' } as const;
    const unit = { node: allocation, property: 'unit' };
    const purpose = 'the unit that is allocated';
    checkColumnInData(
      { name: allocation.unit, wanted, purpose, at: unit, replaceable: true },
      tables,
      report,
    );
    for (const [index, name] of (allocation.strata ?? []).entries()) {
      const at = { node: allocation, property: 'strata', index };
      checkColumnInData({ name, wanted, purpose: 'a stratum', at, replaceable: true }, tables, report);
    }
  }
}
