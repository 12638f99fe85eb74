import { hint, nearest } from '../diagnostics/did-you-mean.js';
import type { Report } from '../diagnostics/reporter.js';
import {
  type Allocation,
  isAllocation,
  isArm,
  isEndpoint,
  isLook,
  isSampleRatio,
  isStoppingRule,
  isTrialAlpha,
  isTrialLog,
  type Look,
  type SampleRatio,
  type StoppingRule,
  type Trial,
  type TrialAlpha,
} from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { lookPurposes } from '../schema/index.js';
import { titleOf } from './declaration-noun.js';
import { checkEndpoint } from './endpoint.check.js';
import { namePlace } from './facts.check.js';
import { checkMembersOnce, checkStatementOnce, named } from './members.js';
import { percentHint, percentMeant } from './percent-hint.js';
import { checkStoppingRule } from './stopping-rule.check.js';

/** A trial's design, before any number is computed from it. */
export function checkTrial(trial: Trial, report: Report): void {
  const owner = titleOf(trial);
  const statements = trial.statements ?? [];
  const once = {
    allocate: isAllocation,
    alpha: isTrialAlpha,
    log: isTrialLog,
    'sample ratio': isSampleRatio,
  };
  for (const [word, guard] of Object.entries(once))
    checkStatementOnce(word, owner, statements.filter(guard), report);
  checkArms(trial, report);
  checkMembersOnce('endpoint', owner, named(statements.filter(isEndpoint)), report);
  for (const endpoint of statements.filter(isEndpoint)) checkEndpoint(endpoint, report);
  if (!statements.some((each) => isEndpoint(each) && each.priority === 'primary')) {
    report('noPrimaryEndpoint', { trial: trial.name ?? '' }, namePlace(trial));
  }
  for (const allocation of statements.filter(isAllocation)) checkAllocation(allocation, trial, report);
  checkAlpha(trial, owner, report);
  checkLooks(trial, report);
  for (const rule of statements.filter(isStoppingRule)) checkStoppingRule(rule, report);
}

function checkArms(trial: Trial, report: Report): void {
  const arms = (trial.statements ?? []).filter(isArm);
  checkMembersOnce('arm', titleOf(trial), named(arms), report);
  const controls = arms.filter(({ kind }) => kind === 'control');
  const name = trial.name ?? '';
  if (controls.length !== 1) report('controlArms', { trial: name, count: controls.length }, namePlace(trial));
  else if (controls.length === arms.length) report('noTreatmentArm', { trial: name }, namePlace(trial));
}

function checkAllocation(allocation: Allocation, trial: Trial, report: Report): void {
  const weights = allocation.weights ?? [];
  const ratio = weights.join(':');
  const arms = (trial.statements ?? []).filter(isArm).length;
  const index = weights.findIndex((weight) => !(weight >= 1 && Number.isInteger(weight)));
  if (index >= 0) {
    const values = { what: 'a weight', wanted: 'a whole number of at least 1', value: weights[index] ?? 0 };
    report('notPositive', values, { node: allocation, property: 'weights', index });
    return;
  }
  if (weights.length !== arms) {
    const values = { ratio, weights: weights.length, trial: trial.name ?? '', arms };
    report('weightsDoNotMatchArms', values, { node: allocation });
    return;
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  for (const [index, block] of (allocation.blocks ?? []).entries()) {
    if (block > 0 && block % sum === 0) continue;
    report('blockDoesNotFit', { block, ratio, sum }, { node: allocation, property: 'blocks', index });
  }
}

function checkAlpha(trial: Trial, owner: string, report: Report): void {
  const statements = trial.statements ?? [];
  const alphas = statements.filter(isTrialAlpha);
  if (alphas.length === 0) {
    const purpose = 'the risk of a false claim, e.g. `alpha 2.5% one-sided power 90%`';
    report('missingStatement', { owner, statement: 'alpha …', purpose }, namePlace(trial));
  }
  for (const statement of alphas) {
    checkAlphaValue(statement, report);
    checkPower(statement, report);
  }
  for (const rule of [...statements.filter(isStoppingRule), ...statements.filter(isSampleRatio)]) {
    checkAlphaValue(rule, report);
  }
}

function checkAlphaValue(node: TrialAlpha | StoppingRule | SampleRatio, report: Report): void {
  const { alpha } = node;
  const value = quantityValue(alpha);
  if (alpha === undefined || (value > 0 && value < 0.5)) return;
  const replacement = percentMeant(alpha);
  report(
    'alphaOutOfRange',
    { value: alpha, hint: percentHint(alpha) },
    { node: node as TrialAlpha, property: 'alpha' },
    { replacement },
  );
}

function checkPower(statement: TrialAlpha, report: Report): void {
  const { alpha, power } = statement;
  const value = quantityValue(power);
  const floor = quantityValue(alpha);
  if (power === undefined || (value > floor && value < 1) || !(floor > 0 && floor < 0.5)) return;
  report(
    'powerOutOfRange',
    { alpha: alpha ?? '', value: power, hint: percentHint(power) },
    { node: statement, property: 'power' },
    { replacement: percentMeant(power) },
  );
}

const purposes = Object.keys(lookPurposes);

function checkLooks(trial: Trial, report: Report): void {
  const looks = (trial.statements ?? []).filter(isLook);
  let before = 0;
  let beforeText = '';
  for (const look of looks) {
    checkPurposes(look, trial, report);
    const fraction = look.final ? 1 : quantityValue(look.at);
    if (Number.isNaN(fraction)) continue;
    const text = look.final ? 'final' : (look.at ?? '');
    if (!(fraction > 0 && fraction <= 1)) {
      const replacement = percentMeant(look.at);
      report(
        'lookOutOfRange',
        { value: text, hint: percentHint(look.at) },
        { node: look, property: 'at' },
        { replacement },
      );
      continue;
    }
    if (fraction <= before) {
      report('looksNotAscending', { later: text, earlier: beforeText }, { node: look });
    }
    before = fraction;
    beforeText = text;
  }
  const misplaced = looks.some(
    (look) => !look.final && !(quantityValue(look.at) > 0 && quantityValue(look.at) <= 1),
  );
  const hasFinal = looks.some((look) => look.final || quantityValue(look.at) === 1);
  if (looks.length > 0 && !hasFinal && !misplaced)
    report('noFinalLook', { trial: trial.name ?? '' }, namePlace(trial));
}

function checkPurposes(look: Look, trial: Trial, report: Report): void {
  const rules = (trial.statements ?? []).filter(isStoppingRule);
  for (const [index, purpose] of (look.purposes ?? []).entries()) {
    const at = { node: look, property: 'purposes', index } as const;
    if (!purposes.includes(purpose)) {
      const near = nearest(purpose, purposes);
      report('unknownPurpose', { purpose, hint: hint(near) }, at, { replacement: near });
    } else if (!look.final && !rules.some(({ kind }) => kind === purpose)) {
      report('lookWithoutRule', { purpose, trial: trial.name ?? '' }, at);
    }
  }
}
