// The packages that are tested: the one without a runtime, and the one for this platform where its native parts are.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { budgets, bundleSizes } from '../../packages/extension/bundling/budgets.mjs';

const root = resolve(import.meta.dirname, '../..');
const extension = join(root, 'packages', 'extension');

/** @returns paths of both packages; `targeted` is null where the native parts of this platform are not installed */
export function packAll(folder) {
  mkdirSync(folder, { recursive: true });
  const untargeted = pack(folder, []);
  const platform = `${process.platform}-${process.arch}`;
  const native = [join(root, 'node_modules'), join(root, 'packages', 'runtime', 'node_modules')].some(
    (modules) => existsSync(join(modules, '@duckdb', `node-bindings-${platform}`)),
  );
  return { untargeted, targeted: native ? pack(folder, ['--target', platform]) : null };
}

function pack(folder, words) {
  const file = join(folder, `vigil-vscode${words.length > 0 ? `-${words.at(-1)}` : ''}.vsix`);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(extension, 'vsix.mjs'), ...words, '--out', file],
    {
      encoding: 'utf8',
      timeout: 300_000,
    },
  );
  if (status !== 0) throw new Error(`the extension could not be packed: ${stderr}`);
  return file;
}

/** What is read at once of each bundle, and the packages, with their budgets. */
export function sizes({ untargeted, targeted }) {
  const packed = [{ name: basename(untargeted), size: statSync(untargeted).size, budget: budgets.package }];
  // The runtime's native parts are as large as they are.
  if (targeted !== null)
    packed.push({ name: basename(targeted), size: statSync(targeted).size, budget: null });
  return [...bundleSizes(join(extension, 'bundle')), ...packed];
}
