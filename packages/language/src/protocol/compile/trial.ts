import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { Endpoint, Trial } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileFacts } from './facts.js';
import { type Part, part, values } from './part.js';
import { statementsOf } from './statements.js';

export function compileTrial(trial: ast.Trial, context: CompileContext): Part<Trial> {
  const { statements } = trial;
  const facts = compileFacts(statements, 'trial', context);
  const arms = statementsOf(statements, 'Arm').map((arm) =>
    part(arm, { kind: arm.kind, name: arm.name, title: arm.title ?? null }),
  );
  const allocation = statementsOf(statements, 'Allocation').map(compileAllocation)[0] ?? null;
  const endpoints = statementsOf(statements, 'Endpoint').map(compileEndpoint);
  const alpha = statementsOf(statements, 'TrialAlpha').map(compileAlpha)[0] ?? null;
  const looks = statementsOf(statements, 'Look')
    .map(compileLook)
    .sort(({ value: a }, { value: b }) => a.at - b.at);
  const stops = statementsOf(statements, 'StoppingRule').map(compileStop);
  const sampleRatioAlpha =
    statementsOf(statements, 'SampleRatio').map((ratio) => part(ratio, quantityValue(ratio.alpha)))[0] ??
    null;
  return part(
    trial,
    {
      name: trial.name,
      title: trial.title ?? null,
      facts: facts.value,
      arms: values(arms),
      allocation: allocation?.value ?? null,
      log: statementsOf(statements, 'TrialLog')[0]?.log.$refText ?? null,
      endpoints: values(endpoints),
      alpha: alpha?.value ?? null,
      looks: values(looks),
      stops: values(stops),
      sampleRatioAlpha: sampleRatioAlpha?.value ?? null,
    },
    { facts, arms, allocation, endpoints, alpha, looks, stops, sampleRatioAlpha },
  );
}

function compileAllocation(allocation: ast.Allocation): Part<NonNullable<Trial['allocation']>> {
  const { weights, unit, strata, blocks } = allocation;
  return part(allocation, { weights, unit, strata, blocks });
}

function compileEndpoint(endpoint: ast.Endpoint): Part<Endpoint> {
  const { priority, name, measure, column, clauses } = endpoint;
  const [better] = statementsOf(clauses, 'BetterDirection');
  const [aim] = statementsOf(clauses, 'EndpointAim');
  const [expected] = statementsOf(clauses, 'ExpectedEffect');
  const [deviation] = statementsOf(clauses, 'StandardDeviation');
  return part(endpoint, {
    name,
    title: endpoint.title ?? null,
    priority,
    measure,
    column,
    better: better?.better ?? null,
    aim: aim?.aim ?? null,
    margin: aim?.margin === undefined ? null : quantityValue(aim.margin),
    expect: expected
      ? { first: quantityValue(expected.first), second: quantityValue(expected.second) }
      : null,
    sd: deviation ? quantityValue(deviation.sd) : null,
  });
}

function compileAlpha(alpha: ast.TrialAlpha): Part<NonNullable<Trial['alpha']>> {
  return part(alpha, {
    value: quantityValue(alpha.alpha),
    sides: alpha.sides === 'one-sided' ? 1 : 2,
    power: alpha.power === undefined ? null : quantityValue(alpha.power),
  });
}

function compileLook(look: ast.Look): Part<Trial['looks'][number]> {
  return part(look, { at: look.final ? 1 : quantityValue(look.at), for: [...look.purposes].sort() });
}

/** Futility is non-binding unless the word `binding` stands there; the other boundaries always bind. */
function compileStop(stop: ast.StoppingRule): Part<Trial['stops'][number]> {
  return part(stop, {
    kind: stop.kind,
    endpoint: stop.endpoint.$refText,
    alpha: stop.alpha === undefined ? null : quantityValue(stop.alpha),
    spending: stop.spending,
    parameter: stop.parameter === undefined ? null : quantityValue(stop.parameter),
    binding: stop.kind === 'futility' ? stop.binding === 'binding' : null,
  });
}
