import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const entry = resolve(import.meta.dirname, '../node_modules/code-server/out/node/entry.js');

/** Installs a package as an editor does: it lies unpacked in the folder of extensions then. */
export async function installVsix(vsix, folders) {
  const child = spawn(process.execPath, [entry, ...folders, '--install-extension', vsix], { stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`the package could not be installed: ${said}`);
}
