import { pointerTo } from '../../../protocol/canonical-json.js';
import type { Expression, Limit, MetricTerm } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft, type Graph } from '../concept.js';
import { readFacts } from '../facts.js';
import { entityType, limitType, listType, oneOrManyType, recordType, textType, unionType } from '../type.js';
import type { Entity, Origin, Value } from '../value.js';
import { absent, entityValue, list, record, text } from '../values.js';
import { blockOf, blockPlace, type PlannedChange, plannedChanges } from './change-plan.js';
import { metricText } from './monitor.js';

/** Conditions joined by `and` and `or`, one by one. */
function parts(expression: Expression): readonly Expression[] {
  if (expression.kind === 'binary' && (expression.operator === 'and' || expression.operator === 'or'))
    return [...parts(expression.left), ...parts(expression.right)];
  return [expression];
}

function rulesOf({ modification, at }: PlannedChange, kind: 'trigger' | 'accept' | 'rollback') {
  return modification.rules.flatMap((rule, index) =>
    rule.kind === kind ? parts(rule.when).map((when) => ({ when, at: pointerTo(at, 'rules', index) })) : [],
  );
}

function metricsIn(
  expression: Expression,
): readonly { readonly term: MetricTerm; readonly of: 'candidate' | 'champion' }[] {
  if (expression.kind === 'metric') return [expression];
  return expression.kind === 'binary' ? [...metricsIn(expression.left), ...metricsIn(expression.right)] : [];
}

/** `InputDrift fails` with the checks of the monitor and what they watch; `every 3 months`. */
function triggers(change: PlannedChange, graph: Graph): readonly Value[] {
  return rulesOf(change, 'trigger').flatMap(({ when, at }) => {
    const origin: Origin = { concept: 'protocol.retrainTriggers', at };
    if (when.kind === 'every') return [record({ kind: () => text('schedule', origin) }, 'schedule', origin)];
    if (when.kind === 'verdict')
      return graph
        .named(when.monitor)
        .map((monitor) =>
          record(
            { kind: () => graph.read(monitor, 'kind'), monitor: () => entityValue(monitor, origin) },
            monitor.name,
            origin,
          ),
        );
    return [record({ kind: () => text('condition', origin) }, 'condition', origin)];
  });
}

function monitorTriggers(written: Value | undefined, graph: Graph): readonly Value[] {
  const items = written?.kind === 'list' ? written.items : [];
  return items.map((item) =>
    item.kind === 'entity' && item.entity.concept === 'monitor'
      ? record(
          { kind: () => graph.read(item.entity, 'kind'), monitor: () => item },
          item.entity.name,
          item.origin,
        )
      : item,
  );
}

/** Comparisons of `accept when` as criteria. */
function criteria(change: PlannedChange, graph: Graph, entity: Entity): readonly Value[] {
  const rationale = () =>
    readFacts(entity, 'evalAcceptance', graph) ?? absent('protocol.evalAcceptance', entity.at);
  return rulesOf(change, 'accept').map(({ when, at }) => {
    const origin: Origin = { concept: 'protocol.evalAcceptance', at };
    const [first] = metricsIn(when);
    const limit = limitIn(when);
    return record(
      {
        ...(first && { metric: () => metricText(first.term.metric, origin) }),
        ...(limit && { limit: () => ({ kind: 'limit', limit, origin }) as const }),
        rationale,
      },
      first?.term.metric ?? 'acceptance',
      origin,
    );
  });
}

/** What a comparison says as a limit: a number, or a distance from the model in use. */
function limitIn(expression: Expression): Limit | undefined {
  if (expression.kind !== 'binary') return undefined;
  const { operator, right } = expression;
  const number = numberIn(right);
  switch (operator) {
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '==':
      return number === undefined
        ? undefined
        : { severity: 'fail', subject: 'value', operator, value: number };
    default:
      return undefined;
  }
}

function numberIn(expression: Expression): number | undefined {
  if (expression.kind === 'number') return expression.value;
  if (expression.kind === 'metric') return 0;
  return expression.kind === 'binary' ? (numberIn(expression.right) ?? numberIn(expression.left)) : undefined;
}

/** What is written in the block, and what follows from statements. */
function both(written: Value | undefined, follows: readonly Value[], origin: Origin): Value | undefined {
  const items = written === undefined ? [] : written.kind === 'list' ? written.items : [written];
  return items.length + follows.length === 0 ? undefined : list([...follows, ...items], { origin });
}

const criterion = recordType({ metric: textType, limit: limitType, rationale: oneOrManyType(textType) });
const trigger = recordType({ kind: textType, monitor: oneOrManyType(entityType('monitor')) });

/** How one planned change is made, tested and brought into use. */
export const protocol = concept<PlannedChange>('protocol', {
  plural: 'protocols',
  documentation:
    'Modification protocol of a planned change: its statements and the block `protocol`, its own or the plan’s.',
  referable: false,
  all: (graph) =>
    plannedChanges(graph).flatMap((source): EntityDraft<PlannedChange>[] => {
      const facts = blockOf(source, 'protocol');
      const { rules, rollout, name } = source.modification;
      if (facts.length + rules.length + rollout.length === 0) return [];
      return [{ source, at: blockPlace(source, 'protocol'), id: `${source.at}#protocol`, name, facts }];
    }),
  fields: {
    retrainTriggers: derived(
      listType(unionType(trigger, textType)),
      'What starts retraining.',
      (change, graph, entity) => {
        const written = monitorTriggers(readFacts(entity, 'retrainTriggers', graph), graph);
        return both(undefined, [...triggers(change, graph), ...written], {
          concept: 'protocol.retrainTriggers',
          at: entity.at,
        });
      },
    ),
    evalTrigger: derived(oneOrManyType(textType), 'What starts an evaluation.', (change, graph, entity) =>
      both(readFacts(entity, 'evalTrigger', graph), triggers(change, graph), {
        concept: 'protocol.evalTrigger',
        at: entity.at,
      }),
    ),
    evalAcceptance: derived(
      listType(unionType(criterion, textType)),
      'What must be achieved: the comparisons of `accept when`; the text of the block is their reason.',
      (change, graph, entity) => {
        const origin = { concept: 'protocol.evalAcceptance', at: entity.at };
        const rules = criteria(change, graph, entity);
        return rules.length > 0 ? list(rules, { origin }) : readFacts(entity, 'evalAcceptance', graph);
      },
    ),
    evalMetrics: derived(listType(textType), 'Metrics that are measured.', (change, graph, entity) => {
      const origin = { concept: 'protocol.evalMetrics', at: entity.at };
      const metrics = rulesOf(change, 'accept').flatMap(({ when }) =>
        metricsIn(when).map(({ term }) => term.metric),
      );
      return both(
        readFacts(entity, 'evalMetrics', graph),
        [...new Set(metrics)].map((metric) => metricText(metric, origin)),
        origin,
      );
    }),
    evalComparators: derived(
      listType(textType),
      'What the changed model is compared with; `champion` is the last version.',
      (change, graph, entity) => {
        const origin = { concept: 'protocol.evalComparators', at: entity.at };
        const uses = rulesOf(change, 'accept').some(({ when }) =>
          metricsIn(when).some(({ of }) => of === 'champion'),
        );
        return both(
          readFacts(entity, 'evalComparators', graph),
          uses ? [text('champion', origin, ['last'])] : [],
          origin,
        );
      },
    ),
    evalSubgroups: derived(
      oneOrManyType(unionType(entityType('subgroups'), textType)),
      'Groups in which it is measured.',
      (change, graph, entity) => {
        const origin = { concept: 'protocol.evalSubgroups', at: entity.at };
        const names = rulesOf(change, 'accept').flatMap(({ when }) =>
          metricsIn(when).flatMap(({ term }) => term.by.flat()),
        );
        return both(
          readFacts(entity, 'evalSubgroups', graph),
          [...new Set(names)].map((name) => text(name, origin)),
          origin,
        );
      },
    ),
    updateRollout: derived(
      listType(textType),
      'Stages in which it comes into use.',
      ({ modification, at }, graph, entity) => {
        const origin = { concept: 'protocol.updateRollout', at };
        return both(
          readFacts(entity, 'updateRollout', graph),
          modification.rollout.map(({ stage }) => text(stage, origin)),
          origin,
        );
      },
    ),
    updateRollback: derived(
      oneOrManyType(textType, { runbook: oneOrManyType(entityType('runbook')), target: entityType('model') }),
      'What makes the former model return, by which runbook, and which model that is.',
      (change, graph, entity) => {
        const origin = { concept: 'protocol.updateRollback', at: entity.at };
        const written = readFacts(entity, 'updateRollback', graph);
        const rules = rulesOf(change, 'rollback').map(({ at }) => text('rollback', { ...origin, at }));
        const value = both(written, rules, origin);
        const items = written?.kind === 'list' ? written.items : [];
        const runbook = items.find((item) => item.kind === 'entity' && item.entity.concept === 'runbook');
        const model = graph.one('model', change.plan.model);
        return (
          value && {
            ...value,
            members: {
              runbook: () => runbook ?? absent('protocol.updateRollback', entity.at, 'runbook'),
              target: () =>
                model ? entityValue(model, origin) : absent('changePlan.model', entity.at, 'model'),
            },
          }
        );
      },
    ),
  },
});
