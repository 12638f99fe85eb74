import type { Report } from '../../diagnostics/reporter.js';
import { isScenarioChange, isScenarioStart, type Scenario } from '../../generated/ast.js';
import { titleOf } from '../declaration-noun.js';
import { checkColumnInData } from './column-in-data.js';
import type { SpecData } from './spec-data.js';

/** The columns a scenario changes are numbers of the dataset it starts from. */
export function checkScenarioData(scenario: Scenario, data: SpecData, report: Report): void {
  const statements = scenario.statements ?? [];
  const table = data.ofDeclaration(statements.find(isScenarioStart)?.dataset?.ref);
  for (const change of statements.filter(isScenarioChange)) {
    const wanted = { as: 'numbers' } as const;
    const purpose = `what ${titleOf(scenario)} changes`;
    const { column, source } = change;
    const at = { node: change, property: 'column' };
    checkColumnInData({ name: column, wanted, purpose, at, replaceable: true }, [table], report);
    if (source === column) continue;
    const from = { node: change, property: 'source' };
    checkColumnInData({ name: source, wanted, purpose, at: from, replaceable: true }, [table], report);
  }
}
