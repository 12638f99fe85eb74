import type { Report, ReportResult, Verdict } from '@vigil/runtime';
import { worstFirst } from '@vigil/runtime/verdicts';
import { EventEmitter, type Uri } from 'vscode';

/** What is known of a spec's last run. */
export type RunState =
  | { readonly kind: 'running' }
  | {
      readonly kind: 'done';
      readonly report: Report;
      /** The command that ran it. */
      readonly command: string;
      /** When it ended, for people. */
      readonly at: Date;
      /** The spec was changed since. */
      readonly stale: boolean;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** The last run of each spec in this window. Nothing is kept on disk. */
export class Results {
  readonly #states = new Map<string, RunState>();
  readonly #changed = new EventEmitter<Uri>();
  /** A spec has another state than before. */
  readonly onDidChange = this.#changed.event;

  get(spec: Uri): RunState | undefined {
    return this.#states.get(spec.toString());
  }

  report(spec: Uri): Report | undefined {
    const state = this.get(spec);
    return state?.kind === 'done' ? state.report : undefined;
  }

  set(spec: Uri, state: RunState | undefined): void {
    if (state === undefined) this.#states.delete(spec.toString());
    else this.#states.set(spec.toString(), state);
    this.#changed.fire(spec);
  }

  /** Says that a spec is no longer what was run. */
  outdate(spec: Uri): void {
    const state = this.get(spec);
    if (state?.kind === 'done' && !state.stale) this.set(spec, { ...state, stale: true });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** The worst verdict of some results; undefined where there are none. */
export function worst(results: readonly Pick<ReportResult, 'verdict'>[]): Verdict | undefined {
  return worstFirst.find((verdict) => results.some((result) => result.verdict === verdict));
}

/** The results of each check's last window: what holds now. */
export function latest(results: readonly ReportResult[]): readonly ReportResult[] {
  const last = new Map<string, string>();
  for (const { monitor, check, window } of results) {
    const key = `${monitor} ${check}`;
    const start = window?.start ?? '';
    if (start >= (last.get(key) ?? '')) last.set(key, start);
  }
  return results.filter(
    ({ monitor, check, window }) => (window?.start ?? '') === last.get(`${monitor} ${check}`),
  );
}
