import type {
  Adjustment,
  ChangePlan,
  Chart,
  Check,
  Checklist,
  ChecklistItem,
  DataSource,
  Dataset,
  Duration,
  Endpoint,
  Expression,
  FactDeclaration,
  Facts,
  FactValue,
  Feature,
  Hazard,
  Integration,
  Limit,
  Log,
  MetricTerm,
  Model,
  Modification,
  Monitor,
  Product,
  Reaction,
  Role,
  Runbook,
  Scenario,
  Step,
  SubgroupRule,
  Subgroups,
  Trial,
  Waiver,
} from '../protocol.js';
import type { SchemaOf } from './builder.js';

/** The parts of the Protocol that are described once, under `$defs`, and the type each describes. */
export interface Definitions {
  readonly role: Role;
  readonly facts: Facts;
  readonly factValue: FactValue;
  /** Text as a fact: plain, from a file at a commit, or from the environment. */
  readonly factText: FactValue;
  readonly duration: Duration;
  readonly source: DataSource;
  readonly product: Product;
  readonly integration: Integration;
  readonly dataset: Dataset;
  readonly feature: Feature;
  readonly model: Model;
  readonly log: Log;
  readonly subgroupRule: SubgroupRule;
  readonly subgroups: Subgroups;
  readonly metricTerm: MetricTerm;
  readonly limit: Limit;
  readonly adjustment: Adjustment;
  readonly check: Check;
  readonly chart: Chart;
  readonly reaction: Reaction;
  readonly monitor: Monitor;
  readonly step: Step;
  readonly runbook: Runbook;
  readonly hazard: Hazard;
  readonly expression: Expression;
  readonly modification: Modification;
  readonly changePlan: ChangePlan;
  readonly endpoint: Endpoint;
  readonly trial: Trial;
  readonly scenario: Scenario;
  readonly waiver: Waiver;
  readonly checklistItem: ChecklistItem;
  readonly checklist: Checklist;
  readonly factDeclaration: FactDeclaration;
}

/** Some of the definitions, as one room contributes them. */
export type DefinitionsOf<Keys extends keyof Definitions> = {
  readonly [Key in Keys]: SchemaOf<Definitions[Key]>;
};

/** A reference to a definition, with the type it stands for. */
export function definition<Key extends keyof Definitions>(key: Key): SchemaOf<Definitions[Key]> {
  return { $ref: `#/$defs/${key}` };
}
