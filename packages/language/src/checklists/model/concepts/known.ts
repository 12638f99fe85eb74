import { frameworkOf } from '../../../schema/index.js';
import type { Cause } from '../../truth.js';
import type { Graph } from '../concept.js';
import type { Value } from '../value.js';

/** The words and texts of a value, one by one. */
export function wordsIn(value: Value): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(wordsIn);
  return value.kind === 'text' ? [value.text] : [];
}

/** The words of a field in all things of a concept; undefined where none says it. */
export function wordsOf(graph: Graph, concept: string, field: string): readonly string[] | undefined {
  const values = graph.all(concept).map((entity) => graph.read(entity, field));
  const written = values.filter(({ kind }) => kind !== 'absent');
  return written.length === 0 ? undefined : written.flatMap(wordsIn);
}

/** How near each dataset and log is to persons; undefined for those that do not say. */
export function identifiabilities(graph: Graph): readonly (string | undefined)[] {
  return ['dataset', 'log'].flatMap((concept) =>
    graph.all(concept).map((entity) => {
      const value = graph.read(entity, 'identifiability');
      return value.kind === 'text' ? value.text : undefined;
    }),
  );
}

/** Whether the spec lists a framework, by `comply with` or among the frameworks that apply. */
export function isChosen(graph: Graph, framework: string): boolean {
  // `ISO_14971` in a checklist, `ISO 14971:2019` in a spec: the identifier is what they share.
  const names = [framework, frameworkOf(framework)?.id ?? framework];
  return graph.all('regulatory').some((regulatory) => {
    const frameworks = graph.read(regulatory, 'frameworks');
    const items = frameworks.kind === 'list' ? frameworks.items : [];
    return items.some(
      (item) => item.kind === 'text' && [item.text, ...item.also].some((name) => names.includes(name)),
    );
  });
}

/** @param tells what the fact would tell */
export function missingFact(concept: string, tells: string): Cause {
  return { kind: 'missing', concept, at: '', text: `${concept} does not say ${tells}` };
}
