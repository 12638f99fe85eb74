import { pointerTo } from '../../../protocol/canonical-json.js';
import type { Runbook, Step } from '../../../protocol/protocol.js';
import { concept, derived } from '../concept.js';
import { daysOf, readFacts } from '../facts.js';
import {
  durationType,
  entityType,
  listType,
  oneOrManyType,
  recordType,
  textType,
  unionType,
} from '../type.js';
import type { Value } from '../value.js';
import { entityValue, list, record, text } from '../values.js';
import { declaredIn } from './declared.js';

/** Words of the checklists for what a step does. */
const wordsOf: { readonly [kind in Step['action']['kind']]: readonly string[] } = {
  task: [],
  pause: ['pause', 'suspend', 'disable', 'stop'],
  notify: ['notify'],
  retrain: ['retrain', 'correct'],
};

function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items : [value];
}

/** What to do when a check fails. */
export const runbook = concept<Runbook>('runbook', {
  plural: 'runbooks',
  documentation: 'What to do when a check fails.',
  all: (graph) => declaredIn(graph, 'runbooks', 'runbook'),
  fields: {
    steps: derived(
      listType(recordType({ text: textType })),
      'What is done, in order.',
      ({ steps }, _, { at }) =>
        steps.length === 0
          ? undefined
          : list(
              steps.map(({ action }, index) => {
                const origin = { concept: 'runbook.steps', at: pointerTo(at, 'steps', index) };
                const words = action.kind === 'task' ? action.text : action.kind;
                return record({ text: () => text(words, origin) }, words, origin);
              }),
              { origin: { concept: 'runbook.steps', at } },
            ),
    ),
    actions: derived(
      oneOrManyType(textType),
      'What is done: by its steps and beside them.',
      (source, graph, entity) => {
        const origin = { concept: 'runbook.actions', at: entity.at };
        const steps = source.steps.map(({ action }) => {
          const [word = '', ...also] = wordsOf[action.kind];
          return action.kind === 'task' ? text(action.text, origin) : text(word, origin, also);
        });
        const fields = (['rollback', 'fallback'] as const).filter(
          (field) => source.facts[field] !== undefined,
        );
        const actions = [
          ...itemsOf(readFacts(entity, 'actions', graph)),
          ...steps,
          ...fields.map((field) => text(field, origin)),
        ];
        return actions.length === 0 ? undefined : list(actions, { origin });
      },
    ),
    sla: derived(durationType, 'Time within which all of it must be done.', ({ steps }, graph, entity) => {
      const written = readFacts(entity, 'sla', graph);
      const days = steps.flatMap(({ within }) => (within ? [daysOf(within)] : []));
      if (written !== undefined || days.length === 0) return written;
      return { kind: 'duration', days: Math.max(...days), origin: { concept: 'runbook.sla', at: entity.at } };
    }),
    notify: derived(
      oneOrManyType(unionType(entityType('role'), textType)),
      'Who is told: by its steps and beside them.',
      ({ steps }, graph, entity) => {
        const origin = { concept: 'runbook.notify', at: entity.at };
        const told = [
          ...itemsOf(readFacts(entity, 'notify', graph)),
          ...steps.flatMap(({ action }) => {
            if (action.kind !== 'notify') return [];
            const channel = graph.one('channel', action.channel);
            return [channel ? entityValue(channel, origin) : text(action.channel, origin)];
          }),
        ];
        return told.length === 0 ? undefined : list(told, { origin });
      },
    ),
  },
});
