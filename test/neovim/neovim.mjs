// A real client that nobody here wrote: neovim's built-in one, headless, against the bundled server.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installPackage, programPath } from '../machine.mjs';

const here = import.meta.dirname;
const bin = resolve(here, '../../packages/runtime/bin/vigil.js');

if (programPath('nvim') === null) installPackage('neovim');
if (programPath('nvim') === null) skip();

const folder = mkdtempSync(join(tmpdir(), 'vigil-neovim-'));
try {
  cpSync(join(here, 'spec'), folder, { recursive: true });
  writeFileSync(join(folder, 'formatted.txt'), formatted());
  const state = join(folder, 'state');
  mkdirSync(state);
  const { status } = spawnSync(
    'nvim',
    ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', join(here, 'steps.lua')],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 180_000,
      env: {
        ...process.env,
        VIGIL_FOLDER: folder,
        VIGIL_BIN: bin,
        VIGIL_NODE: process.execPath,
        XDG_STATE_HOME: state,
        XDG_CACHE_HOME: state,
      },
    },
  );
  if (status !== 0) console.error(`neovim ended with ${status ?? 'a time-out'}`);
  process.exitCode = status === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Where neovim could be installed, as in CI, its absence is a failure. */
function skip() {
  const failing = process.env.CI === 'true' && programPath('apt-get') !== null;
  console.log(
    `${failing ? 'FAILED' : 'skipped'} neovim: it is not on this machine and could not be installed`,
  );
  process.exit(failing ? 1 : 0);
}

/** What `vigil fmt` makes of the file as it is at the end of the steps: mended and renamed. */
function formatted() {
  const copy = mkdtempSync(join(tmpdir(), 'vigil-neovim-fmt-'));
  try {
    const text = readFileSync(join(here, 'spec/main.vigil'), 'utf8');
    const file = join(copy, 'main.vigil');
    writeFileSync(file, text.replace('auroq', 'auroc').replace('of Readmission {', 'of ReadmissionRisk {'));
    const { status, stderr } = spawnSync(process.execPath, [bin, 'fmt', file], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`vigil fmt: ${stderr}`);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(copy, { recursive: true });
  }
}
