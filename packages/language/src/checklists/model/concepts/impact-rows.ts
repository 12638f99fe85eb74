import type { Graph } from '../concept.js';
import type { Entity, Value } from '../value.js';
import { absent, entityValue, list, record } from '../values.js';

/** Components of a modification protocol, with the fields that make them (FDA PCCP guidance, appendix A). */
const components: { readonly [component: string]: readonly string[] } = {
  data: ['dataCollection'],
  retraining: ['retrainObjective', 'retrainTriggers'],
  evaluation: ['evalAcceptance'],
  update: ['updateRollout'],
};

function modificationsOf(graph: Graph, plan: Entity): readonly Entity[] {
  return graph.all('modification').filter(({ id }) => id.startsWith(`${plan.at}/`));
}

/** The rows of a traceability table, as far as the protocol of each modification fills them; and what is written. */
export function traces(graph: Graph, plan: Entity, written: Value | undefined): Value | undefined {
  const rows = modificationsOf(graph, plan).map((modification) => {
    const protocol = graph.read(modification, 'protocol');
    const cells = Object.entries(components).map(([component, fields]) => {
      const values =
        protocol.kind === 'entity' ? fields.map((field) => graph.read(protocol.entity, field)) : [];
      const cell = values.find(({ kind }) => kind !== 'absent');
      const place = protocol.kind === 'entity' ? protocol.entity.at : modification.at;
      return [component, () => cell ?? absent(`protocol.${fields[0] ?? component}`, place)] as const;
    });
    return record(
      { modification: () => entityValue(modification), ...Object.fromEntries(cells) },
      modification.name,
      { concept: 'changePlan.trace', at: modification.at },
    );
  });
  const more = written?.kind === 'list' ? written.items : [];
  return rows.length + more.length === 0
    ? undefined
    : list([...rows, ...more], { origin: { concept: 'changePlan.trace', at: plan.at } });
}

/** A field of the impact assessment, as one row for each modification that has it; of risks, one for each risk. */
export function assessments(graph: Graph, plan: Entity, field: string): Value | undefined {
  const rows = modificationsOf(graph, plan).flatMap((modification) => {
    const impact = graph.read(modification, 'impact');
    const value = impact.kind === 'entity' ? graph.read(impact.entity, field) : undefined;
    if (value === undefined || value.kind === 'absent') return [];
    const items = value.kind === 'list' ? value.items : [value];
    return items.map((item) =>
      record(
        {
          modification: () => entityValue(modification),
          ...(field === 'risks' ? { risk: () => item } : {}),
          text: () => item,
        },
        modification.name,
        item.origin,
      ),
    );
  });
  return rows.length === 0
    ? absent(`impact.${field}`, plan.at)
    : list(rows, { origin: { concept: `impact.${field}`, at: plan.at } });
}
