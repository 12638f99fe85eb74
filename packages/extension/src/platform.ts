import type { Disposable } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Runtime } from './runtime/runtime.js';

/** What differs between VS Code on a machine and VS Code in a browser. */
export interface Platform {
  /** A client for the bundled server, not started yet. */
  createClient(options: LanguageClientOptions): Promise<BaseLanguageClient>;
  /** Files the server cannot read by itself; absent where it can. */
  readonly files?: {
    readonly all: () => Promise<Record<string, string>>;
    readonly watch: (told: (texts: Record<string, string | null>) => void) => Disposable;
  };
  /** Runs specs in a child process; null in a browser, where there is none. */
  readonly runtime: Runtime | null;
}
