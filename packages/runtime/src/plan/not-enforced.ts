import type { Protocol } from '@vigil/language';

/**
 * What the spec asks for and a run does not do: said in every report, so that nobody takes silence for
 * a pass. Noun phrases, in a fixed order.
 */
export function notEnforced(protocol: Protocol): readonly string[] {
  const { monitors, models, trials, scenarios, changePlans } = protocol;
  return [
    ...listed('charts', namesOf(monitors.filter((monitor) => monitor.charts.length > 0))),
    ...listed('alarm budgets', namesOf(monitors.filter((monitor) => monitor.alarmBudget !== null))),
    ...listed('runbooks and notices', namesOf(monitors.filter((monitor) => monitor.reactions.length > 0))),
    ...listed('claims', namesOf(models.filter((model) => model.claims.length > 0))),
    ...listed('change plans', namesOf(changePlans)),
    ...listed('trials', namesOf(trials)),
    ...listed('scenarios', namesOf(scenarios)),
  ];
}

function namesOf(declarations: readonly { readonly name: string }[]): readonly string[] {
  return declarations.map(({ name }) => name);
}

function listed(what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${what} (${names.join(', ')})`];
}
