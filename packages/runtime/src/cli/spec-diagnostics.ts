import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '@vigil/language';
import type { ShownDiagnostic } from './diagnostics-text.js';

/**
 * Adds to diagnostics what a reader needs: paths relative to where the command was started, and the line.
 *
 * @param folder the entry spec's folder, against which diagnostics name files
 */
export async function showDiagnostics(
  diagnostics: readonly Diagnostic[],
  folder: string,
): Promise<readonly ShownDiagnostic[]> {
  const texts = new Map<string, readonly string[]>();
  for (const file of new Set(diagnostics.map((diagnostic) => diagnostic.location.file)))
    texts.set(file, await linesOf(path.join(folder, file)));
  return diagnostics.map((diagnostic) => ({
    file: fromHere(path.join(folder, diagnostic.location.file)),
    diagnostic,
    sourceLine: texts.get(diagnostic.location.file)?.[diagnostic.location.line - 1] ?? null,
    related: (diagnostic.related ?? []).map(({ message, location }) => ({
      file: fromHere(path.join(folder, location.file)),
      line: location.line,
      column: location.column,
      message,
    })),
  }));
}

async function linesOf(file: string): Promise<readonly string[]> {
  return (await readFile(file, 'utf8').catch(() => '')).split(/\r\n|\r|\n/);
}

/** A path as one would type it here, with `/` on every system. */
export function fromHere(file: string): string {
  return path.relative(process.cwd(), path.resolve(file)).split(path.sep).join('/');
}
