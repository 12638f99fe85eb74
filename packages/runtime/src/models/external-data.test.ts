import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openExternalData } from './external-data.js';

// outside/secret.bin lies beside the model's folder; model/ holds every way to reach it.
const base = realpathSync(mkdtempSync(join(tmpdir(), 'vigil-test-')));
const folder = join(base, 'model');
mkdirSync(join(folder, 'sub'), { recursive: true });
mkdirSync(join(base, 'outside'));
writeFileSync(join(base, 'outside', 'secret.bin'), 'secret');
writeFileSync(join(folder, 'weights.bin'), 'weights');
writeFileSync(join(folder, 'sub', 'more.bin'), 'more');
writeFileSync(join(folder, 'twin.bin'), 'twin');
linkSync(join(folder, 'twin.bin'), join(folder, 'twin-too.bin'));
symlinkSync(join(base, 'outside', 'secret.bin'), join(folder, 'symlink.bin'));
symlinkSync('weights.bin', join(folder, 'symlink-inside.bin'));
symlinkSync(join(base, 'outside'), join(folder, 'symlink-folder'));
linkSync(join(base, 'outside', 'secret.bin'), join(folder, 'hard-link.bin'));
execFileSync('mkfifo', [join(folder, 'pipe.bin')]);
afterAll(() => rmSync(base, { recursive: true, force: true }));

it.each([
  ['weights.bin', 7],
  ['sub/more.bin', 4],
])('%s is opened', async (location, size) => {
  const opened = await openExternalData(folder, location);
  if ('refused' in opened) throw new Error(opened.refused);
  expect(opened.size).toBe(size);
  await opened.handle.close();
});

it.each([
  ['../outside/secret.bin', "'..'"],
  ['sub/../../outside/secret.bin', "'..'"],
  ['sub/../weights.bin', "'..'"],
  ['..', "'..'"],
  [join(base, 'outside', 'secret.bin'), 'absolute'],
  [join(folder, 'weights.bin'), 'absolute'],
  ['/etc/passwd', 'absolute'],
  ['C:/windows/win.ini', 'absolute'],
  ['C:weights.bin', 'absolute'],
  ['\\\\server\\share\\x', 'absolute'],
  ['..\\outside\\secret.bin', 'backslash'],
  ['symlink.bin', 'symbolic link'],
  ['symlink-inside.bin', 'symbolic link'],
  ['symlink-folder/secret.bin', 'symbolic link'],
  ['hard-link.bin', '2 hard links'],
  ['twin.bin', '2 hard links'],
  ['pipe.bin', 'not a regular file'],
  ['sub', 'not a regular file'],
  ['./weights.bin', 'plain form'],
  ['sub//more.bin', 'plain form'],
  ['sub/', 'plain form'],
  ['', 'empty'],
  ['weights.bin\0.txt', 'control characters'],
  ['absent.bin', 'does not exist'],
  // onnxruntime's marker for "the bytes are at this memory address".
  ['*/_ORT_MEM_ADDR_/*', 'does not exist'],
  ['https://example.org/w.bin', 'plain form'],
])('%j is refused: %s', async (location, reason) => {
  expect(await openExternalData(folder, location)).toEqual({ refused: expect.stringContaining(reason) });
});
