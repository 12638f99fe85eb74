import type * as ast from '../../generated/ast.js';
import { quantityValue } from '../../grammar/quantity.js';
import type { Feature, Model } from '../protocol.js';
import type { CompileContext } from './context.js';
import { compileFacts, fieldNamed, numberField, textField } from './facts.js';
import { compileComparison } from './limit.js';
import { compileMetricTerm } from './metric.js';
import { type Part, part, values } from './part.js';
import { statementsOf } from './statements.js';

const ownFields = ['artifact', 'sha256', 'trainedOn', 'supersedes', 'operatingPoint'];

export function compileModel(model: ast.Model, context: CompileContext): Part<Model> {
  const { statements } = model;
  // The Protocol's member holds one training set; several stay a fact.
  const own = ownFields.filter((name) => fieldNamed(statements, name)?.value.$type !== 'ListValue');
  const facts = compileFacts(statements, 'model', context, own);
  const artifact = artifactOf(statements, context);
  const sha256 = textField(statements, 'sha256');
  const trainedOn = textField(statements, 'trainedOn');
  const supersedes = textField(statements, 'supersedes');
  const operatingPoint = numberField(statements, 'operatingPoint');
  const features = statementsOf(statements, 'Feature').map(compileFeature);
  const claims = statementsOf(statements, 'Claim').map((claim) => compileClaim(claim, model, context));
  return part(
    model,
    {
      name: model.name,
      title: model.title ?? null,
      facts: facts.value,
      version: model.version,
      artifact: artifact?.value ?? null,
      sha256: sha256?.value ?? null,
      trainedOn: trainedOn?.value ?? null,
      supersedes: supersedes?.value ?? null,
      operatingPoint: operatingPoint?.value ?? null,
      features: values(features),
      claims: values(claims),
    },
    { facts, artifact, sha256, trainedOn, supersedes, operatingPoint, features, claims },
  );
}

function artifactOf(statements: ast.Model['statements'], context: CompileContext): Part<string> | null {
  const field = fieldNamed(statements, 'artifact');
  return field?.value.$type === 'TextValue' ? part(field, context.path(field, field.value.text)) : null;
}

function compileFeature(feature: ast.Feature): Part<Feature> {
  const { direction, name, type, range, missing } = feature;
  return part(feature, {
    direction,
    name,
    title: feature.title ?? null,
    type,
    minimum: range?.low === undefined ? null : quantityValue(range.low),
    maximum: range?.high === undefined ? null : quantityValue(range.high),
    values: feature.values,
    unit: feature.unit ?? null,
    optional: feature.optional,
    missing: missing?.quantity === undefined ? (missing?.text ?? null) : quantityValue(missing.quantity),
  });
}

function compileClaim(
  claim: ast.Claim,
  model: ast.Model,
  context: CompileContext,
): Part<Model['claims'][number]> {
  return part(claim, {
    metric: compileMetricTerm(claim.metric, { model, by: [] }, context),
    limit: { severity: 'fail', subject: 'value', ...compileComparison(claim.comparison) },
    dataset: claim.dataset.$refText,
  });
}
