import { execFile } from 'node:child_process';

/** What git said, or why it could not be asked. */
export type GitAnswer =
  | { readonly kind: 'answer'; readonly output: Buffer }
  /** git ended with an error: there is no such revision, file or repository. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'absent' };

const PATIENCE_MILLISECONDS = 30_000;
/** Nothing is fetched, no hook or helper is started, no replacement object is read, nobody is asked for a password. */
const quiet = [
  '--no-pager',
  '--no-replace-objects',
  '-c',
  'protocol.allow=never',
  '-c',
  'core.fsmonitor=false',
];
const environment = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  LC_ALL: 'C',
};

/**
 * Asks git, as a child process of its own without a shell.
 *
 * @param most bytes of the answer; a longer one is not read
 */
export function git(args: readonly string[], most: number): Promise<GitAnswer> {
  return new Promise((done) => {
    execFile(
      'git',
      [...quiet, ...args],
      {
        encoding: 'buffer',
        maxBuffer: most,
        timeout: PATIENCE_MILLISECONDS,
        windowsHide: true,
        env: { ...process.env, ...environment },
      },
      (error, output) => {
        if (error === null) return done({ kind: 'answer', output });
        if (error.code === 'ENOENT') return done({ kind: 'absent' });
        if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return done({ kind: 'tooLarge' });
        done({ kind: 'refused' });
      },
    );
  });
}
