import { changePlanDeclarations } from './declarations/change-plan.schema.js';
import { dataset } from './declarations/dataset.schema.js';
import { ethicsDeclarations } from './declarations/ethics.schema.js';
import { evaluationDeclarations } from './declarations/evaluation.schema.js';
import { logDeclarations } from './declarations/log.schema.js';
import { marketDeclarations } from './declarations/market.schema.js';
import { modelDeclarations } from './declarations/model.schema.js';
import { monitoringDeclarations } from './declarations/monitoring.schema.js';
import { peopleDeclarations } from './declarations/people.schema.js';
import { privacyDeclarations } from './declarations/privacy.schema.js';
import { product } from './declarations/product.schema.js';
import { qualityDeclarations } from './declarations/quality.schema.js';
import { riskDeclarations } from './declarations/risk.schema.js';
import { securityDeclarations } from './declarations/security.schema.js';
import { specDeclarations } from './declarations/spec.schema.js';
import { checkingDeclarations, trialDeclarations } from './declarations/trial.schema.js';
import type { BlockSchema, DeclarationSchema, FieldSchema } from './field-type.js';

/** A chapter of the reference manual. */
export interface Theme {
  readonly title: string;
  readonly declarations: readonly DeclarationSchema[];
}

/** Every kind of declaration whose fields Vigil knows, by chapter of the reference manual. */
export const themes: readonly Theme[] = [
  { title: 'Product and people', declarations: [product, ...peopleDeclarations] },
  { title: 'Data and models', declarations: [dataset, ...modelDeclarations, ...logDeclarations] },
  { title: 'Evaluation', declarations: evaluationDeclarations },
  { title: 'Monitoring and oversight', declarations: monitoringDeclarations },
  { title: 'Risk', declarations: riskDeclarations },
  { title: 'Change and release', declarations: changePlanDeclarations },
  { title: 'Trials', declarations: trialDeclarations },
  { title: 'Tests and checklists', declarations: checkingDeclarations },
  { title: 'Users and the market', declarations: marketDeclarations },
  { title: 'Quality and records', declarations: qualityDeclarations },
  { title: 'Access, signatures and security', declarations: securityDeclarations },
  { title: 'Privacy and fundamental rights', declarations: privacyDeclarations },
  { title: 'Ethics', declarations: ethicsDeclarations },
  { title: 'The spec and statements about it', declarations: specDeclarations },
];

/** Every kind of declaration whose fields Vigil knows, in the order of the reference manual. */
export const declarationSchemas: readonly DeclarationSchema[] = themes.flatMap(
  ({ declarations }) => declarations,
);

const byKind: ReadonlyMap<string, DeclarationSchema> = new Map(
  declarationSchemas.map((schema) => [schema.kind, schema]),
);

/** The schema of a kind of declaration (`product`, `model`, `channel`, `retentionPolicy` …), if there is one. */
export function declarationSchema(kind: string): DeclarationSchema | undefined {
  return byKind.get(kind);
}

/** The fields that can stand in a declaration of this kind; none for an unknown kind. */
export function fieldsOf(kind: string): readonly FieldSchema[] {
  return byKind.get(kind)?.fields ?? [];
}

/** The schema of a block such as `intendedUse` inside a declaration of this kind. */
export function blockSchema(kind: string, block: string): BlockSchema | undefined {
  return byKind.get(kind)?.blocks.find(({ name }) => name === block);
}
