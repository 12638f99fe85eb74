import { type Progress, progressOf } from './checklists/findings/progress.js';
import { conformanceCategory } from './checks/flat-validation.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { plainDiagnostics } from './diagnostics/plain-diagnostics.js';
import type { LoadedSpec } from './references/load-spec.js';

/** What the checks and the checklists say of a spec. */
export interface JudgedDiagnostics {
  /** All findings: those of the spec itself, and what the checklists it complies with ask for. */
  readonly diagnostics: readonly Diagnostic[];
  /** How far it has come with each checklist; empty for a spec with errors, which has no meaning to judge. */
  readonly progress: readonly Progress[];
}

/** Judges a loaded spec against the checklists it complies with, on the day it was loaded for. */
export async function judgeSpec({
  services,
  documents,
  entry,
  folder,
}: LoadedSpec): Promise<JudgedDiagnostics> {
  await services.shared.workspace.DocumentBuilder.build([...documents], {
    validation: { categories: [conformanceCategory] },
  });
  const judged = services.checklists.JudgedSpecs.of(entry);
  return {
    diagnostics: plainDiagnostics(documents, folder),
    progress: judged?.conformance.packs.map(progressOf) ?? [],
  };
}
