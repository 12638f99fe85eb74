import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type LangiumDocument, URI, UriUtils } from 'langium';
import { nodeDeclaredData } from '../data-files/node-declared-data.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { plainDiagnostics } from '../diagnostics/plain-diagnostics.js';
import type { Spec } from '../generated/ast.js';
import { createVigilServices, type VigilContext, type VigilServices } from '../services.js';
import { loadDocuments, readingProblem } from './load-documents.js';
import { textFileSystem, withUnsaved } from './text-file-system.js';
import { textsOnly } from './texts-only.js';

/** A spec with everything it imports: parsed, linked and checked. */
export interface LoadedSpec {
  readonly kind: 'spec';
  readonly services: VigilServices;
  /** The folder of the entry file; diagnostics and the Protocol name files relative to it. */
  readonly folder: URI;
  readonly entry: LangiumDocument<Spec>;
  /** The entry file and, after it, the files it imports, directly or not, nearest first. */
  readonly documents: readonly LangiumDocument<Spec>[];
  /** All findings in all files, sorted. The spec can be compiled when none is an error. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The entry file itself cannot be read. */
export interface UnreadableSpec {
  readonly kind: 'unreadable';
  /** A sentence for people; names the file as it was given. */
  readonly message: string;
}

/** Where a spec is read from. */
export interface SpecOrigin {
  readonly entry: URI;
  /** The folder whose files may be imported. */
  readonly root: URI;
  readonly context: VigilContext;
  /** The entry file as it was asked for, for messages. */
  readonly name: string;
}

/**
 * Loads a spec from disk: the front door of the command line. Imports may lead anywhere inside the git repository
 * that holds the file or, where there is none, inside the file's folder.
 *
 * @param file a path, relative to the working directory or absolute
 * @param unsaved text to take for the content of that file, which need not exist: a spec is judged before it is written
 * @param asOf the day for which the spec is judged, YYYY-MM-DD; without it, no waiver is over
 */
export function loadSpec(
  file: string,
  unsaved?: string,
  asOf?: string,
): Promise<LoadedSpec | UnreadableSpec> {
  const origin = onDisk(file);
  const files = unsaved === undefined ? textFileSystem : withUnsaved(origin.entry, unsaved);
  const today = asOf === undefined ? {} : { today: () => asOf };
  return loadSpecFrom({ ...origin, context: { ...files, declaredData: nodeDeclaredData, ...today } });
}

/** Loads a spec from disk as text alone: whether its data and artifacts are there is not looked at. */
export function loadSpecText(file: string): Promise<LoadedSpec | UnreadableSpec> {
  const disk = textFileSystem.fileSystemProvider();
  const files = textsOnly((uri) => disk.readFile(uri));
  return loadSpecFrom({ ...onDisk(file), context: { fileSystemProvider: () => files } });
}

function onDisk(file: string): Omit<SpecOrigin, 'context'> {
  const path = resolve(file);
  return { entry: URI.file(path), root: URI.file(repositoryOf(dirname(path))), name: file };
}

/** Loads a spec from wherever its texts are. */
export async function loadSpecFrom({
  entry,
  root,
  context,
  name,
}: SpecOrigin): Promise<LoadedSpec | UnreadableSpec> {
  const { vigil } = createVigilServices(context);
  vigil.references.ImportGraph.addRoot(root);
  let documents: LangiumDocument<Spec>[];
  try {
    documents = await loadDocuments(entry, vigil);
  } catch (error) {
    const problem = readingProblem(error);
    const reason = problem.kind === 'missing' ? 'there is no such file' : problem.reason;
    return { kind: 'unreadable', message: `cannot read the spec ${name}: ${reason}` };
  }
  await vigil.shared.workspace.DocumentBuilder.build(documents, {
    validation: { categories: ['built-in', 'fast', 'slow'] },
  });
  const folder = UriUtils.dirname(entry);
  const diagnostics = plainDiagnostics(documents, folder);
  return { kind: 'spec', services: vigil, folder, entry: documents[0]!, documents, diagnostics };
}

/** The nearest folder upwards that holds a git repository, or else the folder itself. */
function repositoryOf(folder: string): string {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if (existsSync(join(candidate, '.git'))) return candidate;
    if (dirname(candidate) === candidate) return folder;
  }
}
