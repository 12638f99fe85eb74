import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileSpec } from '../src/protocol/compile/compile-spec.js';
import type { Compilation } from '../src/protocol/protocol.js';
import { loadSpec } from '../src/references/load-spec.js';

/** Files of a spec by path; what they hold. */
export type SpecFiles = { readonly [path: string]: string };

/** Writes the files into a folder of their own, hands it over, and removes it again. */
export async function inFolder<T>(files: SpecFiles, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-spec-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Compiles a spec given as text; `main.vigil` is its entry.
 *
 * @throws with the findings when the spec has errors other than files that do not exist
 */
export function compiled(files: SpecFiles | string, tolerated: RegExp = /^$/): Promise<Compilation> {
  const all = typeof files === 'string' ? { 'main.vigil': files } : files;
  return inFolder(all, async (folder) => {
    const spec = await loadSpec(join(folder, 'main.vigil'));
    if (spec.kind === 'unreadable') throw new Error(spec.message);
    const errors = spec.diagnostics.filter(
      ({ severity, code }) => severity === 'error' && !tolerated.test(code),
    );
    if (errors.length > 0) {
      throw new Error(errors.map(({ location, message }) => `${location.line}: ${message}`).join('\n'));
    }
    return compileSpec(spec);
  });
}
