import type { Report } from '../diagnostics/reporter.js';
import {
  type Endpoint,
  isAllocation,
  isBlock,
  isEndpoint,
  isField,
  isLogColumn,
  isLook,
  isStoppingRule,
  isTrialAlpha,
  isTrialLog,
  type StoppingRule,
  type Trial,
} from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { checkExpectation } from './endpoint-expectation.check.js';
import { lineOf } from './members.js';

/** Parts of a trial that are sound each by itself and contradict each other. */
export function checkTrialDesign(trial: Trial, report: Report): void {
  const statements = trial.statements ?? [];
  const endpoints = statements.filter(isEndpoint);
  const [alpha] = statements.filter(isTrialAlpha);
  for (const endpoint of endpoints) checkExpectation(endpoint, alpha, report);
  checkRules(trial, endpoints, report);
  checkEfficacyAlpha(trial, report);
  checkPrimaries(trial, endpoints, report);
  checkAllocationColumns(trial, report);
  checkArmColumn(trial, report);
}

function checkRules(trial: Trial, endpoints: readonly Endpoint[], report: Report): void {
  const statements = trial.statements ?? [];
  const looks = statements.filter(isLook);
  const rules = statements.filter(isStoppingRule);
  const first = new Map<string, StoppingRule>();
  const hasSafety = endpoints.some(({ priority }) => priority === 'safety');
  for (const rule of rules) {
    const { kind } = rule;
    const endpoint = rule.endpoint?.ref;
    if (kind === undefined) continue;
    // A look without a purpose is taken for all rules.
    const looked = looks.some(({ purposes = [] }) => purposes.length === 0 || purposes.includes(kind));
    if (!looked)
      report('ruleWithoutLook', { kind, trial: trial.name ?? '' }, { node: rule, property: 'kind' });
    const name = rule.endpoint?.$refText ?? '';
    const key = `${kind} ${name}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, rule);
    else report('secondRule', { kind, endpoint: name, line: lineOf(earlier) }, { node: rule });
    if (endpoint === undefined) continue;
    const at = { node: rule, property: 'endpoint' } as const;
    const priority = endpoint.priority ?? 'secondary';
    if (kind !== 'harm' && priority !== 'primary')
      report('ruleOnOther', { kind, endpoint: name, priority }, at);
    if (kind === 'harm' && priority !== 'safety' && hasSafety) {
      const safety = endpoints.find((each) => each.priority === 'safety')?.name ?? '';
      report('harmNotOnSafety', { endpoint: name, priority, safety }, at);
    }
  }
}

/** What rules for efficacy spend of their own must not be more than the trial has. */
function checkEfficacyAlpha(trial: Trial, report: Report): void {
  const statements = trial.statements ?? [];
  const total = quantityValue(statements.find(isTrialAlpha)?.alpha);
  const spenders = statements
    .filter(isStoppingRule)
    .filter(({ kind, alpha }) => kind === 'efficacy' && alpha !== undefined);
  const spent = spenders.reduce((sum, { alpha }) => sum + quantityValue(alpha), 0);
  const last = spenders.at(-1);
  // A sum of decimals such as 0.02 + 0.005 may lie above 0.025 by rounding alone.
  if (last === undefined || !(spent > total * (1 + 1e-9))) return;
  const inPercent = (value: number) => `${Number((value * 100).toPrecision(6))}%`;
  report(
    'alphaOverspent',
    { spent: inPercent(spent), total: inPercent(total) },
    { node: last, property: 'alpha' },
  );
}

/** Words by which a trial says how alpha is divided between primary endpoints. */
const MULTIPLICITY =
  /multiplicity|co-?primary|bonferroni|holm|hochberg|hierarch|gatekeep|fixed[- ]sequence|intersection/i;

function checkPrimaries(trial: Trial, endpoints: readonly Endpoint[], report: Report): void {
  const [, second] = endpoints.filter(({ priority }) => priority === 'primary');
  if (second === undefined) return;
  const facts = (trial.statements ?? []).filter((each) => isField(each) || isBlock(each));
  if (facts.some(({ $cstNode }) => MULTIPLICITY.test($cstNode?.text ?? ''))) return;
  report('primariesWithoutMultiplicity', { trial: trial.name ?? '' }, { node: second, property: 'name' });
}

function checkAllocationColumns(trial: Trial, report: Report): void {
  for (const allocation of (trial.statements ?? []).filter(isAllocation)) {
    const strata = allocation.strata ?? [];
    for (const [index, column] of strata.entries()) {
      const at = { node: allocation, property: 'strata', index } as const;
      if (column === allocation.unit) report('stratumIsUnit', { column }, at);
      else if (strata.indexOf(column) < index)
        report(
          'duplicateMember',
          { kind: 'stratum', name: column, owner: '`allocate`', line: lineOf(allocation) },
          at,
        );
    }
  }
}

function checkArmColumn(trial: Trial, report: Report): void {
  for (const statement of (trial.statements ?? []).filter(isTrialLog)) {
    const log = statement.log?.ref;
    if (log === undefined) continue;
    const named = (log.statements ?? []).some((each) => isLogColumn(each) && each.role === 'arm');
    if (!named)
      report('logWithoutArm', { log: log.name ?? '', trial: trial.name ?? '' }, { node: statement });
  }
}
