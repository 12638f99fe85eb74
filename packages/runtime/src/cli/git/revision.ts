import { LARGEST_SPEC_BYTES, specText, UnreadableFile } from '@vigil/language';
import { UsageError } from '../usage-error.js';
import { git } from './git.js';

/** A file of a revision, as `REVISION:PATH` names it. */
export interface RevisionFile {
  readonly revision: string;
  readonly path: string;
}

const SHORT_ANSWER = 4096;

/**
 * Reads `HEAD~1:spec.vigil`; null where the words name no revision, as for `C:\spec.vigil` or a path without a colon.
 *
 * @throws UsageError for words that are no revision and could be taken for something else by git
 */
export function revisionFile(words: string): RevisionFile | null {
  const [, revision, path] = /^([^:]*):(.*)$/s.exec(words) ?? [];
  if (revision === undefined || path === undefined || /^[a-z]$/i.test(revision)) return null;
  // Also what git would take for an option, a range, or an object that is no commit.
  if (!/^[\w./@{}~^+-]+$/.test(revision) || revision.startsWith('-') || revision.includes('..'))
    throw new UsageError(
      `${words}: '${revision}' is no revision; expected REVISION:PATH, such as HEAD~1:spec.vigil or main:spec.vigil`,
    );
  if (path === '' || /[\p{Cc}]/u.test(path))
    throw new UsageError(`${words}: expected a file after the colon, such as ${revision}:spec.vigil`);
  return { revision, path };
}

/** The texts of a commit; nothing is checked out. */
export interface RevisionTexts {
  /** Path of the asked file from the top of the repository. */
  readonly entry: string;
  /** @throws an error with the code ENOENT where the commit has no such file, or UnreadableFile */
  readonly read: (path: string) => Promise<string>;
}

/**
 * Opens the commit a revision stands for now; what is read of it stays the same, whatever happens to the branch.
 *
 * @throws UsageError when there is no git, no repository or no such commit
 */
export async function openRevision({ revision, path }: RevisionFile): Promise<RevisionTexts> {
  const commit = await ask(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    `${revision}:${path}: git knows no such revision here`,
  );
  const entry = await fromTop(path);
  return { entry, read: (file) => readBlob(commit, file) };
}

async function ask(args: readonly string[], refusal: string): Promise<string> {
  const answer = await git(args, SHORT_ANSWER);
  if (answer.kind === 'absent')
    throw new UsageError('git is not installed; compare two files instead of revisions');
  if (answer.kind !== 'answer') throw new UsageError(refusal);
  return answer.output.toString('utf8').trim();
}

/** Paths are counted from the top of the repository, those with `./` or `../` in front from the working directory. */
async function fromTop(path: string): Promise<string> {
  const plain = path.replaceAll('\\', '/');
  const relative = /^\.\.?\//.test(plain);
  const prefix = relative
    ? await ask(['rev-parse', '--show-prefix'], `${path}: the working directory is in no git repository`)
    : '';
  const parts: string[] = [];
  for (const part of `${prefix}${plain}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) throw new UsageError(`${path}: leads out of the repository`);
  }
  return parts.join('/');
}

/** Links are not followed: what they lead to need not be part of the commit. */
async function readBlob(commit: string, path: string): Promise<string> {
  const listed = await git(
    ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', commit, '--', path],
    SHORT_ANSWER + 4 * path.length,
  );
  const [, mode, type, object] =
    (listed.kind === 'answer' && /^(\d+) (\w+) ([0-9a-f]{40,64})\t/.exec(listed.output.toString('utf8'))) ||
    [];
  if (object === undefined) throw Object.assign(new Error('there is no such file'), { code: 'ENOENT' });
  if (type !== 'blob') throw new UnreadableFile(type === 'tree' ? 'is a folder' : 'is no regular file');
  if (mode === '120000') throw new UnreadableFile('is a link, which is not followed in a revision');
  const content = await git(['cat-file', 'blob', object], LARGEST_SPEC_BYTES);
  if (content.kind === 'tooLarge') throw new UnreadableFile('is larger than 5 MB; a spec holds no data');
  if (content.kind !== 'answer') throw new UnreadableFile('cannot be read from the repository');
  return specText(content.output);
}
