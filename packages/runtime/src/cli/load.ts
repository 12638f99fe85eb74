import path from 'node:path';
import { type Compilation, compileFile, type Diagnostic } from '@vigil/language';
import { diagnosticText } from './diagnostics-text.js';
import { showDiagnostics } from './spec-diagnostics.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** A valid spec, and the folder its paths start from. */
export interface ValidSpec {
  readonly compilation: Compilation;
  readonly folder: string;
}

/**
 * Compiles a spec that is to be used: what is wrong with it goes to standard error.
 *
 * @returns null when the spec has errors
 * @throws UsageError when the file itself cannot be read
 */
export async function compileValid(file: string, terminal: Terminal): Promise<ValidSpec | null> {
  const folder = path.dirname(path.resolve(file));
  const outcome = await compileFile(file);
  if (outcome.kind === 'unreadable') throw new UsageError(outcome.message);
  await noteDiagnostics(outcome.diagnostics, folder, terminal);
  return outcome.kind === 'compiled' ? { compilation: outcome.compilation, folder } : null;
}

async function noteDiagnostics(
  diagnostics: readonly Diagnostic[],
  folder: string,
  terminal: Terminal,
): Promise<void> {
  for (const shown of await showDiagnostics(diagnostics, folder))
    terminal.note(diagnosticText(shown, terminal.noteColours));
}
