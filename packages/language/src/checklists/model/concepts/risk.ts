import { pointerTo } from '../../../protocol/canonical-json.js';
import type { FactDeclaration, Hazard } from '../../../protocol/protocol.js';
import { concept, derived, type EntityDraft, type Graph } from '../concept.js';
import { readFacts } from '../facts.js';
import {
  entityType,
  listType,
  numberType,
  oneOrManyType,
  textType,
  truthType,
  unionType,
  withMemberTypes,
  wordType,
} from '../type.js';
import type { Value } from '../value.js';
import { absent, boolean, entityValue, list, number, text, withMembers } from '../values.js';
import { declaredIn, factDeclarations } from './declared.js';

const severities = ['negligible', 'minor', 'serious', 'critical', 'catastrophic'];
/** From here a harm is serious (ISO 14971, table of severities; IEC 62304, 4.3). */
const serious = 3;

/** 1 for negligible to 5 for catastrophic; undefined where it is not written. */
function rankOf(value: Value): number | undefined {
  const rank = value.kind === 'text' ? severities.indexOf(value.text) + 1 : 0;
  return rank === 0 ? undefined : rank;
}

/** One hazardous situation or harm. */
export const risk = concept<Hazard>('risk', {
  plural: 'risks',
  documentation: 'A hazard: what can do harm, how it is controlled, and what remains.',
  all: (graph) => declaredIn(graph, 'hazards', 'hazard'),
  fields: {
    id: derived(textType, 'Name of the hazard.', ({ name }, _, { at }) =>
      text(name, { concept: 'risk.id', at }),
    ),
    hazard: derived(
      oneOrManyType(textType),
      'The source of harm: as written, or the title.',
      ({ title }, graph, entity) =>
        readFacts(entity, 'hazard', graph) ??
        (title === null ? undefined : list([text(title, { concept: 'risk.hazard', at: entity.at })])),
    ),
    severity: derived(
      withMemberTypes(wordType(...severities, 'death', 'irreversible'), { rank: numberType }),
      'How bad the harm would be; `rank` counts from 1.',
      (_, graph, entity) => {
        const severity = readFacts(entity, 'severity', graph);
        if (severity?.kind !== 'text') return severity;
        const also: { readonly [word: string]: readonly string[] } = {
          critical: ['irreversible'],
          catastrophic: ['death'],
        };
        const rank = rankOf(severity);
        return {
          ...severity,
          also: [
            ...severity.also,
            ...(Object.hasOwn(also, severity.text) ? (also[severity.text] ?? []) : []),
          ],
          members: {
            ...severity.members,
            ...(rank !== undefined && { rank: () => number(rank, severity.origin) }),
          },
        };
      },
    ),
    harm: derived(
      oneOrManyType(textType, { seriousOrDeath: truthType }),
      'The injury or damage.',
      (_, graph, entity) => {
        const harm = readFacts(entity, 'harm', graph) ?? absent('risk.harm', entity.at);
        const severity = graph.read(entity, 'severity');
        const rank = rankOf(severity);
        return withMembers(harm, {
          seriousOrDeath: () =>
            rank === undefined
              ? severity
              : boolean(rank >= serious, { concept: 'risk.severity', at: entity.at }),
        });
      },
    ),
    residual: derived(
      withMemberTypes(wordType('acceptable', 'tolerable', 'unacceptable'), {
        evaluation: wordType('acceptable', 'tolerable', 'unacceptable'),
      }),
      'What is thought of the risk that remains.',
      (_, graph, entity) => {
        const residual = readFacts(entity, 'residual', graph);
        return residual && withMembers(residual, { evaluation: () => residual });
      },
    ),
    controls: derived(listType(entityType('control')), 'Measures against it.', ({ name }, graph, { at }) => {
      const controls = graph
        .all('control')
        .filter((control) => holds(graph.read(control, 'mitigates'), name));
      return list(
        controls.map((control) => entityValue(control)),
        { origin: { concept: 'risk.controls', at }, of: 'control' },
      );
    }),
    monitoredBy: derived(
      listType(entityType('monitor')),
      'Monitors that control it.',
      ({ name }, graph, { at }) => {
        const origin = { concept: 'risk.monitoredBy', at };
        const measures = graph
          .all('control')
          .filter((control) => holds(graph.read(control, 'mitigates'), name))
          .flatMap((control) =>
            ['implementedBy', 'verifiedBy'].flatMap((field) => itemsOf(graph.read(control, field))),
          );
        const monitors = measures.flatMap((value) =>
          value.kind === 'entity' && value.entity.concept === 'monitor' ? [value.entity] : [],
        );
        return list(
          [...new Set(monitors)].map((monitor) => entityValue(monitor, origin)),
          { origin, of: 'monitor' },
        );
      },
    ),
    controlRationale: derived(
      oneOrManyType(textType),
      'Why information alone controls it.',
      (_, graph, entity) => {
        const justification = readFacts(entity, 'justification', graph);
        return justification ?? absent('risk.justification', entity.at);
      },
    ),
  },
});

function itemsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  return value.kind === 'absent' ? [] : [value];
}

function holds(value: Value, name: string): boolean {
  return itemsOf(value).some((item) => item.kind === 'entity' && item.entity.name === name);
}

/** A `control` declaration, or a monitor or runbook behind `controlled by`. */
type Control =
  | { readonly declared: FactDeclaration }
  | { readonly by: string; readonly hazards: readonly string[] };

function controls(graph: Graph): readonly EntityDraft<Control>[] {
  const { hazards } = graph.protocol;
  const names = [...new Set(hazards.flatMap(({ controls }) => controls))].sort();
  const behind = names.flatMap((by): EntityDraft<Control>[] => {
    const first = hazards.findIndex(({ controls }) => controls.includes(by));
    const mitigated = hazards.filter(({ controls }) => controls.includes(by)).map(({ name }) => name);
    const declared = graph.one('runbook', by) ?? graph.one('monitor', by);
    return [
      {
        source: { by, hazards: mitigated },
        at: monitorPlace(graph, by) ?? declared?.at ?? pointerTo('', 'hazards', first),
        id: `control ${by}`,
        name: by,
      },
    ];
  });
  const written = factDeclarations(graph, 'control').map(
    (draft): EntityDraft<Control> => ({ ...draft, source: { declared: draft.source } }),
  );
  return [...behind, ...written];
}

function monitorPlace(graph: Graph, name: string): string | undefined {
  const index = graph.protocol.monitors.findIndex((monitor) => monitor.name === name);
  return index < 0 ? undefined : pointerTo('', 'monitors', index);
}

/** What puts a monitor or runbook into effect: itself. */
function measureOf(by: string, graph: Graph, concept: string, at: string): Value {
  const entities = graph.named(by);
  const origin = { concept, at };
  return list(
    entities.length > 0 ? entities.map((entity) => entityValue(entity, origin)) : [text(by, origin)],
    { origin },
  );
}

/** Scenarios that expect a monitor to speak up show that it does; a runbook is shown to work when it is rehearsed. */
function shownBy(by: string, graph: Graph, at: string): Value | undefined {
  const origin = { concept: 'control.verifiedBy', at };
  const scenarios = graph.all('scenario').filter((scenario) => {
    const expected = graph.read(scenario, 'expected');
    return (
      expected.kind === 'list' && expected.items.some((item) => item.kind === 'text' && item.text === by)
    );
  });
  const runbook = graph.one('runbook', by);
  const rehearsal = runbook && graph.read(runbook, 'rehearsal');
  const shown = [
    ...scenarios.map((scenario) => entityValue(scenario, origin)),
    ...(rehearsal && rehearsal.kind !== 'absent' ? [rehearsal] : []),
  ];
  return shown.length === 0 ? undefined : list(shown, { origin });
}

const mitigated = oneOrManyType(entityType('risk'));
const measure = oneOrManyType(
  unionType(
    entityType('monitor'),
    entityType('runbook'),
    entityType('scenario'),
    entityType('requirement'),
    textType,
  ),
);

/** Risk control measure. */
export const control = concept<Control>('control', {
  plural: 'controls',
  documentation: 'A measure against a risk: a control, or the monitor or runbook behind `controlled by`.',
  all: controls,
  fields: {
    kind: derived(
      wordType('design', 'protective', 'information'),
      'Which of the options of ISO 14971, 7.1 it is.',
      (source, _, { at }) =>
        'by' in source ? text('protective', { concept: 'control.kind', at }) : undefined,
    ),
    mitigates: derived(mitigated, 'The risks it reduces.', (source, graph, { at }) => {
      if (!('by' in source)) return undefined;
      const origin = { concept: 'control.mitigates', at };
      const risks = source.hazards.flatMap((name) => graph.one('risk', name) ?? []);
      return list(
        risks.map((risk) => entityValue(risk, origin)),
        { origin, of: 'risk' },
      );
    }),
    implementedBy: derived(measure, 'What puts it into effect.', (source, graph, { at }) =>
      'by' in source ? measureOf(source.by, graph, 'control.implementedBy', at) : undefined,
    ),
    verifiedBy: derived(
      measure,
      'What shows that it is there and works: scenarios of a monitor, rehearsals of a runbook.',
      (source, graph, { at }) => ('by' in source ? shownBy(source.by, graph, at) : undefined),
    ),
  },
});
