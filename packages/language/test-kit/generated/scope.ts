import fc, { type Arbitrary } from 'fast-check';
import { namedDeclarations } from '../named-declarations.js';

/** The file generated specs import: declarations that fields and statements can refer to. */
export const importedText = namedDeclarations
  .replace(/^product .*\n/m, '')
  .replace('kind: locked', 'kind: locked artifact: "model.onnx"');

/** Names of declarations by their kind. */
export type Scope = ReadonlyMap<string, readonly string[]>;

/** The names of the imported file, and some more. */
export function scopeOf(own: readonly (readonly [kind: string, name: string])[]): Scope {
  const imported = [...importedText.matchAll(/^(\w+) (\w+)/gm)].map(
    ([, kind = '', name = '']) => [kind, name] as const,
  );
  const names = new Map<string, string[]>();
  for (const [kind, name] of [...imported, ...own]) names.set(kind, [...(names.get(kind) ?? []), name]);
  return names;
}

/** A name of one of these kinds; undefined where there is none. */
export function nameOf(scope: Scope, ...kinds: readonly string[]): Arbitrary<string> | undefined {
  const names = kinds.flatMap((kind) => scope.get(kind) ?? []);
  return names.length === 0 ? undefined : fc.constantFrom(...names);
}
