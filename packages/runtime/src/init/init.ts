import path from 'node:path';
import { formatText, loadSpec } from '@vigil/language';
import type { Ask } from './ask.js';
import { calibrated } from './calibrate/calibrated.js';
import type { Decision } from './detect/decision.js';
import type { GivenRoles } from './detect/roles.js';
import { draftOf } from './draft-of.js';
import { InitError } from './init-error.js';
import { type ModelFile, readModelFile } from './profile/read-model.js';
import { readTable } from './profile/read-table.js';
import type { Table } from './profile/table.js';
import { specText } from './write/spec-text.js';

export interface InitRequest {
  /** Paths as they were given; null where not. One of the three at least. */
  readonly model: string | null;
  readonly log: string | null;
  readonly reference: string | null;
  /** Folder that these paths start from. */
  readonly start: string;
  /** The file the spec is for; it is not written here. */
  readonly target: string;
  /** Name of the product; null: the model's, or the file's. */
  readonly name: string | null;
  readonly roles: GivenRoles;
  /** Score from which a patient counts as flagged; null: looked for. */
  readonly threshold: number | null;
  /** Columns the model takes, in its order; null: as its file says. */
  readonly inputs: readonly string[] | null;
  /** Asks what cannot be known; null: nobody is there. */
  readonly ask: Ask | null;
  /** What must be closed when the user stops the command. */
  readonly engines: Set<{ close(): Promise<void> }>;
  readonly progress: (what: string) => void;
}

export interface FirstSpec {
  /** Formatted, and checked without an error or a warning. */
  readonly text: string;
  /** What was found, and how. */
  readonly decisions: readonly Decision[];
}

/** The files, looked at. */
export interface Material {
  readonly model: ModelFile | null;
  readonly log: Table | null;
  readonly reference: Table | null;
}

/**
 * Writes the first spec of a model from its file and its data.
 *
 * ```
 *  model, log, reference ──profile──▶ columns ──detect──▶ roles, features
 *                                                              │ monitors
 *            text ◀──write── limits ◀──calibrate── measured ◀──┘
 *              │
 *              └── formatted, loaded and checked before anybody sees it
 * ```
 *
 * @throws InitError when the files or the options do not allow a spec
 */
export async function firstSpec(request: InitRequest): Promise<FirstSpec> {
  const { start, target, engines, progress } = request;
  const folder = path.dirname(path.resolve(start, target));
  const table = async (pattern: string | null, what: string) => {
    if (pattern === null) return null;
    progress(`reading the ${what}`);
    return readTable({ pattern, start, folder, what, engines });
  };
  const material: Material = {
    model: request.model === null ? null : await readModelFile(request.model, start, folder),
    log: await table(request.log, 'log'),
    reference: await table(request.reference, 'reference'),
  };
  const { draft, decisions } = await draftOf(request, material);
  progress('measuring what is usual');
  const limits = await calibrated({ draft, material, folder, engines });
  const text = formatted(specText(draft, limits));
  await verify(path.resolve(start, target), text);
  return { text, decisions };
}

function formatted(text: string): string {
  const outcome = formatText(text);
  if ('text' in outcome) return outcome.text;
  const { line, message } = outcome.problem;
  throw new Error(`the spec cannot be formatted: line ${line}: ${message}`);
}

/** A first spec with findings would teach its reader to ignore findings. */
async function verify(file: string, text: string): Promise<void> {
  const loaded = await loadSpec(file, text);
  if (loaded.kind === 'unreadable') throw new InitError(loaded.message);
  const finding = loaded.diagnostics.find(({ severity }) => severity !== 'information');
  if (finding !== undefined)
    throw new Error(
      `the spec does not check clean: line ${finding.location.line}: ${finding.code} ${finding.message}`,
    );
}
