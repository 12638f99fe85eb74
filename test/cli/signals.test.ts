import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { csv, rows } from '../bad-input/small-log.js';
import { endlessModel } from '../models/endless-onnx.js';
import { folder, root } from '../vigil.js';

const launcher = join(root, 'packages/runtime/bin/vigil.js');
const spec = `model M version "1" {
  artifact: "endless.onnx"
  input age "Age" : number 0..120
  input score "Risk before" : number
  output risk "Risk" : probability
}
log L of M { source: "log.csv" time: at id: id prediction: score }
monitor Watch on L {
  every 1 quarter
  check rescore fail > 0.1
}
`;
function start(
  words: readonly string[],
  cwd: string,
  temporary: string,
): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [launcher, ...words], {
    cwd,
    env: { ...process.env, TMPDIR: temporary },
  });
  let text = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk) => {
      text += chunk;
    });
  return { child, said: () => text };
}
/** Processes that work inside a folder: the scoring child does, in its private copy of the model. */
function processesIn(path: string): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`).startsWith(path);
    } catch {
      return false;
    }
  });
}
async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 300) throw new Error('waited too long');
    await setTimeout(50);
  }
}

const onLinux = existsSync('/proc/self/cwd') ? it : it.skip;
onLinux.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s ends a run at once with %i; no child, no temporary file, no report is left',
  async (signal, code) => {
    const at = folder({
      'spec.vigil': spec,
      'log.csv': csv(rows()),
      'endless.onnx': Buffer.from(endlessModel()),
    });
    const temporary = join(at, 'tmp');
    mkdirSync(temporary);
    const { child, said } = start(['run', 'spec.vigil', '--out', 'report'], at, temporary);
    await until(() => processesIn(temporary).length > 0 || child.exitCode !== null);
    child.kill(signal);
    const [status] = await once(child, 'exit');
    expect(status, said()).toBe(code);
    await until(() => processesIn(temporary).length === 0);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(join(at, 'report'))).toEqual([]);
    expect(said()).toBe('');
  },
);

it('a reader that goes away is no error', async () => {
  const at = folder({
    'spec.vigil': Array.from({ length: 5000 }, (_, i) => `role R${i} "Role ${i}"`).join('\n'),
  });
  const { child, said } = start(['compile', 'spec.vigil', '--format', 'json'], at, at);
  child.stdout!.destroy();
  const [status] = await once(child, 'exit');
  expect([status, said()]).toEqual([0, '']);
});
