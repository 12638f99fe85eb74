// Installs what the tests in a real VS Code need: code-server and its native parts, VS Code for the web, and a browser.
// Runs once; the second run finds everything in place.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage, programPath } from '../machine.mjs';

const here = import.meta.dirname;
const host = join(here, 'node_modules', 'code-server', 'lib', 'vscode');

/** @returns the path of the browser; throws with the reason when something cannot be installed */
export function install() {
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  if (!Object.keys(dependencies).every((name) => existsSync(join(here, 'node_modules', name))))
    run('npm', ['ci', '--ignore-scripts'], here);
  // code-server's own install script downloads a binary and builds parts nobody uses here.
  if (!existsSync(join(here, 'node_modules', 'argon2', 'lib', 'binding')))
    run('npm', ['rebuild', 'argon2'], here);
  if (!existsSync(join(host, 'node_modules', 'vscode-oniguruma')))
    run('npm', ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'], host);
  if (!existsSync(join(host, 'node_modules', '@vscode', 'spdlog', 'build', 'Release', 'spdlog.node')))
    run('npm', ['rebuild', '@vscode/spdlog', 'native-watchdog', '@parcel/watcher'], host);
  // Terminals, in which tasks run. The package's own script needs more programs than building it does.
  if (!existsSync(join(host, 'node_modules', 'node-pty', 'build', 'Release', 'pty.node')))
    run('npm', ['explore', 'node-pty', '--', 'node-gyp rebuild'], host);
  const asar = join(host, 'node_modules.asar');
  if (!existsSync(asar)) symlinkSync('node_modules', asar);
  searchTool();
  return browser();
}

/** VS Code finds files with ripgrep. */
function searchTool() {
  const folder = join(host, 'node_modules', '@vscode', 'ripgrep', 'bin');
  const target = join(folder, 'rg');
  if (existsSync(target)) return;
  const found = programPath('rg') ?? (installPackage('ripgrep') ? programPath('rg') : null);
  if (found === null)
    throw new Error('ripgrep (rg) is needed: install it with the package manager of this machine');
  mkdirSync(folder, { recursive: true });
  rmSync(target, { force: true });
  symlinkSync(found, target);
}

function browser() {
  const set = process.env.VIGIL_CHROMIUM;
  if (set !== undefined) return set;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const find = () => names.map(programPath).find((path) => path !== null) ?? null;
  const found = find() ?? (installPackage('chromium') ? find() : null);
  if (found === null) throw new Error('Chromium is needed: install it, or name it in VIGIL_CHROMIUM');
  return found;
}

function run(command, words, cwd) {
  const { status, stderr, stdout } = spawnSync(command, words, { cwd, encoding: 'utf8', timeout: 900_000 });
  if (status !== 0)
    throw new Error(`${command} ${words.join(' ')} failed:\n${stdout}\n${stderr}`.slice(-4000));
}
