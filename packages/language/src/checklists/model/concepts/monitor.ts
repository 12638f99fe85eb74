import { metricNamed } from '@vigil/statistics';
import { pointerTo } from '../../../protocol/canonical-json.js';
import type { Check, Limit, Monitor } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft, type Graph } from '../concept.js';
import { daysOf } from '../facts.js';
import {
  durationType,
  entityType,
  limitType,
  listType,
  numberType,
  oneOrManyType,
  recordType,
  textType,
  unionType,
  wordType,
} from '../type.js';
import type { Entity, Origin, Value } from '../value.js';
import { absent, entityValue, list, number, record, text } from '../values.js';
import { declaredIn } from './declared.js';

/** A check and the monitor it stands in; a monitor without checks stands for itself. */
export interface Measurement {
  readonly monitor: Monitor;
  readonly check: Check | null;
  /** Pointer of the monitor. */
  readonly of: string;
}

/** Each check of each monitor: what a regulation calls a monitor is one measurement with limits. */
function measurements(graph: Graph): readonly EntityDraft<Measurement>[] {
  return declaredIn(graph, 'monitors', 'monitor').flatMap(
    ({ source: monitor, ...draft }): readonly EntityDraft<Measurement>[] => {
      if (monitor.checks.length + monitor.charts.length === 0)
        return [{ ...draft, source: { monitor, check: null, of: draft.at } }];
      return monitor.checks.map((check, index) => ({
        ...draft,
        source: { monitor, check, of: draft.at },
        id: pointerTo(draft.at, 'checks', index),
      }));
    },
  );
}

/** The limit of a severity; undefined where nothing is checked. */
export function limitOf(
  check: Check | null,
  severity: Limit['severity'],
  concept: string,
  at: string,
): Value | undefined {
  if (check === null) return undefined;
  const index = check.limits.findIndex((limit) => limit.severity === severity);
  const limit = check.limits[index];
  return limit === undefined
    ? absent(concept, at)
    : { kind: 'limit', limit, origin: { concept, at: pointerTo(at, 'limits', index) } };
}

export function metricText(metric: string, origin: Origin): Value {
  return text(metric, origin, [camelCase(metric)]);
}

function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The subgroup dimensions a check compares, by name; what crosses several counts for each. */
export function dimensionsOf(check: Check | null): readonly string[] {
  return [...new Set((check?.term.by ?? []).flat())];
}

const kinds: { readonly [family: string]: string } = {
  drift: 'drift',
  quality: 'quality',
  performance: 'performance',
  calibration: 'performance',
  fairness: 'fairness',
  model: 'quality',
};

function kindOf(check: Check | null): string | undefined {
  if (check === null) return undefined;
  if (check.term.aggregate !== null) return 'fairness';
  return kinds[metricNamed(check.term.metric)?.family ?? ''];
}

/** What starts on a failure: runbooks named by `on fail run` and by the field. */
function runbooksOf({ monitor, of }: Measurement, graph: Graph, concept: string): Value | undefined {
  const written = monitor.facts.runbook;
  const named = typeof written === 'object' && '$reference' in written ? [String(written.$reference)] : [];
  const run = monitor.reactions.flatMap(({ action }) => (action.kind === 'run' ? [action.runbook] : []));
  const runbooks = [...new Set([...run, ...named])].flatMap((name) => graph.one('runbook', name) ?? []);
  const origin = { concept, at: of };
  return runbooks.length === 0
    ? undefined
    : list(
        runbooks.map((runbook) => entityValue(runbook, origin)),
        { origin, of: 'runbook' },
      );
}

/** The smallest group that is reported, of the subgroups a check compares. */
export function minimumSizeOf(
  check: Check | null,
  graph: Graph,
  concept: string,
  at: string,
): Value | undefined {
  const dimensions = dimensionsOf(check);
  const sizes = graph.protocol.subgroups
    .filter(
      (subgroups) =>
        dimensions.length === 0 || subgroups.dimensions.some(({ name }) => dimensions.includes(name)),
    )
    .map(({ minimumSize }) => minimumSize);
  return sizes.length === 0 ? undefined : number(Math.min(...sizes), { concept, at });
}

/** The model whose use a monitor measures. */
export function modelOf(monitor: Monitor, graph: Graph): Entity | undefined {
  const log = graph.one('log', monitor.log);
  const model = log && graph.read(log, 'model');
  return model?.kind === 'entity' ? model.entity : undefined;
}

function targetOf({ monitor, check }: Measurement, graph: Graph, at: string): Value | undefined {
  if (check === null) return undefined;
  const model = modelOf(monitor, graph);
  const origin = { concept: 'monitor.target', at };
  const features = graph.all('feature').filter((feature) => {
    const owner = graph.read(feature, 'model');
    return owner.kind === 'entity' && owner.entity === model;
  });
  const columns = check.term.of.map((column) => {
    const feature = features.find(({ name }) => name === column) ?? graph.one('feature', column);
    return feature ? entityValue(feature, origin) : text(column, origin);
  });
  // Without columns a metric is about what the model returns.
  return list(columns.length > 0 || model === undefined ? columns : [entityValue(model, origin)], { origin });
}

/** A monitor that controls a risk to safety watches safety, whatever its metric. */
function watchesSafety(name: string, graph: Graph): boolean {
  return graph.protocol.hazards.some(({ controls, facts }) => {
    const category = facts.category;
    const words: readonly unknown[] = Array.isArray(category) ? category : [category];
    return controls.includes(name) && words.includes('safety');
  });
}

/** One measurement with limits. */
export const monitor = concept<Measurement>('monitor', {
  plural: 'monitors',
  documentation: 'A scheduled measurement with limits: one check of a monitor.',
  all: measurements,
  fields: {
    kind: derived(
      wordType('performance', 'drift', 'quality', 'fairness', 'safety', 'usage'),
      'What it watches: by its metric, as written, and safety where it controls a risk to safety.',
      ({ monitor, check }, graph, { id: at }) => {
        const written = monitor.facts.kind;
        const own = typeof written === 'string' ? written : undefined;
        const words = [kindOf(check), own, watchesSafety(monitor.name, graph) ? 'safety' : undefined];
        const [first, ...also] = words.flatMap((word) => word ?? []);
        return first === undefined ? undefined : text(first, { concept: 'monitor.kind', at }, also);
      },
    ),
    target: derived(
      oneOrManyType(unionType(entityType('feature'), entityType('model'), textType)),
      'What is measured.',
      (source, graph, { id: at }) => targetOf(source, graph, at),
    ),
    metric: derived(textType, 'The metric.', ({ check }, _, { id: at }) =>
      check ? metricText(check.term.metric, { concept: 'monitor.metric', at }) : undefined,
    ),
    reference: derived(
      unionType(entityType('dataset'), textType),
      'What drift is measured against.',
      ({ monitor, of }, graph) => {
        const origin = { concept: 'monitor.reference', at: of };
        if (monitor.against === null) return undefined;
        if (monitor.against.kind === 'previousWindow') return text('previous window', origin);
        const dataset = graph.one('dataset', monitor.against.dataset);
        return dataset ? entityValue(dataset, origin) : text(monitor.against.dataset, origin);
      },
    ),
    data: derived(
      recordType({ role: textType }),
      'The rows it measures, written in use where it runs.',
      ({ monitor, of }) => {
        const origin = { concept: 'monitor.data', at: of };
        return record({ role: () => text('monitoring', origin, ['local']) }, monitor.log, origin);
      },
    ),
    model: derived(entityType('model'), 'The model whose use it measures.', ({ monitor, of }, graph) => {
      const model = modelOf(monitor, graph);
      return model && entityValue(model, { concept: 'monitor.model', at: of });
    }),
    window: derived(durationType, 'Length of its windows.', ({ monitor, of }) => ({
      kind: 'duration',
      days: daysOf(monitor.over ?? monitor.every),
      origin: { concept: 'monitor.window', at: of },
    })),
    schedule: derived(durationType, 'How often it runs.', ({ monitor, of }) => ({
      kind: 'duration',
      days: daysOf(monitor.every),
      origin: { concept: 'monitor.schedule', at: of },
    })),
    minSample: derived(numberType, 'Smallest group that is reported.', ({ check }, graph, { id: at }) =>
      minimumSizeOf(check, graph, 'monitor.minSample', at),
    ),
    warn: derived(limitType, 'From where the result deserves attention.', ({ check }, _, { id: at }) =>
      limitOf(check, 'warn', 'monitor.warn', at),
    ),
    fail: derived(limitType, 'From where the result is not acceptable.', ({ check }, _, { id: at }) =>
      limitOf(check, 'fail', 'monitor.fail', at),
    ),
    subgroup: derived(listType(textType), 'Groups it compares.', ({ check }, _, { id: at }) => {
      const origin = { concept: 'monitor.subgroup', at };
      const names = dimensionsOf(check);
      return names.length === 0
        ? undefined
        : list(
            names.map((name) => text(name, origin)),
            { origin },
          );
    }),
    runbook: derived(oneOrManyType(entityType('runbook')), 'What to do when it fails.', (source, graph) =>
      runbooksOf(source, graph, 'monitor.runbook'),
    ),
  },
});

/** A data-quality rule on logged inputs: a check of a metric of quality. */
export const qualityRule = concept<Measurement>('qualityRule', {
  plural: 'qualityRules',
  documentation: 'A data-quality rule on logged inputs: a check of missing, unseen or out-of-range values.',
  referable: false,
  all: (graph) => measurements(graph).filter(({ source }) => kindOf(source.check) === 'quality'),
  fields: {
    target: derived(
      oneOrManyType(unionType(entityType('feature'), entityType('model'), textType)),
      'Inputs it concerns.',
      (source, graph, { id: at }) => targetOf(source, graph, at),
    ),
    predicate: derived(textType, 'What is counted as a fault.', ({ check }, _, { id: at }) =>
      check ? metricText(check.term.metric, { concept: 'qualityRule.predicate', at }) : undefined,
    ),
    warn: derived(limitType, 'From where it deserves attention.', ({ check }, _, { id: at }) =>
      limitOf(check, 'warn', 'qualityRule.warn', at),
    ),
    fail: derived(limitType, 'From where it is not acceptable.', ({ check }, _, { id: at }) =>
      limitOf(check, 'fail', 'qualityRule.fail', at),
    ),
    onFail: derived(
      oneOrManyType(unionType(entityType('runbook'), textType)),
      'What happens when it fails.',
      (source, graph) => {
        const told = source.monitor.reactions.flatMap(({ action }) =>
          action.kind === 'notify' ? [action.channel] : [],
        );
        const origin = { concept: 'qualityRule.onFail', at: source.of };
        return (
          runbooksOf(source, graph, 'qualityRule.onFail') ??
          (told.length === 0
            ? undefined
            : list(
                told.map((channel) => text(channel, origin)),
                { origin },
              ))
        );
      },
    ),
    window: derived(durationType, 'Length of its windows.', ({ monitor, of }) => ({
      kind: 'duration',
      days: daysOf(monitor.over ?? monitor.every),
      origin: { concept: 'qualityRule.window', at: of },
    })),
  },
});
