import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  EventEmitter,
  type LogOutputChannel,
  ProgressLocation,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { freshnessOf, type SpecNow } from '../results/freshness.js';
import type { Results, RunState } from '../results/results.js';
import type { RunOutcome, Runtime } from './runtime.js';

/** Asks what a spec is now. */
export type Identify = (spec: Uri) => Promise<SpecNow>;

export interface RunOptions {
  /** Only these; empty: all. */
  readonly monitors?: readonly string[];
  readonly token?: CancellationToken;
}

interface EndedRun {
  readonly spec: Uri;
  readonly outcome: RunOutcome;
  /** As they were given to `run`. */
  readonly options: RunOptions;
}

/** Why nothing can be run here, for people; null where it can. */
function refusal(runtime: Runtime | null, trusted: boolean, scheme: string): string | null {
  if (runtime === null)
    return 'Specs cannot be run in a browser: running one starts a program on the data it names. Checking and previewing work.';
  if (!trusted)
    return 'This workspace is not trusted, so nothing in it is run: a run starts a program on the data that the spec names. Trust the workspace to run its specs.';
  if (scheme !== 'file')
    return 'Save the spec to a disk first: the runtime reads it, and its data, from there.';
  return null;
}

/** Runs specs one at a time, each with progress that can cancel it, and keeps what they say. */
export class RunSpecs {
  readonly #runtime: Runtime | null;
  readonly #results: Results;
  readonly #log: LogOutputChannel;
  readonly #identify: Identify;
  readonly #running = new Set<CancellationTokenSource>();
  readonly #ended = new EventEmitter<EndedRun>();
  /** The last run asked for; the next waits for it. */
  #queue: Promise<unknown> = Promise.resolve();
  /** Runs that save what is on the screen just now. */
  #saving = 0;
  readonly onDidEnd = this.#ended.event;

  constructor(runtime: Runtime | null, results: Results, log: LogOutputChannel, identify: Identify) {
    this.#runtime = runtime;
    this.#results = results;
    this.#log = log;
    this.#identify = identify;
  }

  /** Whether there is a runtime at all, trusted or not: a browser has none. */
  get possible(): boolean {
    return this.#runtime !== null;
  }

  /** @returns null where running was refused; the reason was shown */
  async run(spec: Uri, options: RunOptions = {}): Promise<RunOutcome | null> {
    const reason = refusal(this.#runtime, workspace.isTrusted, spec.scheme);
    if (reason !== null) {
      void this.#refuse(reason);
      return null;
    }
    this.#saving += 1;
    try {
      await saved(spec);
    } finally {
      this.#saving -= 1;
    }
    const turn = this.#queue.then(() => this.#runNow(spec, options));
    this.#queue = turn.catch(() => undefined);
    return await turn;
  }

  /** Files are being saved for a run that follows: no reason for another. */
  get saves(): boolean {
    return this.#saving > 0;
  }

  cancel(): void {
    for (const source of this.#running) source.cancel();
  }

  dispose(): void {
    this.cancel();
    this.#ended.dispose();
  }

  async #runNow(spec: Uri, options: RunOptions): Promise<RunOutcome> {
    const { monitors = [], token: outer } = options;
    const source = new CancellationTokenSource();
    const linked = outer?.onCancellationRequested(() => source.cancel());
    this.#mark(source, true);
    const before = this.#results.get(spec);
    this.#results.set(spec, { kind: 'running' });
    try {
      // The runtime reads the disk: what is typed and not saved is not what it runs.
      const ran = unsaved(spec).length > 0 ? undefined : await this.#identify(spec);
      const name = workspace.asRelativePath(spec);
      const outcome = await window.withProgress(
        { location: ProgressLocation.Notification, title: `Running ${name}`, cancellable: true },
        async (progress, token) => {
          token.onCancellationRequested(() => source.cancel());
          return await this.#runtime!.run({
            spec,
            monitors,
            token: source.token,
            progress: (message) => progress.report({ message }),
          });
        },
      );
      // Whoever goes on typing changes the spec while it is run.
      this.#results.set(
        spec,
        stateAfter(outcome, { before, monitors, ran, now: await this.#identify(spec) }),
      );
      this.#ended.fire({ spec, outcome, options });
      void this.#tell(outcome);
      return outcome;
    } finally {
      linked?.dispose();
      this.#mark(source, false);
      source.dispose();
    }
  }

  #mark(source: CancellationTokenSource, running: boolean): void {
    if (running) this.#running.add(source);
    else this.#running.delete(source);
    void commands.executeCommand('setContext', 'vigil.running', this.#running.size > 0);
  }

  async #refuse(reason: string): Promise<void> {
    const trust = 'Manage Workspace Trust';
    const offered = workspace.isTrusted ? [] : [trust];
    if ((await window.showWarningMessage(reason, ...offered)) === trust)
      await commands.executeCommand('workbench.trust.manage');
  }

  async #tell(outcome: RunOutcome): Promise<void> {
    if (outcome.kind === 'report' || outcome.kind === 'cancelled') return;
    this.#log.error(outcome.message);
    const settings = 'Open Settings';
    const show = 'Show Log';
    const said = {
      invalid: 'The spec has errors, so it was not run. The Problems view lists them.',
      missing: outcome.message,
      crashed: outcome.message,
    }[outcome.kind];
    const chosen = await window.showErrorMessage(
      said,
      ...(outcome.kind === 'missing' ? [settings, show] : [show]),
    );
    if (chosen === settings)
      await commands.executeCommand('workbench.action.openSettings', 'vigil.runtime.path');
    if (chosen === show) this.#log.show();
  }
}

interface Around {
  readonly before: RunState | undefined;
  readonly monitors: readonly string[];
  /** The spec that was run, and the spec when the run had ended. */
  readonly ran: SpecNow;
  readonly now: SpecNow;
}

function stateAfter(outcome: RunOutcome, { before, monitors, ran, now }: Around): RunState | undefined {
  if (outcome.kind === 'cancelled')
    return before?.kind === 'done' ? { ...before, freshness: freshnessOf(before.identity, now) } : before;
  if (outcome.kind !== 'report') return { kind: 'failed', message: outcome.message };
  const { report, place } = outcome;
  // A runtime that compiled something else than the editor did says nothing of what the editor shows.
  const known = ran?.protocolId === report.protocolId ? ran : null;
  const identity = known?.identity ?? null;
  return {
    kind: 'done',
    report,
    only: monitors.length === 0 ? null : monitors,
    command: place.command,
    at: new Date(),
    models: known?.models.map(({ name, version }) => `${name} ${version}`) ?? null,
    identity,
    freshness: freshnessOf(identity, now),
  };
}

/** The runtime reads the disk: what is on the screen has to be there. */
async function saved(spec: Uri): Promise<void> {
  for (const document of unsaved(spec)) await document.save();
}

function unsaved(spec: Uri): readonly TextDocument[] {
  const folder = workspace.getWorkspaceFolder(spec);
  return workspace.textDocuments.filter(
    ({ languageId, isDirty, uri }) =>
      languageId === 'vigil' &&
      isDirty &&
      (uri.toString() === spec.toString() || workspace.getWorkspaceFolder(uri) === folder),
  );
}
