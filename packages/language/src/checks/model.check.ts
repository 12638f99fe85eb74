import { metricNamed } from '@vigil/statistics';
import type { Report } from '../diagnostics/reporter.js';
import { type Claim, type Feature, isClaim, isFeature, type Model } from '../generated/ast.js';
import { quantityValue } from '../grammar/quantity.js';
import { reach } from './bad-region.js';
import type { CheckContext } from './check-context.js';
import { titleOf } from './declaration-noun.js';
import { domainInWords, limitDomain } from './limit-domain.js';
import { checkMembersOnce, named } from './members.js';
import { fits } from './metric-columns.js';
import { checkMetricTerm } from './metric-term.check.js';
import { percentHint } from './percent-hint.js';
import { isVersion } from './text-format.js';

/** A model: version, features and claims. */
export function checkModel(model: Model, report: Report, context: CheckContext): void {
  const owner = titleOf(model);
  if (model.version !== undefined && !isVersion(model.version)) {
    report('malformedVersion', { version: model.version, owner }, { node: model, property: 'version' });
  }
  const features = (model.statements ?? []).filter(isFeature);
  for (const direction of ['input', 'context', 'output'] as const) {
    checkMembersOnce(
      direction,
      owner,
      named(features.filter((feature) => feature.direction === direction)),
      report,
    );
  }
  for (const feature of features) checkFeature(feature, report);
  for (const claim of (model.statements ?? []).filter(isClaim)) checkClaim(claim, model, report, context);
}

function checkFeature(feature: Feature, report: Report): void {
  const { name, type, range, values = [], unit } = feature;
  if (name === undefined || type === undefined) return;
  const isNumber = fits('numeric', type);
  if (range !== undefined && !isNumber) {
    report('rangeOfWrongType', { type, feature: name, property: 'a range' }, { node: range });
  } else if (quantityValue(range?.low) > quantityValue(range?.high)) {
    report('rangeUpsideDown', { low: range?.low ?? '', high: range?.high ?? '' }, { node: range! });
  }
  if (values.length > 0 && type !== 'category') {
    report(
      'rangeOfWrongType',
      { type, feature: name, property: 'a list of values' },
      { node: feature, property: 'values' },
    );
  }
  if (unit !== undefined && !isNumber) {
    report(
      'rangeOfWrongType',
      { type, feature: name, property: 'a unit' },
      { node: feature, property: 'unit' },
    );
  }
  const members = values.map((value, index) => ({ node: feature, name: value, property: 'values', index }));
  checkMembersOnce('category', `input '${name}'`, members, report);
}

/** A claim says what holds: it must be possible, and say something. */
function checkClaim(claim: Claim, model: Model, report: Report, context: CheckContext): void {
  const { metric: term, comparison } = claim;
  if (term === undefined) return;
  const place = { model, hasReference: true, hasGroups: false };
  if (checkMetricTerm(term, place, report, context) === undefined) return;
  const metric = metricNamed(term.metric);
  const value = quantityValue(comparison?.value);
  if (metric === undefined || comparison?.operator === undefined || Number.isNaN(value)) return;
  const domain = limitDomain(metric, term.aggregate);
  const { operator } = comparison;
  if (operator === '==') return;
  const inclusive = operator.endsWith('=');
  const above = operator.startsWith('>');
  const reached = reach({ low: above ? null : value, high: above ? value : null, inclusive }, domain);
  if (reached === 'sometimes') return;
  const values = {
    severity: 'claim',
    limit: `${operator} ${comparison.value}`,
    metric: domain.name,
    range: domainInWords(domain),
    hint: domain.unit === 'proportion' ? percentHint(comparison.value) : '',
  };
  report(reached === 'never' ? 'neverBreached' : 'alwaysBreached', values, { node: comparison });
}
