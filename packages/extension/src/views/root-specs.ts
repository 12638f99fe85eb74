import type { SpecOutline } from '@vigil/language/views';

type Importing = Pick<SpecOutline, 'uri' | 'product' | 'monitors' | 'imports'>;

/**
 * The specs that are read and run on their own: those that no other imports. Of files that import each other, the one
 * that declares the product stands for all; without a product those with monitors do, and else the first.
 *
 * @param outlines in the order in which they are shown; the answer keeps it
 */
export function rootSpecs<T extends Importing>(outlines: readonly T[]): readonly T[] {
  const importsOf = new Map(outlines.map(({ uri, imports }) => [uri, new Set(imports)]));
  const imports = (one: T, other: T) => one !== other && importsOf.get(one.uri)?.has(other.uri) === true;
  const tops = outlines.filter((spec) =>
    outlines.every((other) => !imports(other, spec) || imports(spec, other)),
  );
  return tops.filter((spec) => {
    const circle = tops.filter((other) => other === spec || imports(spec, other));
    return standIns(circle).includes(spec);
  });
}

function standIns<T extends Importing>(circle: readonly T[]): readonly T[] {
  const products = circle.filter(({ product }) => product !== null);
  if (products.length > 0) return products;
  const monitored = circle.filter(({ monitors }) => monitors.length > 0);
  return monitored.length > 0 ? monitored : circle.slice(0, 1);
}
