import { type LoadedSpec, loadSpec } from '../../references/load-spec.js';
import type { Compilation } from '../protocol.js';
import { compileSpec } from './compile-spec.js';

/** What became of a spec file. */
export type CompileOutcome =
  /** The spec is valid; its diagnostics are warnings and information only. */
  | {
      readonly kind: 'compiled';
      readonly compilation: Compilation;
      readonly diagnostics: LoadedSpec['diagnostics'];
    }
  /** The spec has at least one error. */
  | { readonly kind: 'invalid'; readonly diagnostics: LoadedSpec['diagnostics'] }
  /** The entry file cannot be read; `message` says why. */
  | { readonly kind: 'unreadable'; readonly message: string };

/**
 * Loads a spec with all it imports, checks it and, if it has no errors, compiles it: the front door of
 * the command line.
 *
 * @param file path of the entry file, relative to the working directory or absolute
 */
export async function compileFile(file: string): Promise<CompileOutcome> {
  const loaded = await loadSpec(file);
  if (loaded.kind === 'unreadable') return loaded;
  const { diagnostics } = loaded;
  if (diagnostics.some(({ severity }) => severity === 'error')) return { kind: 'invalid', diagnostics };
  return { kind: 'compiled', compilation: compileSpec(loaded), diagnostics };
}
