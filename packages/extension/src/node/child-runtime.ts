import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Report } from '@vigil/runtime';
import { type LogOutputChannel, Uri, workspace } from 'vscode';
import { readReport } from '../runtime/read-report.js';
import type { RunOutcome, RunRequest, Runtime, RuntimePlace } from '../runtime/runtime.js';
import { locateRuntime } from './locate-runtime.js';
import { runtimeProcess } from './runtime-process.js';

/** More than any report; a runtime that goes on writing is not one of ours. */
const LARGEST_OUTPUT = 256 * 1024 * 1024;
/** Between asking a child to end and ending it. */
const GRACE_MS = 2_000;

/** Runs `vigil run` as a child process: a crash of the engine costs one run, never the editor. */
export function childRuntime(extension: Uri, log: LogOutputChannel): Runtime {
  const bundled = Uri.joinPath(extension, 'bundle', 'runtime', 'vigil.mjs').fsPath;
  const find = (spec: Uri) =>
    locateRuntime({
      setting: workspace.getConfiguration('vigil.runtime', spec).get('path', ''),
      from: dirname(spec.fsPath),
      workspace: workspace.getWorkspaceFolder(spec)?.uri.fsPath ?? null,
      bundled,
    });
  return {
    async run(request) {
      const { spec } = request;
      const found = find(spec);
      if ('problem' in found) return { kind: 'missing', message: found.problem };
      log.info(`run ${spec.fsPath} with ${found.command} (${found.origin})`);
      return await execute(found, request, log);
    },
    process(spec, words) {
      const found = find(spec);
      return 'problem' in found ? found : runtimeProcess(found, words);
    },
  };
}

async function execute(
  place: RuntimePlace,
  { spec, monitors, token, progress }: RunRequest,
  log: LogOutputChannel,
): Promise<RunOutcome> {
  const words = ['run', spec.fsPath, '--format', 'json', '--figures'];
  for (const monitor of monitors) words.push('--monitor', monitor);
  const child = start(place, words, dirname(spec.fsPath));
  const cancelled = token.onCancellationRequested(() => end(child));
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.length > LARGEST_OUTPUT) end(child);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-64_000);
    const line = text.split(/[\r\n]/).findLast((part) => part.trim() !== '');
    if (line !== undefined) progress(line.trim());
  });
  try {
    const ended = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal }));
    });
    if (token.isCancellationRequested) return { kind: 'cancelled' };
    log.info(`the runtime ended with ${ended.signal ?? ended.code}`);
    return outcome(output, errors, ended, place);
  } catch (error) {
    return { kind: 'missing', message: `${place.command} could not be started: ${(error as Error).message}` };
  } finally {
    cancelled.dispose();
  }
}

function start(place: RuntimePlace, words: readonly string[], cwd: string): ChildProcess {
  const { command, args, env } = runtimeProcess(place, words);
  return spawn(command, args, {
    cwd,
    // A group of its own: the engine is a child of the runtime, and has to end with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
}

/** Asks the child and all it started to end, and ends them when they do not. */
function end(child: ChildProcess): void {
  const signal = (name: NodeJS.Signals) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      if (process.platform === 'win32') child.kill(name);
      else process.kill(-child.pid, name);
    } catch {
      // It has ended meanwhile.
    }
  };
  signal('SIGTERM');
  setTimeout(() => signal('SIGKILL'), GRACE_MS).unref();
}

function outcome(
  output: string,
  errors: string,
  { code, signal }: { code: number | null; signal: string | null },
  place: RuntimePlace,
): RunOutcome {
  const report: Report | null = readReport(output);
  if (report !== null) return { kind: 'report', report, place };
  const said = errors.trim();
  if (code === 1) return { kind: 'invalid', message: said };
  if (code === 2) return { kind: 'missing', message: `${place.command} cannot be used: ${said}` };
  return {
    kind: 'crashed',
    message: `The runtime ended (${signal ?? code}) without a report. ${said}`.trim(),
  };
}
