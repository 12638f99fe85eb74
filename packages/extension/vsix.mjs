// Packs the extension. `node vsix.mjs` makes the package without a runtime, for browsers and for platforms without
// one; `node vsix.mjs --target linux-x64` brings the runtime for that platform along. Prints path and size.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { noticesOf } from './bundling/notices.mjs';

const here = import.meta.dirname;
const root = resolve(here, '../..');
const stage = join(here, 'stage');

/** What goes into every package; nothing else does. */
const allowed = [
  'package.nls.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'language-configuration.json',
  'bundle',
  'icons',
  'media',
  'snippets',
  'syntaxes',
];
/** Where both native parts, or at least the engine, exist. */
const targets = {
  'linux-x64': { onnx: 'linux/x64' },
  'linux-arm64': { onnx: 'linux/arm64' },
  'darwin-arm64': { onnx: 'darwin/arm64' },
  'darwin-x64': { onnx: null },
  'win32-x64': { onnx: 'win32/x64' },
  'win32-arm64': { onnx: 'win32/arm64' },
};

const { values } = parseArgs({ options: { target: { type: 'string' }, out: { type: 'string' } } });
const { target } = values;
if (target !== undefined && !(target in targets))
  throw new Error(`no target '${target}'; there are ${Object.keys(targets).join(', ')}`);

rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
for (const name of allowed) cpSync(join(here, name), join(stage, name), { recursive: true });
writeManifest();
writeReadme();
writeSample();
if (target !== undefined) await addRuntime(target);
const out = resolve(values.out ?? join(here, `vigil-vscode${target === undefined ? '' : `-${target}`}.vsix`));
pack(out);
rmSync(stage, { recursive: true, force: true });
console.log(`${relative(process.cwd(), out)} ${(statSync(out).size / 1024 / 1024).toFixed(1)} MiB`);

function writeManifest() {
  const {
    devDependencies: _,
    private: __,
    ...manifest
  } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Pictures are for who reads the repository; the package stays small. */
function writeReadme() {
  const text = readFileSync(join(here, 'README.md'), 'utf8');
  writeFileSync(join(stage, 'README.md'), text.replace(/^!\[.*\n/gm, ''));
}

/** The example without its data, which is made where it is opened. */
function writeSample() {
  const example = join(root, 'examples', 'sepsis');
  const sample = join(stage, 'sample');
  mkdirSync(sample);
  for (const name of readdirSync(example))
    if (name.endsWith('.vigil')) cpSync(join(example, name), join(sample, name));
  cpSync(join(example, 'models'), join(sample, 'models'), { recursive: true });
  // In a browser nobody can look into a folder of the package.
  const files = readdirSync(sample, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const names = files.map((each) => relative(sample, join(each.parentPath, each.name)).replaceAll('\\', '/'));
  writeFileSync(join(sample, 'files.json'), `${JSON.stringify(names.sort())}\n`);
}

/** The command line and the two children it starts, with the native parts of one platform. */
async function addRuntime(platform) {
  const runtime = join(stage, 'bundle', 'runtime');
  cpSync(join(root, 'packages', 'runtime', 'bundle'), runtime, { recursive: true });
  const own = join(runtime, 'node_modules', '@vigil', 'runtime');
  mkdirSync(own, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'packages', 'runtime', 'package.json'), 'utf8'));
  const exports = {
    './package.json': './package.json',
    './engine-child': './engine-child.mjs',
    './rescore-child': './rescore-child.mjs',
  };
  writeFileSync(
    join(own, 'package.json'),
    `${JSON.stringify({ name: '@vigil/runtime', version, type: 'module', exports }, null, 2)}\n`,
  );
  const { metafile } = await build({
    metafile: true,
    entryPoints: {
      'engine-child': join(root, 'packages/runtime/src/engine/duckdb/child.ts'),
      'rescore-child': join(root, 'packages/runtime/src/models/rescore-child.ts'),
    },
    outdir: own,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    conditions: ['source'],
    minify: true,
    logLevel: 'warning',
    external: ['@duckdb/node-bindings', 'onnxruntime-node'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  writeFileSync(join(own, 'ThirdPartyNotices.txt'), noticesOf([metafile]));
  const { onnx } = targets[platform];
  const parts = ['@duckdb/node-bindings', `@duckdb/node-bindings-${platform}`];
  if (onnx !== null) parts.push('onnxruntime-node', 'onnxruntime-common');
  for (const name of parts) copyPackage(name, join(runtime, 'node_modules', name), onnx);
}

/** A package as it is installed; of ONNX Runtime only one platform's libraries. */
function copyPackage(name, to, onnx) {
  const from = installed(name);
  const libraries = join(from, 'bin', 'napi-v6');
  cpSync(from, to, {
    recursive: true,
    dereference: true,
    filter: (path) => {
      if (!path.startsWith(libraries) || path === libraries) return !/\.(map|md|d\.ts)$/.test(path);
      // The same library again under the name of its version: npm packs no links, and nothing asks for it.
      if (/\.\d+\.\d+\.\d+\.dylib$/.test(path)) return false;
      const [system, architecture] = relative(libraries, path).split(/[\\/]/);
      const [wantedSystem, wantedArchitecture] = onnx.split('/');
      return system === wantedSystem && (architecture === undefined || architecture === wantedArchitecture);
    },
  });
}

/** Folder of a package: as it is installed, or else, for another platform, as the lockfile names it. */
function installed(name) {
  const require = createRequire(join(root, 'packages', 'runtime', 'package.json'));
  for (const folder of require.resolve.paths(name) ?? []) {
    const path = join(folder, name);
    if (existsSync(join(path, 'package.json'))) return path;
  }
  return fetched(name);
}

function fetched(name) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const locked = packages[`node_modules/${name}`];
  if (locked === undefined) throw new Error(`${name} is neither installed nor in package-lock.json`);
  const folder = mkdtempSync(join(tmpdir(), 'vigil-vsix-'));
  const words = ['pack', `${name}@${locked.version}`, '--json', '--pack-destination', folder];
  const [{ filename, integrity }] = JSON.parse(execFileSync('npm', words, { encoding: 'utf8' }));
  if (integrity !== locked.integrity)
    throw new Error(`${name} is not what package-lock.json names: ${integrity}, not ${locked.integrity}`);
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
  return join(folder, 'package');
}

function pack(file) {
  const vsce = join(root, 'test', 'vscode', 'node_modules', '@vscode', 'vsce', 'vsce');
  if (!existsSync(vsce)) run('npm', ['ci', '--ignore-scripts'], join(root, 'test', 'vscode'));
  mkdirSync(dirname(file), { recursive: true });
  const words = ['package', '--no-dependencies', '--allow-missing-repository', '--out', file];
  if (target !== undefined) words.push('--target', target);
  // Everything in the stage was chosen above; vsce would leave out the native parts for being in node_modules.
  writeFileSync(join(stage, '.vscodeignore'), '!bundle/runtime/node_modules/**\n');
  run(process.execPath, [vsce, ...words], stage);
}

function run(command, words, cwd) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} failed:\n${stdout}\n${stderr}`);
}
