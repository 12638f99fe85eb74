import { type Disposable, FileType, type LogOutputChannel, Uri, workspace } from 'vscode';
import type { DoneRun, Results } from '../results/results.js';
import { digest, readStoredRun, storedText } from './stored-run.js';

/** The runs that ended last stay; those of specs nobody runs any more go. */
const MOST_RUNS = 20;

/**
 * Keeps the last run of each spec in the workspace's storage, so that it is there again after the window was loaded
 * anew. What is read is not current until the spec has been compared with what was run.
 */
export class StoredRuns {
  readonly #folder: Uri | undefined;
  readonly #results: Results;
  readonly #log: LogOutputChannel;
  readonly #changes: Disposable;
  /** The runs that are on the disk as they are here. */
  readonly #kept = new WeakSet<DoneRun['report']>();
  /** One file after the other: the last state of a spec is the one that stays. */
  #queue: Promise<void> = Promise.resolve();

  /** @param storage where the editor keeps what belongs to the workspace; undefined where no folder is open */
  constructor(storage: Uri | undefined, results: Results, log: LogOutputChannel) {
    this.#folder = storage && Uri.joinPath(storage, 'runs');
    this.#results = results;
    this.#log = log;
    this.#changes = results.onDidChange((spec) => this.#follow(spec));
  }

  /** Shows what is kept, where nothing newer is known. */
  async load(): Promise<void> {
    const folder = this.#folder;
    if (folder === undefined) return;
    for (const name of await namesIn(folder)) {
      const read = await this.#read(Uri.joinPath(folder, name));
      if (typeof read === 'string') {
        this.#log.warn(`A kept run (${name}) is left out: ${read}.`);
        continue;
      }
      const { spec, ...run } = read;
      const uri = Uri.parse(spec);
      if (this.#results.get(uri) !== undefined) continue;
      this.#kept.add(run.report);
      this.#results.set(uri, { kind: 'done', ...run, freshness: 'unchecked' });
    }
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #follow(spec: Uri): void {
    const folder = this.#folder;
    const state = this.#results.get(spec);
    if (folder === undefined || state === undefined || state.kind === 'running') return;
    if (state.kind === 'done' && this.#kept.has(state.report)) return;
    if (state.kind === 'done') this.#kept.add(state.report);
    this.#queue = this.#queue
      .then(() => (state.kind === 'done' ? this.#keep(folder, spec, state) : this.#forget(folder, spec)))
      .catch((error: unknown) => this.#log.warn(`A run could not be kept: ${String(error)}`));
  }

  async #keep(folder: Uri, spec: Uri, run: DoneRun): Promise<void> {
    const text = await storedText({ ...run, spec: spec.toString() });
    if (text === null) {
      this.#log.info('The run is too large to be kept over a reload of the window.');
      return await this.#forget(folder, spec);
    }
    await workspace.fs.writeFile(await fileOf(folder, spec), new TextEncoder().encode(text));
    await this.#tidy(folder);
  }

  /** A run that failed leaves nothing behind that could be taken for its result. */
  async #forget(folder: Uri, spec: Uri): Promise<void> {
    const file = await fileOf(folder, spec);
    if ((await namesIn(folder)).some((name) => file.path.endsWith(`/${name}`)))
      await workspace.fs.delete(file);
  }

  async #tidy(folder: Uri): Promise<void> {
    const files = (await namesIn(folder)).map((name) => Uri.joinPath(folder, name));
    if (files.length <= MOST_RUNS) return;
    const aged = await Promise.all(
      files.map(async (file) => ({ file, at: (await workspace.fs.stat(file)).mtime })),
    );
    aged.sort((a, b) => b.at - a.at);
    for (const { file } of aged.slice(MOST_RUNS)) await workspace.fs.delete(file);
  }

  async #read(file: Uri) {
    try {
      return await readStoredRun(new TextDecoder().decode(await workspace.fs.readFile(file)));
    } catch (error) {
      return `it cannot be read (${String(error)})`;
    }
  }
}

async function fileOf(folder: Uri, spec: Uri): Promise<Uri> {
  return Uri.joinPath(folder, `${(await digest(spec.toString())).slice(0, 32)}.run`);
}

/** Names of the kept runs; none where nothing was ever kept. */
async function namesIn(folder: Uri): Promise<readonly string[]> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  return entries.flatMap(([name, type]) => (type === FileType.File && name.endsWith('.run') ? [name] : []));
}
