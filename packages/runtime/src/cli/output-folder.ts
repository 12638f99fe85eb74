import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/**
 * Makes the folder of `--out`; done before long work, so that a wrong path costs no time.
 *
 * @throws UsageError when it cannot be made
 */
export async function makeFolder(folder: string): Promise<void> {
  await attempt(folder, () => mkdir(folder, { recursive: true }));
}

/**
 * Writes result files into the folder of `--out` and says so on standard error.
 *
 * @throws UsageError when the folder cannot be written
 */
export async function writeInto(
  folder: string,
  files: Readonly<Record<string, string>>,
  terminal: Terminal,
): Promise<void> {
  await makeFolder(folder);
  for (const [name, content] of Object.entries(files))
    await attempt(folder, () => writeFile(path.join(folder, name), content));
  const names = Object.keys(files).map((name) => path.join(folder, name));
  terminal.note(`wrote ${names.join(', ')}\n`);
}

/**
 * Writes one result file, in a folder that is made where there is none, and says so on standard error.
 *
 * @throws UsageError when it cannot be written
 */
export async function writeTo(file: string, content: string, terminal: Terminal): Promise<void> {
  await makeFolder(path.dirname(file));
  await attempt(file, () => writeFile(file, content));
  terminal.note(`wrote ${file}\n`);
}

async function attempt(folder: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new UsageError(`--out ${folder}: cannot be written${code}`);
  }
}
