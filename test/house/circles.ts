/**
 * @param graph each thing with what it needs; what is needed need not be a key
 * @returns a circle for every thing that needs itself in the end, each once
 */
export function circles<T>(graph: ReadonlyMap<T, readonly T[]>): T[][] {
  const done = new Set<T>();
  const found: T[][] = [];
  const visit = (thing: T, way: readonly T[]): void => {
    const before = way.indexOf(thing);
    if (before >= 0) found.push(way.slice(before));
    if (before >= 0 || done.has(thing)) return;
    for (const next of graph.get(thing) ?? []) visit(next, [...way, thing]);
    done.add(thing);
  };
  for (const thing of graph.keys()) visit(thing, []);
  return found;
}
