import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalSpec, missingFiles } from '../../../test-kit/canonical-spec.js';
import { compiled } from '../../../test-kit/spec-folder.js';
import { clauseSchemas, constructs, statementSchemas, waysToSay } from '../../schema/index.js';
import { inlineMarkdown } from '../markdown/inline-markdown.js';
import { type SpecReader, specReader } from '../spec-reader.js';
import { answerTo, answerWords } from './said.js';

let reader: SpecReader;
beforeAll(async () => {
  reader = specReader(await compiled(canonicalSpec, missingFiles));
});
const says = (concept: string) => inlineMarkdown(answerWords(answerTo(concept, reader)), new Set());

describe('what the canonical example says of a concept', () => {
  it.each([
    ['intendedUse.users', 'discharge nurse, case manager'],
    ['intendedUse.population', '*Not stated*: write `product.intendedUse.population`'],
    ['model.operatingPoints', 'Readmission: 0.15; not stated for ReadmissionNext'],
    ['model.artifactHash', `Readmission: ${'6d99'.repeat(16)}; not stated for ReadmissionNext`],
    ['model.version', 'Readmission: 1.0.0; ReadmissionNext: 2.0.0'],
    ['model.name', 'Readmission; ReadmissionNext'],
    ['model.outputs', 'score (probability)'],
    ['feature.range', 'time\\_in\\_hospital (number, 1 to 14, d)'],
    ['dataset.source', 'data/train.parquet (parquet)'],
    [
      'monitor.kind',
      'Fairness: fairness; InputDrift: drift, data quality; Performance: performance, calibration',
    ],
    ['monitor.reference', 'Training'],
    ['performance.ci', '95%'],
    ['performance.acceptance', 'Area under the ROC curve at or above 0.62'],
    ['qualityRule.fail', 'Missing values above 5%, Values out of range above 0.1%'],
    ['runbook.sla', 'Verify the data feed within 4 hours, Review 50 discharges by hand within 2 days'],
    ['risk.hazard', 'A high-risk patient is not followed up'],
    ['risk.monitoredBy', 'Fairness, Performance'],
    ['changePlan.version', '1.0'],
    ['protocol.updateRollback', 'Area under the ROC curve is below 0.6'],
    ['protocol.retrainTriggers', 'monitor InputDrift fails or every 3 months'],
    ['trial.randomisation', '1:1 by patient_nbr, stratified by site, age, in permuted blocks of 4, 6'],
    ['trial.dsmbCharter', 'docs/dsmb-charter.md'],
    ['signaturePolicy.meanings', 'Clinical safety lead as approval, Quality assurance lead as review'],
    ['waiver.item', 'covered by the hospital’s data policy'],
  ])('%s', (concept, words) => {
    expect(says(concept).replaceAll("'", '’').replaceAll('\\_', '_')).toContain(words.replaceAll('\\_', '_'));
  });
});

/** The canonical example has every construct once, so every statement that expresses a concept must be found in it. */
it('every statement and every part of a head has words', () => {
  const concepts = [
    ...[...statementSchemas, ...clauseSchemas].flatMap((statement) => statement.concepts ?? []),
    ...constructs.map(({ concept }) => concept),
  ];
  const silent = [...new Set(concepts)].filter((concept) => answerTo(concept, reader).said.length === 0);
  // What the canonical example does not write: a version of the change plan’s own impact, fields without a statement.
  expect(silent).toEqual(['changePlan.title', 'changePlan.impact', 'modification.protocol']);
});

it('a concept nobody knows is not stated', () => {
  expect(waysToSay('nothing.atAll')).toEqual([]);
  expect(says('nothing.atAll')).toBe('*Not stated*: write `nothing.atAll`');
});
