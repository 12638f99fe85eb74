import type { Report } from '@vigil/runtime';
import type { CancellationToken, Uri } from 'vscode';

/** The `vigil` command that is used, and why that one. */
export interface RuntimePlace {
  readonly command: string;
  readonly origin: 'setting' | 'workspace' | 'bundled';
}

export interface RunRequest {
  readonly spec: Uri;
  /** Only these monitors; empty: all. */
  readonly monitors: readonly string[];
  readonly token: CancellationToken;
  /** What the runtime says of its progress, for people. */
  readonly progress: (message: string) => void;
}

export type RunOutcome =
  | { readonly kind: 'report'; readonly report: Report; readonly place: RuntimePlace }
  | { readonly kind: 'cancelled' }
  /** The spec has errors; `message` is what the runtime said of them. */
  | { readonly kind: 'invalid'; readonly message: string }
  /** No runtime, or one that cannot be used. */
  | { readonly kind: 'missing'; readonly message: string }
  /** It ended without a report. */
  | { readonly kind: 'crashed'; readonly message: string };

/** A program to start. */
export interface RuntimeProcess {
  readonly command: string;
  readonly args: string[];
  /** What has to be set beside the editor's own environment. */
  readonly env: Record<string, string>;
}

/** Enforces specs on data, outside the editor's own process. */
export interface Runtime {
  run(request: RunRequest): Promise<RunOutcome>;
  /** How `vigil` with these words is started for a spec; what to do where there is no runtime. */
  process(spec: Uri, words: readonly string[]): RuntimeProcess | { readonly problem: string };
}
