import { pointerTo } from '../../../protocol/canonical-json.js';
import type { ChangePlan, Facts, FactValue, Modification } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft, type Graph } from '../concept.js';
import { digestField } from '../digest.js';
import { readFacts } from '../facts.js';
import {
  entityType,
  listType,
  oneOrManyType,
  recordType,
  textType,
  unionType,
  withMemberTypes,
} from '../type.js';
import type { Entity, FactSource, Value } from '../value.js';
import { absent, entityValue, list, open, text, withMembers } from '../values.js';
import { declaredIn, factsOf } from './declared.js';
import { assessments, traces } from './impact-rows.js';

/** A modification and the plan it stands in. */
export interface PlannedChange {
  readonly plan: ChangePlan;
  readonly modification: Modification;
  /** Pointers of both. */
  readonly planAt: string;
  readonly at: string;
}

export function plannedChanges(graph: Graph): readonly PlannedChange[] {
  return declaredIn(graph, 'changePlans', 'changePlan').flatMap(({ source: plan, at: planAt }) =>
    plan.modifications.map((modification, index) => ({
      plan,
      modification,
      planAt,
      at: pointerTo(planAt, 'modifications', index),
    })),
  );
}

/** A block of a modification, before the block of its plan that holds for all. */
export function blockOf(
  { plan, modification, planAt, at }: PlannedChange,
  block: string,
): readonly FactSource[] {
  const own = modification.blocks[block];
  const shared = planBlock(plan, block);
  return [
    ...(own ? [{ kind: 'modification', block, facts: own, at: pointerTo(at, 'blocks', block) }] : []),
    ...(shared ? [{ kind: 'changePlan', block, facts: shared, at: pointerTo(planAt, 'facts', block) }] : []),
  ];
}

function planBlock({ facts }: ChangePlan, block: string): Facts | undefined {
  const written = facts[block];
  return written !== undefined && isRecord(written) ? written : undefined;
}

function isRecord(fact: FactValue): fact is { readonly [key: string]: FactValue } {
  return typeof fact === 'object' && !Array.isArray(fact);
}

/** Where a fact of a block belongs: the block, or the modification that lacks it. */
export function blockPlace(change: PlannedChange, block: string): string {
  return blockOf(change, block)[0]?.at ?? change.at;
}

/** A predetermined change control plan. */
export const changePlan = concept<ChangePlan>('changePlan', {
  plural: 'changePlans',
  documentation: 'What may change in a model, agreed beforehand, and how.',
  all: (graph) => declaredIn(graph, 'changePlans', 'changePlan'),
  fields: {
    title: derived(textType, 'Title of the plan.', ({ title }, _, { at }) =>
      title === null ? undefined : text(title, { concept: 'changePlan.title', at }),
    ),
    version: derived(textType, 'Version of the plan.', ({ version }, _, { at }) =>
      version === null ? undefined : text(version, { concept: 'changePlan.version', at }),
    ),
    model: derived(entityType('model'), 'The model that may change.', ({ model }, graph) => {
      const of = graph.one('model', model);
      return of && entityValue(of);
    }),
    modifications: derived(listType(entityType('modification')), 'The planned changes.', (_, graph, { at }) =>
      list(
        graph
          .all('modification')
          .filter((each) => each.id.startsWith(`${at}/`))
          .map((each) => entityValue(each)),
        { origin: { concept: 'changePlan.modifications', at }, of: 'modification' },
      ),
    ),
    impact: derived(
      entityType('planImpact'),
      'Impact assessment, over all modifications.',
      (_, graph, { at }) => {
        const impact = graph.all('planImpact').find((each) => each.at === at);
        return impact ? entityValue(impact) : absent('changePlan.impact', at, 'planImpact');
      },
    ),
    trace: derived(
      oneOrManyType(
        recordType({
          modification: entityType('modification'),
          data: textType,
          retraining: textType,
          evaluation: textType,
          update: textType,
        }),
      ),
      'How modifications, protocol and impact belong together: a row for each modification, and what is written.',
      (_, graph, entity) => traces(graph, entity, readFacts(entity, 'trace', graph)),
    ),
    deviationPolicy: derived(
      oneOrManyType(unionType(entityType('runbook'), textType), {
        runbook: entityType('runbook'),
        approver: unionType(entityType('role'), textType),
      }),
      'What happens when the plan is not kept: a runbook, and who approves what follows; else who is called next.',
      (_, graph, entity) => {
        const written = readFacts(entity, 'deviationPolicy', graph);
        const first = written?.kind === 'list' ? written.items[0] : written;
        if (written === undefined || first?.kind !== 'entity') return written;
        return withMembers(written, {
          runbook: () => first,
          approver: () => graph.read(first.entity, 'escalation'),
        });
      },
    ),
    authorizationRef: derived(
      withMemberTypes(textType, { hash: textType }),
      'Number of the authorisation; `hash` is that of the plan that was authorised.',
      (_, graph, entity) => {
        const written =
          readFacts(entity, 'authorizationRef', graph) ?? absent('changePlan.authorizationRef', entity.at);
        return withMembers(written, { hash: () => authorised(graph, entity) });
      },
    ),
  },
});

/** The plan as it was authorised is known from the last released spec only. */
function authorised(graph: Graph, plan: Entity): Value {
  const former = graph.released?.one('changePlan', plan.name);
  if (graph.released === undefined || former === undefined)
    return open('What was authorised is not known here: it takes the released spec.');
  return graph.released.read(former, digestField);
}

/** One planned change. */
export const modification = concept<PlannedChange>('modification', {
  plural: 'modifications',
  documentation: 'One planned change inside a change plan.',
  referable: false,
  all: (graph) =>
    plannedChanges(graph).map((source): EntityDraft<PlannedChange> => {
      const { name, title } = source.modification;
      return {
        source,
        at: source.at,
        name,
        title,
        facts: [factsOf('modification', source.modification, source.at)],
      };
    }),
  fields: {
    id: derived(
      textType,
      'Number or name of the modification.',
      ({ modification: { name } }, graph, entity) => {
        const written = readFacts(entity, 'id', graph);
        const origin = { concept: 'modification.id', at: entity.at };
        return written?.kind === 'text' ? text(written.text, origin, [name]) : text(name, origin);
      },
    ),
    description: derived(
      oneOrManyType(textType),
      'What changes: as written, or the title.',
      ({ modification: { title } }, graph, entity) =>
        readFacts(entity, 'description', graph) ??
        (title === null
          ? undefined
          : list([text(title, { concept: 'modification.description', at: entity.at })])),
    ),
    performanceSpec: derived(
      oneOrManyType(textType),
      'What it must achieve: claims by metric or name.',
      (_, graph, entity) => {
        const written = readFacts(entity, 'performanceSpec', graph);
        const [only] = written?.kind === 'list' ? written.items : [];
        if (written?.kind !== 'list' || only?.kind !== 'record') return written;
        return { ...written, items: Object.keys(only.members).map((metric) => text(metric, written.origin)) };
      },
    ),
    protocol: derived(entityType('protocol'), 'Its modification protocol.', (_, graph, { at }) => {
      const protocol = graph.all('protocol').find((each) => each.id === `${at}#protocol`);
      return protocol ? entityValue(protocol) : absent('modification.protocol', at, 'protocol');
    }),
    impact: derived(entityType('impact'), 'Its impact assessment.', (_, graph, { at }) => {
      const impact = graph.all('impact').find((each) => each.id === `${at}#impact`);
      return impact ? entityValue(impact) : absent('modification.impact', at, 'impact');
    }),
  },
});

/** Benefits, risks and mitigations of one planned change. */
export const impact = concept<PlannedChange>('impact', {
  plural: 'impacts',
  documentation: 'Impact assessment of a planned change; what the plan says for all counts for each.',
  referable: false,
  all: (graph) =>
    plannedChanges(graph).flatMap((source) => {
      const facts = blockOf(source, 'impact');
      if (facts.length === 0) return [];
      return [
        {
          source,
          at: blockPlace(source, 'impact'),
          id: `${source.at}#impact`,
          name: source.modification.name,
          facts,
        },
      ];
    }),
});

const rowOf = { modification: entityType('modification'), risk: entityType('risk') };
const impactRow = listType(recordType(rowOf));

/** The impact assessment of a plan: one row for each modification. */
export const planImpact = concept<ChangePlan>('planImpact', {
  documentation: 'The impact assessment of a plan: its fields hold a row for each modification.',
  referable: false,
  all: (graph) =>
    declaredIn(graph, 'changePlans', 'changePlan')
      .filter(({ at }) => graph.all('impact').some(({ id }) => id.startsWith(`${at}/`)))
      .map((draft) => ({ ...draft, facts: [] })),
  fields: Object.fromEntries(
    [
      'baselineComparison',
      'benefits',
      'risks',
      'biasRisks',
      'mitigations',
      'vvAdequacy',
      'interactions',
      'cumulative',
      'otherFunctions',
      'references',
    ].map((field) => [
      field,
      derived<ChangePlan>(impactRow, 'A row for each modification that says it.', (_, graph, entity) =>
        assessments(graph, entity, field),
      ),
    ]),
  ),
});
