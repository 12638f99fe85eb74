import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folder } from '../vigil.js';

/** A git repository of its own in a temporary folder. */
export interface Repository {
  readonly path: string;
  readonly commit: (files: Readonly<Record<string, string>>) => void;
  readonly git: (...args: readonly string[]) => string;
}

/** Nothing of the configuration of the person who runs the tests takes part. */
const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

export function repository(files: Readonly<Record<string, string>>): Repository {
  const path = folder();
  const git = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: path,
      encoding: 'utf8',
      env: environment,
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const commit = (changed: Readonly<Record<string, string>>) => {
    for (const [name, content] of Object.entries(changed)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', 'A change');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  commit(files);
  return { path, commit, git };
}
