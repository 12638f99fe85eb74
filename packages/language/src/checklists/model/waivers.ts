import type { Graph } from './concept.js';
import { undetermined } from './undetermined.js';
import type { Entity } from './value.js';

/** A waiver as it is written. */
export interface WrittenWaiver {
  readonly pack: string;
  readonly item: string;
  readonly because: string;
  readonly approvedBy: string;
  readonly until: string;
}

/** The waivers of a spec, read through the graph, so that what depends on them is noted. */
export function waiversIn(graph: Graph): readonly WrittenWaiver[] {
  const all = graph.all('waiver').map((waiver) => {
    const [pack = '', item = ''] = divided(waiver);
    return {
      pack,
      item,
      because: textIn(graph, waiver, 'justification'),
      approvedBy: textIn(graph, waiver, 'approver'),
      until: textIn(graph, waiver, 'expires'),
    };
  });
  // A waiver whose reason is still to be determined has none.
  return all.filter(({ because }) => because.trim() !== '' && !undetermined.test(because));
}

function divided({ name }: Entity): readonly string[] {
  const dot = name.indexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
}

function textIn(graph: Graph, waiver: Entity, field: string): string {
  const value = graph.read(waiver, field);
  if (value.kind === 'entity') return value.entity.name;
  if (value.kind === 'date') return value.date;
  return value.kind === 'text' ? value.text : '';
}
