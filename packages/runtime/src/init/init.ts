import path from 'node:path';
import { formatText, loadSpec } from '@vigil/language';
import { calibrated } from './calibrate/calibrated.js';
import { withoutIdleGroups } from './calibrate/without-idle-groups.js';
import type { Decision } from './detect/decision.js';
import type { SpecDraft } from './draft.js';
import { draftOf } from './draft-of.js';
import { InitError } from './init-error.js';
import { readModelFile } from './profile/read-model.js';
import { readTable } from './profile/read-table.js';
import type { InitRequest, Material } from './request.js';
import type { LimitsOf } from './write/limits.js';
import { specText } from './write/spec-text.js';

export interface FirstSpec {
  /** Formatted, and checked without an error or a warning. */
  readonly text: string;
  /** What was found, and how. */
  readonly decisions: readonly Decision[];
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
  const text = formatted(specText(withoutIdleGroups(draft, limits), limits));
  await verify(path.resolve(start, target), text);
  return { text, decisions: [...decisions, ...unconfirmed(draft, limits)] };
}

/** A model file that does not give the logged scores may be the wrong one: that is not left out in silence. */
function unconfirmed({ monitors }: SpecDraft, limitsOf: LimitsOf): Decision[] {
  return monitors.flatMap((monitor) =>
    monitor.checks
      .filter((check) => check.metric === 'rescore' && limitsOf(monitor, check) === null)
      .map(() => ({
        what: 'no check of rescore',
        why: 'the model file does not give the logged scores again: is it the right file?',
      })),
  );
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
