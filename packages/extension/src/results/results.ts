import type { Report } from '@vigil/runtime';
import { EventEmitter, type Uri } from 'vscode';
import { type Freshness, freshnessOf, type SpecNow } from './freshness.js';

/** A run that ended with a report. */
export interface DoneRun {
  readonly kind: 'done';
  readonly report: Report;
  /** The monitors that were asked for; null: all of them. */
  readonly only: readonly string[] | null;
  /** The command that ran it. */
  readonly command: string;
  /** When it ended. */
  readonly at: Date;
  /** Name and version of the models the spec declared; null where they were not known. */
  readonly models: readonly string[] | null;
  /** Of the spec that was run; null where it was not known. */
  readonly identity: string | null;
  readonly freshness: Freshness;
}

/** What is known of a spec's last run. */
export type RunState =
  | { readonly kind: 'running' }
  | DoneRun
  | { readonly kind: 'failed'; readonly message: string };

/** The last run of each spec. */
export class Results {
  readonly #states = new Map<string, RunState>();
  readonly #changed = new EventEmitter<Uri>();
  /** A spec has another state than before. */
  readonly onDidChange = this.#changed.event;

  get(spec: Uri): RunState | undefined {
    return this.#states.get(spec.toString());
  }

  /** Texts of the specs that have a run which ended. */
  get done(): readonly string[] {
    return [...this.#states].flatMap(([spec, { kind }]) => (kind === 'done' ? [spec] : []));
  }

  set(spec: Uri, state: RunState | undefined): void {
    if (state === undefined) this.#states.delete(spec.toString());
    else this.#states.set(spec.toString(), state);
    this.#changed.fire(spec);
  }

  /** Says that a spec was changed: until it has been compared, its results are those of an earlier text. */
  outdate(spec: Uri): void {
    this.#mark(spec, 'changed');
  }

  /** Compares what was run with what the spec is now. */
  compare(spec: Uri, now: SpecNow): void {
    const state = this.get(spec);
    if (state?.kind === 'done') this.#mark(spec, freshnessOf(state.identity, now));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #mark(spec: Uri, freshness: Freshness): void {
    const state = this.get(spec);
    if (state?.kind === 'done' && state.freshness !== freshness) this.set(spec, { ...state, freshness });
  }
}
