/**
 * The Protocol: what a spec means, as plain JSON. Names are resolved, units normalised, defaults
 * filled in; nothing in it depends on white space, comments, file layout or declaration order.
 * Everything downstream (documents, diff, runtime, audit) works on this, never on the syntax tree.
 */
import type { SourceLocation } from '../diagnostics/source-location.js';

/** A fact's value. Durations, dates, references and secrets keep their kind. */
export type FactValue =
  | string
  | number
  | boolean
  | readonly FactValue[]
  | { readonly [key: string]: FactValue }
  | { readonly $duration: Duration }
  | { readonly $date: string }
  | { readonly $reference: string }
  | { readonly $secret: string };
export type Facts = { readonly [field: string]: FactValue };

export type DurationUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
export interface Duration {
  readonly count: number;
  readonly unit: DurationUnit;
}

/** Every declaration carries its name, its title (or null) and its facts; lists of declarations are sorted by name. */
export interface Declared {
  readonly name: string;
  readonly title: string | null;
  readonly facts: Facts;
}

export interface Product extends Declared {
  readonly complyWith: readonly { readonly pack: string; readonly edition: string | null }[];
  readonly signatures: readonly { readonly role: string; readonly meaning: string }[];
  /** Blocks such as intendedUse { … }, by name. */
  readonly blocks: { readonly [name: string]: Facts };
}
export type Role = Declared;
export interface Integration extends Declared {
  readonly kind: 'channel' | 'pipeline';
  readonly service: string;
}

export type TableFormat = 'parquet' | 'csv' | 'jsonl';
/** Where rows are; `path` is relative to the entry spec's folder, with `/`, and may hold `*`. */
export interface DataSource {
  readonly engine: TableFormat | 'trino' | 'fhir';
  readonly path: string;
}
export interface Dataset extends Declared {
  readonly source: DataSource | null;
  readonly sha256: string | null;
}

export type FeatureType = 'number' | 'integer' | 'probability' | 'boolean' | 'category' | 'timestamp';
export interface Feature {
  /** `context`: logged for monitoring and subgroups, not seen by the model. */
  readonly direction: 'input' | 'context' | 'output';
  readonly name: string;
  readonly title: string | null;
  readonly type: FeatureType;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly values: readonly string[];
  readonly unit: string | null;
  readonly optional: boolean;
  /** The value that stands for "missing" beside NULL. */
  readonly missing: string | number | null;
}
export interface Model extends Declared {
  readonly version: string;
  readonly artifact: string | null;
  readonly sha256: string | null;
  readonly trainedOn: string | null;
  readonly supersedes: string | null;
  readonly operatingPoint: number | null;
  /** In the order of declaration: it is the order of the model's input vector. */
  readonly features: readonly Feature[];
  readonly claims: readonly {
    readonly metric: MetricTerm;
    readonly limit: Limit;
    readonly dataset: string;
  }[];
}

export interface Log extends Declared {
  readonly model: string | null;
  readonly source: DataSource;
  readonly time: { readonly column: string; readonly format: string | null };
  readonly timezone: string;
  readonly id: string | null;
  readonly subject: string | null;
  readonly prediction: string | null;
  readonly version: string | null;
  readonly shadows: readonly { readonly column: string; readonly model: string }[];
  readonly label: { readonly column: string; readonly availableAt: string | null } | null;
  /** A table of outcomes joined one to one: `outcomes: "outcomes.parquet" joined by prediction_id`. */
  readonly outcomes: { readonly source: DataSource; readonly by: string } | null;
  readonly arm: string | null;
}

export type SubgroupRule =
  | { readonly kind: 'values'; readonly values: readonly string[] | null }
  | { readonly kind: 'cut'; readonly cuts: readonly number[] };
export interface Subgroups extends Declared {
  readonly minimumSize: number;
  readonly dimensions: readonly {
    readonly name: string;
    readonly column: string;
    readonly rule: SubgroupRule;
  }[];
}

export interface MetricTerm {
  readonly metric: string;
  /** Named arguments as written, canonical; defaults are not filled in. */
  readonly arguments: { readonly [name: string]: number | string | boolean | readonly number[] };
  readonly aggregate: 'gap' | 'ratio' | null;
  /** Columns after `of`; `all inputs` is resolved to their names. Empty: the metric's default target. */
  readonly of: readonly string[];
  readonly at: number | null;
  /** Crosses of subgroup names: [["sex"], ["sex","race"]]; the check's own or else the monitor's. */
  readonly by: readonly (readonly string[])[];
}

export type Comparison = '<' | '<=' | '>' | '>=' | '==';
export type Limit = {
  readonly severity: 'warn' | 'fail';
  readonly subject: 'value' | 'pValue';
} & (
  | { readonly operator: Comparison; readonly value: number }
  | { readonly operator: 'outside'; readonly low: number; readonly high: number }
);
export type Adjustment = 'bonferroni' | 'holm' | 'benjamini_hochberg';
export interface Check {
  readonly term: MetricTerm;
  readonly limits: readonly Limit[];
  readonly adjust: Adjustment | null;
}
export interface Chart {
  readonly term: MetricTerm;
  readonly method:
    | { readonly kind: 'shewhart'; readonly rules: string | null }
    | { readonly kind: 'cusum'; readonly target: number; readonly shift: number; readonly arl: number }
    | { readonly kind: 'ewma' };
}
export interface Reaction {
  readonly on: 'warn' | 'fail';
  readonly action:
    | { readonly kind: 'run'; readonly runbook: string }
    | { readonly kind: 'notify'; readonly channel: string };
}
export interface Monitor extends Declared {
  readonly log: string;
  readonly every: Duration;
  /** Sliding window length; null: windows tumble. */
  readonly over: Duration | null;
  readonly against:
    | { readonly kind: 'dataset'; readonly dataset: string }
    | { readonly kind: 'previousWindow' }
    | null;
  readonly labelsMatureAfter: Duration | null;
  /** As a proportion, 0.95; null: limits apply to the point value. */
  readonly confidence: number | null;
  readonly alarmBudget: { readonly count: number; readonly per: DurationUnit } | null;
  readonly checks: readonly Check[];
  readonly charts: readonly Chart[];
  readonly reactions: readonly Reaction[];
}

export interface Step {
  readonly action:
    | { readonly kind: 'task'; readonly text: string }
    | { readonly kind: 'pause'; readonly model: string }
    | { readonly kind: 'notify'; readonly channel: string }
    | { readonly kind: 'retrain'; readonly pipeline: string; readonly approval: string | null };
  readonly by: string | null;
  readonly within: Duration | null;
}
export interface Runbook extends Declared {
  readonly steps: readonly Step[];
}
export interface Hazard extends Declared {
  readonly controls: readonly string[];
}

export interface PathPart {
  /** A member, or `[]` for access by the index or name in `call`. */
  readonly name: string;
  /** Arguments of a call, null for a plain member. */
  readonly call: readonly Expression[] | null;
}
/** Expressions, after CEL; `metric`, `verdict` and `every` are Vigil's own terms. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'path'; readonly parts: readonly PathPart[] }
  /** Access to a member of something that is no path, e.g. `[1, 2].size()`. */
  | { readonly kind: 'member'; readonly receiver: Expression; readonly parts: readonly PathPart[] }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/' | Comparison | '!=' | 'in' | 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'negative'; readonly operand: Expression }
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    }
  | { readonly kind: 'metric'; readonly term: MetricTerm; readonly of: 'candidate' | 'champion' }
  | { readonly kind: 'verdict'; readonly monitor: string; readonly verdict: 'fails' | 'warns' }
  | { readonly kind: 'every'; readonly every: Duration };

export interface Modification extends Declared {
  readonly rules: readonly { readonly kind: 'trigger' | 'accept' | 'rollback'; readonly when: Expression }[];
  readonly rollout: readonly {
    readonly stage: 'shadow' | 'canary' | 'full';
    readonly share: number | null;
    readonly for: Duration | null;
  }[];
  readonly blocks: { readonly [name: string]: Facts };
}
export interface ChangePlan extends Declared {
  readonly model: string;
  readonly version: string | null;
  readonly modifications: readonly Modification[];
}

export interface Endpoint {
  readonly name: string;
  readonly title: string | null;
  readonly priority: 'primary' | 'secondary' | 'safety';
  readonly measure: 'proportion' | 'mean' | 'hazard';
  readonly column: string;
  readonly better: 'lower' | 'higher' | null;
  readonly aim: 'superiority' | 'noninferiority' | 'equivalence' | null;
  readonly margin: number | null;
  readonly expect: { readonly first: number; readonly second: number } | null;
  readonly sd: number | null;
}
export interface Trial extends Declared {
  readonly arms: readonly {
    readonly kind: 'control' | 'treatment';
    readonly name: string;
    readonly title: string | null;
  }[];
  readonly allocation: {
    readonly weights: readonly number[];
    readonly unit: string;
    readonly strata: readonly string[];
    readonly blocks: readonly number[];
  } | null;
  readonly log: string | null;
  readonly endpoints: readonly Endpoint[];
  readonly alpha: { readonly value: number; readonly sides: 1 | 2; readonly power: number | null } | null;
  /** Information fraction; 1 = final. */
  readonly looks: readonly { readonly at: number; readonly for: readonly string[] }[];
  readonly stops: readonly {
    readonly kind: 'efficacy' | 'futility' | 'harm';
    readonly endpoint: string;
    readonly alpha: number | null;
    readonly spending: string;
    readonly parameter: number | null;
    readonly binding: boolean | null;
  }[];
  readonly sampleRatioAlpha: number | null;
}

export interface Scenario extends Declared {
  readonly from: string | null;
  readonly changes: readonly {
    readonly column: string;
    readonly source: string;
    readonly operator: '*' | '+' | '-' | '/';
    readonly amount: number;
    readonly share: number | null;
  }[];
  readonly expectations: readonly {
    readonly monitor: string | null;
    readonly verdict: 'fail' | 'warn' | 'pass';
  }[];
}
export interface Waiver {
  readonly pack: string;
  readonly item: string;
  readonly because: string;
  readonly approvedBy: string;
  readonly until: string;
}
export interface ChecklistItem {
  readonly name: string;
  readonly title: string | null;
  readonly cites: readonly string[];
  /** What is asked for, in the checklist's own words. */
  readonly asks: string | null;
  /** What in a spec satisfies it, for people. */
  readonly satisfiedBy: string | null;
  /** Facts it depends on (`approval.signer`) where the condition does not name them. */
  readonly about: readonly string[];
  readonly appliesWhen: Expression | null;
  readonly requires: Expression | null;
  readonly because: string | null;
  readonly severity: 'error' | 'warning' | 'info';
  readonly kind: 'structural' | 'evidence' | 'attestation';
  /** Who must state it, and how many months the statement counts; null: it does not lapse. */
  readonly attestation: { readonly role: string; readonly months: number | null } | null;
  /** How far the item was checked against its source; null where the checklist does not say. */
  readonly provenance: { readonly status: 'verified' | 'memory'; readonly source: string } | null;
}
export interface Checklist extends Declared {
  readonly items: readonly ChecklistItem[];
}
/** A declaration that has fields only, e.g. `retention { … }`. */
export interface FactDeclaration extends Declared {
  readonly kind: string;
}

export interface Protocol {
  readonly schema: 'vigil/protocol/1';
  readonly product: Product | null;
  readonly roles: readonly Role[];
  readonly integrations: readonly Integration[];
  readonly datasets: readonly Dataset[];
  readonly models: readonly Model[];
  readonly logs: readonly Log[];
  readonly subgroups: readonly Subgroups[];
  readonly monitors: readonly Monitor[];
  readonly runbooks: readonly Runbook[];
  readonly hazards: readonly Hazard[];
  readonly changePlans: readonly ChangePlan[];
  readonly trials: readonly Trial[];
  readonly scenarios: readonly Scenario[];
  readonly waivers: readonly Waiver[];
  readonly checklists: readonly Checklist[];
  readonly declarations: readonly FactDeclaration[];
}

/** What the compiler returns: the Protocol, its id, and what is about the text rather than its meaning. */
export interface Compilation {
  readonly protocol: Protocol;
  /** `sha256:` + hex digest of the canonical JSON (RFC 8785). */
  readonly protocolId: string;
  /** JSON pointer into the Protocol (e.g. `/monitors/0/checks/2/limits/1`) -> where it was written. Every declaration, check, limit, feature, step and log role has one. */
  readonly locations: ReadonlyMap<string, SourceLocation>;
  /** JSON pointer of a declaration -> its `/** … *\/` text. */
  readonly documentation: ReadonlyMap<string, string>;
}
