import type {
  Check,
  Compilation,
  Feature,
  Limit,
  Log,
  MetricTerm,
  Model,
  Monitor,
  Protocol,
  SourceLocation,
} from '@vigil/language';

/** Small builders of protocols: what a test does not name has the plainest value. */

function term(metric: string, own: Partial<MetricTerm> = {}): MetricTerm {
  return { metric, arguments: {}, aggregate: null, of: [], at: null, by: [], ...own };
}

/** `fail > 0.2`, `warn p < 0.01`, `fail outside 0.8..1.25` as in a spec. */
export function limit(text: string): Limit {
  const found = /^(warn|fail) (p )?(?:(<=?|>=?|==) (\S+)|outside (\S+)\.\.(\S+))$/.exec(text);
  if (found === null) throw new Error(`not a limit: ${text}`);
  const [, severity, onP, operator, value, low, high] = found;
  const head = { severity, subject: onP === undefined ? 'value' : 'pValue' };
  return (
    operator === undefined
      ? { ...head, operator: 'outside', low: Number(low), high: Number(high) }
      : { ...head, operator, value: Number(value) }
  ) as Limit;
}

export function check(metric: string, own: Partial<MetricTerm> = {}, ...limits: string[]): Check {
  return { term: term(metric, own), limits: limits.map(limit), adjust: null };
}

export function monitor(name: string, checks: readonly Check[], own: Partial<Monitor> = {}): Monitor {
  return {
    name,
    title: null,
    facts: {},
    log: 'Visits',
    every: { count: 1, unit: 'month' },
    over: null,
    against: null,
    labelsMatureAfter: null,
    confidence: null,
    alarmBudget: null,
    checks,
    charts: [],
    reactions: [],
    ...own,
  };
}

function feature(name: string, type: Feature['type'], own: Partial<Feature> = {}): Feature {
  return {
    direction: 'input',
    name,
    title: null,
    type,
    minimum: null,
    maximum: null,
    values: [],
    unit: null,
    optional: false,
    missing: null,
    ...own,
  };
}

export const risk: Model = {
  name: 'Risk',
  title: null,
  facts: {},
  version: '1.0.0',
  artifact: 'risk.onnx',
  sha256: null,
  trainedOn: null,
  supersedes: null,
  operatingPoint: 0.5,
  features: [
    feature('age', 'number', { minimum: 0, maximum: 120, unit: 'a' }),
    feature('ward', 'category', { values: ['A', 'B'] }),
    feature('score', 'probability', { direction: 'output' }),
  ],
  claims: [],
};

export const visits: Log = {
  name: 'Visits',
  title: null,
  facts: {},
  model: 'Risk',
  source: { engine: 'csv', path: 'visits.csv' },
  time: { column: 'at', format: null },
  timezone: 'UTC',
  id: null,
  subject: null,
  prediction: 'score',
  version: null,
  shadows: [],
  label: { column: 'label', availableAt: null },
  outcomes: null,
  arm: null,
};

export function protocol(monitors: readonly Monitor[], own: Partial<Protocol> = {}): Protocol {
  return {
    schema: 'vigil/protocol/1',
    product: null,
    roles: [],
    integrations: [],
    datasets: [
      {
        name: 'Before',
        title: null,
        facts: {},
        source: { engine: 'csv', path: 'before.csv' },
        sha256: null,
      },
    ],
    models: [risk],
    logs: [visits],
    subgroups: [
      {
        name: 'Groups',
        title: null,
        facts: {},
        minimumSize: 3,
        dimensions: [
          { name: 'sex', column: 'sex', rule: { kind: 'values', values: ['f', 'm'] } },
          { name: 'ward', column: 'ward', rule: { kind: 'values', values: null } },
          { name: 'age', column: 'age', rule: { kind: 'cut', cuts: [65] } },
        ],
      },
    ],
    monitors,
    runbooks: [],
    hazards: [],
    changePlans: [],
    trials: [],
    scenarios: [],
    waivers: [],
    checklists: [],
    declarations: [],
    ...own,
  };
}

/** Every check stands ten lines below the one before it, its limits on the lines after it. */
export function compilation(own: Protocol): Compilation {
  const locations = new Map<string, SourceLocation>();
  const at = (pointer: string, line: number): void => {
    locations.set(pointer, { file: 'visits.vigil', line, column: 1, endLine: line, endColumn: 2 });
  };
  for (const index of own.logs.keys()) at(`/logs/${index}`, 3 + index);
  for (const index of own.models.keys()) at(`/models/${index}`, 1 + index);
  for (const [m, { checks }] of own.monitors.entries())
    for (const [c, { limits }] of checks.entries()) {
      const line = 100 * (m + 1) + 10 * c;
      at(`/monitors/${m}/checks/${c}`, line);
      for (const l of limits.keys()) at(`/monitors/${m}/checks/${c}/limits/${l}`, line + l + 1);
    }
  return {
    protocol: own,
    protocolId: `sha256:${'0'.repeat(64)}`,
    locations,
    documentation: new Map(),
  };
}
