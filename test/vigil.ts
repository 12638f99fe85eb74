import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Report, ReportResult } from '@vigil/runtime';
import { afterAll, it } from 'vitest';

export const root = resolve(import.meta.dirname, '..');
const launcher = join(root, 'packages/runtime/bin/vigil.js');
/** Real data stands beside the repository, where it is available at all. */
export const diabetes130 = join(root, '..', 'shared', 'data', 'diabetes130');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as its users run it: a child process. */
export function vigil(
  args: readonly string[],
  options: { cwd?: string; input?: string; env?: Record<string, string> } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    encoding: 'utf8',
    cwd: options.cwd ?? root,
    input: options.input ?? '',
    maxBuffer: 1 << 29,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
  });
  return { status, stdout, stderr };
}

export function report(outcome: Outcome): Report {
  try {
    return JSON.parse(outcome.stdout) as Report;
  } catch {
    throw new Error(
      `no JSON report on stdout (exit ${outcome.status})\n${outcome.stdout.slice(0, 2000)}\n${outcome.stderr.slice(0, 4000)}`,
    );
  }
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
/** A folder with these files, removed after the test file. */
export function folder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'vigil-test-'));
  folders.push(path);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** Runs SQL in an engine of the test's own, to make input files in other layouts. */
export async function sql(...statements: string[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

/** `it`, or a test skipped by name where the real data is absent. */
export function itOnDiabetes130(name: string, body: () => void | Promise<void>): void {
  if (existsSync(diabetes130)) it(name, body);
  else it.skip(`${name} (skipped: ../shared/data/diabetes130 is absent)`, body);
}

/** Results of one metric, keyed by the month of their window ('2024-01'). */
export function byMonth(results: readonly ReportResult[]): Map<string, ReportResult> {
  return new Map(results.map((r) => [(r.window?.start ?? '').slice(0, 7), r]));
}
