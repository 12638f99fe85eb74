import { describe, expect, it } from 'vitest';
import { textChecker } from '../../test-kit/check-text.js';
import { declarationSchemas } from './index.js';

/** Names that the examples of fields refer to. */
const NAMED = `
role ClinicalLead
role QualityLead
role DataEngineer
person AdaLovelace { name: "Ada Lovelace" }
organization Hospital { name: "Example Hospital" }
channel Safety: slack { url: env "SLACK_WEBHOOK_URL" }
dataset Training { role: training }
dataset Tuning { role: tuning }
dataset Test { role: test }
model Readmission version "1.0.0" { kind: locked output score : probability }
model ReadmissionNext version "2.0.0" { kind: adaptive }
changePlan Retraining for Readmission { }
log Discharges of Readmission { source: "discharges.parquet" time: event_time prediction: score label: readmitted }
monitor InputDrift on Discharges { every 1 month check brier fail > 0.3 }
monitor Performance on Discharges { every 1 month check auroc fail < 0.6 }
runbook DriftResponse { step "Look" }
hazard MissedReadmission { severity: serious probability: occasional }
`;

/** Heads of declarations that need more than a name. */
const heads: Readonly<Record<string, (body: string) => string>> = {
  product: (body) => `product X { ${body} }`,
  channel: (body) => `channel X: slack { ${body} }`,
  pipeline: (body) => `pipeline X: github { ${body} }`,
  model: (body) => `model X version "1" { ${body} }`,
  monitor: (body) => `monitor X on Discharges { every 1 month check auroc fail < 0.6 ${body} }`,
  runbook: (body) => `runbook X { step "Look" ${body} }`,
  changePlan: (body) => `changePlan X for Readmission { ${body} }`,
  modification: (body) => `changePlan X for Readmission { modification Y { ${body} } }`,
  scenario: (body) => `scenario X { from Training expect all monitors to pass ${body} }`,
  checklist: (body) => `checklist X { item a requires true ${body} }`,
  trial: (body) =>
    `trial X { arm control A arm treatment B endpoint primary d : proportion of d, superiority, expect 11% against 9% alpha 2.5% one-sided ${body} }`,
};

const rows = declarationSchemas.flatMap((schema) => [
  ...schema.fields.map((field) => ({ kind: schema.kind, block: null, field })),
  ...schema.blocks.flatMap((block) =>
    block.fields.map((field) => ({ kind: schema.kind, block: block.name, field })),
  ),
]);

function specWith(kind: string, block: string | null, name: string, example: string): string {
  const line = `${name}: ${example}`;
  const body = block === null ? line : `${block} { ${line} }`;
  const required =
    declarationSchemas
      .find((schema) => schema.kind === kind)
      ?.fields.filter((each) => each.required && (block !== null || each.name !== name)) ?? [];
  const others = required.map((each) => `${each.name}: ${each.example}`).join('\n');
  const head = heads[kind] ?? ((text: string) => `${kind} X { ${text} }`);
  return `${NAMED}${head(`${others}\n${body}\n`)}`;
}

describe('the example of a field is a value the field takes', () => {
  for (const { kind } of declarationSchemas) {
    it(kind, async () => {
      const checkText = textChecker();
      for (const { block, field } of rows.filter((row) => row.kind === kind)) {
        // Abbreviated digests are for the eye.
        const found = (await checkText(specWith(kind, block, field.name, field.example))).filter(
          ({ code }) => code !== 'VGL0214',
        );
        expect(
          found.map(({ message }) => message),
          `${kind} ${block ?? ''} ${field.name}`,
        ).toEqual([]);
      }
    });
  }
});

it('field names are unique, camelCase and documented by a sentence', () => {
  for (const schema of declarationSchemas) {
    for (const fields of [schema.fields, ...schema.blocks.map((block) => block.fields)]) {
      const names = fields.map(({ name }) => name);
      expect(new Set(names).size, schema.kind).toBe(names.length);
      for (const { name, documentation } of fields) {
        expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
        expect(documentation, `${schema.kind}.${name}`).toMatch(/^[A-Z].*\.$/);
      }
    }
  }
});
