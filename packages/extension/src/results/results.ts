import type { Report } from '@vigil/runtime';
import { EventEmitter, type Uri } from 'vscode';

/** What is known of a spec's last run. */
export type RunState =
  | { readonly kind: 'running' }
  | {
      readonly kind: 'done';
      readonly report: Report;
      /** The monitors that were asked for; null: all of them. */
      readonly only: readonly string[] | null;
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
