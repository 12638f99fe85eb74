import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../editor.mjs';

export const title = 'a run that hangs is cancelled, and its processes are gone';

export async function run(editor, { packages }) {
  if (packages.targeted === null) return 'the native parts of this platform are not installed';
  if (process.platform === 'win32') return 'a pipe in the place of a file needs Linux or macOS';
  // The engine waits for a file that never has a first byte.
  const log = join(editor.host.folder, 'data', 'log', '2023-01.csv');
  rmSync(log);
  execFileSync('mkfifo', [log]);
  try {
    await editor.open('sepsis.vigil');
    await editor.command('Vigil: Run Spec');
    await poll(() => running(editor).length > 0, 'the runtime to start');
    await editor.command('Vigil: Cancel Run');
    await poll(
      () => running(editor).length === 0,
      'the runtime to end',
      () => running(editor).join('\n'),
    );
    await poll(
      async () => !(await editor.statusBar('vigil.verdict'))?.includes('running'),
      'the verdict in the status bar to say so',
    );
  } finally {
    rmSync(log, { force: true });
  }
}

/** Command lines of processes that a run of this editor's workspace started: the runtime, and its engine. */
function running(editor) {
  const list = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  return list.filter(
    (line) => line.includes(editor.host.extensions) && /vigil\.mjs run|engine-child|rescore-child/.test(line),
  );
}
