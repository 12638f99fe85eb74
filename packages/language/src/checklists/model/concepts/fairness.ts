import { pointerTo } from '../../../protocol/canonical-json.js';
import type { Check, Monitor, Subgroups } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft, type Graph } from '../concept.js';
import { daysOf } from '../facts.js';
import { durationType, entityType, limitType, listType, numberType, textType } from '../type.js';
import { entityValue, list, text } from '../values.js';
import { declaredIn } from './declared.js';
import { limitOf, metricText, minimumSizeOf, modelOf } from './monitor.js';

/** One way to divide patients, compared by one check. */
interface Comparison {
  readonly monitor: Monitor;
  readonly of: string;
  readonly check: Check;
  readonly attribute: string;
  readonly subgroups: Subgroups | null;
}

/** Every dimension of every check that compares groups, by itself. */
function comparisons(graph: Graph): readonly EntityDraft<Comparison>[] {
  const groups = declaredIn(graph, 'subgroups', 'subgroups');
  return declaredIn(graph, 'monitors', 'monitor').flatMap(({ source: monitor, at: of }) =>
    monitor.checks.flatMap((check, index) => {
      if (check.term.aggregate === null) return [];
      const at = pointerTo(of, 'checks', index);
      return [...new Set(check.term.by.flat())].map((attribute): EntityDraft<Comparison> => {
        const own = groups.find(({ source }) => source.dimensions.some(({ name }) => name === attribute));
        return {
          source: { monitor, of, check, attribute, subgroups: own?.source ?? null },
          at,
          id: `${at}#${attribute}`,
          name: attribute,
          facts: own?.facts ?? [],
        };
      });
    }),
  );
}

/** Subgroup comparison with a limit. */
export const fairness = concept<Comparison>('fairness', {
  isMany: true,
  documentation:
    'A comparison of subgroups with a limit: one way to divide patients in a check of gap or ratio.',
  referable: false,
  all: comparisons,
  fields: {
    attribute: derived(
      textType,
      'The trait by which patients are divided.',
      ({ attribute, subgroups }, graph, { at }) => {
        const column = subgroups?.dimensions.find(({ name }) => name === attribute)?.column;
        const feature = column === undefined ? undefined : graph.one('feature', column);
        const trait = feature && graph.read(feature, 'sensitiveAttribute');
        return text(
          attribute,
          { concept: 'fairness.attribute', at },
          trait?.kind === 'text' ? [trait.text] : [],
        );
      },
    ),
    groups: derived(listType(textType), 'The groups.', ({ attribute, subgroups }, _, { at }) => {
      const origin = { concept: 'fairness.groups', at };
      const rule = subgroups?.dimensions.find(({ name }) => name === attribute)?.rule;
      if (rule === undefined) return undefined;
      const names = rule.kind === 'cut' ? rule.cuts.map(String) : (rule.values ?? [attribute]);
      return list(
        names.map((name) => text(name, origin)),
        { origin },
      );
    }),
    metric: derived(textType, 'The metric that is compared.', ({ check }, _, { at }) =>
      metricText(check.term.metric, { concept: 'fairness.metric', at }),
    ),
    limit: derived(limitType, 'From where the difference is not acceptable.', ({ check }, _, { at }) => {
      const severity = check.limits.some((limit) => limit.severity === 'fail') ? 'fail' : 'warn';
      return limitOf(check, severity, 'fairness.limit', at);
    }),
    minN: derived(numberType, 'Smallest group that is reported.', ({ check }, graph, { at }) =>
      minimumSizeOf(check, graph, 'fairness.minN', at),
    ),
    intersections: derived(listType(textType), 'Crosses of traits.', ({ check }, _, { at }) => {
      const origin = { concept: 'fairness.intersections', at };
      const crosses = check.term.by.filter((cross) => cross.length > 1);
      return crosses.length === 0
        ? undefined
        : list(
            crosses.map((cross) => text(cross.join(' * '), origin)),
            { origin },
          );
    }),
    schedule: derived(durationType, 'How often it is measured.', ({ monitor, of }) => ({
      kind: 'duration',
      days: daysOf(monitor.every),
      origin: { concept: 'fairness.schedule', at: of },
    })),
    dataset: derived(
      entityType('dataset'),
      'Data it is about: the reference, or what the model was fitted on.',
      ({ monitor }, graph) => {
        if (monitor.against?.kind === 'dataset') {
          const reference = graph.one('dataset', monitor.against.dataset);
          return reference && entityValue(reference);
        }
        const model = modelOf(monitor, graph);
        return model && graph.read(model, 'trainedOn');
      },
    ),
  },
});
