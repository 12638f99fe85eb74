import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { Scenario } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileFacts } from './facts.js';
import { type Part, part, values } from './part.js';
import { statementsOf } from './statements.js';

export function compileScenario(scenario: ast.Scenario, context: CompileContext): Part<Scenario> {
  const { statements } = scenario;
  const facts = compileFacts(statements, 'scenario', context);
  const changes = statementsOf(statements, 'ScenarioChange').map(compileChange);
  const expectations = statementsOf(statements, 'Expectation').map(compileExpectation);
  return part(
    scenario,
    {
      name: scenario.name,
      title: scenario.title ?? null,
      facts: facts.value,
      from: statementsOf(statements, 'ScenarioStart')[0]?.dataset.$refText ?? null,
      changes: values(changes),
      expectations: values(expectations),
    },
    { facts, changes, expectations },
  );
}

function compileChange(change: ast.ScenarioChange): Part<Scenario['changes'][number]> {
  const { column, source, operator } = change;
  return part(change, {
    column,
    source,
    operator,
    amount: quantityValue(change.amount),
    share: change.share === undefined ? null : quantityValue(change.share),
  });
}

function compileExpectation(expectation: ast.Expectation): Part<Scenario['expectations'][number]> {
  return part(expectation, {
    monitor: expectation.allMonitors ? null : (expectation.monitor?.$refText ?? null),
    verdict: expectation.verdict,
  });
}
