import { URI, UriUtils } from 'langium';
import {
  type LoadedSpec,
  loadSpec,
  loadSpecFrom,
  loadSpecText,
  type UnreadableSpec,
} from '../../references/load-spec.js';
import { textsOnly } from '../../references/texts-only.js';
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
  return outcome(await loadSpec(file));
}

/**
 * Compiles a spec from its text alone: what it means does not depend on whether its data and artifacts are there.
 *
 * @param file path of the entry file, relative to the working directory or absolute
 */
export async function compileText(file: string): Promise<CompileOutcome> {
  return outcome(await loadSpecText(file));
}

/** Texts of a spec that are not files on this disk, such as those of an earlier revision. */
export interface TextOrigin {
  /** Path of the entry file with `/`, from the top of all texts. */
  readonly entry: string;
  /** Reads a file, by such a path; throws what a file system throws, or UnreadableFile. */
  readonly read: (path: string) => Promise<string>;
  /** The spec as it was asked for, for messages. */
  readonly name: string;
}

/** Not the top of all paths: an import that leads out of it has to be seen. */
const top = URI.parse('vigil-text:///texts/');

/** Compiles a spec from texts; imports are read from where the entry is. */
export async function compileTexts({ entry, read, name }: TextOrigin): Promise<CompileOutcome> {
  const files = textsOnly(({ path }) => read(path.slice(top.path.length)));
  const context = { fileSystemProvider: () => files };
  return outcome(await loadSpecFrom({ entry: UriUtils.joinPath(top, entry), root: top, context, name }));
}

function outcome(loaded: LoadedSpec | UnreadableSpec): CompileOutcome {
  if (loaded.kind === 'unreadable') return loaded;
  const { diagnostics } = loaded;
  if (diagnostics.some(({ severity }) => severity === 'error')) return { kind: 'invalid', diagnostics };
  return { kind: 'compiled', compilation: compileSpec(loaded), diagnostics };
}
