// What tests need of the machine itself: programs that come from its package manager.
import { spawnSync } from 'node:child_process';

/** The path of a program; null where there is none. */
export function programPath(name) {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Installs Debian's package, where this machine is a Debian and we may install. */
export function installPackage(name) {
  if (programPath('apt-get') === null) return false;
  const quiet = {
    stdio: 'ignore',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  if (spawnSync('apt-get', ['install', '-y', name], quiet).status === 0) return true;
  spawnSync('apt-get', ['update'], quiet);
  return spawnSync('apt-get', ['install', '-y', name], quiet).status === 0;
}
