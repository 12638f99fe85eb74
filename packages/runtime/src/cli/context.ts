import type { ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

/** What every command is given: made once at the entry, passed on, held by nobody else. */
export interface Context {
  readonly terminal: Terminal;
  readonly version: string;
  /** Says how the command ended; commands that say nothing have passed. */
  finish(code: ExitCode): void;
  /** What must be closed (child processes, folders with data in them) when the user stops the command. */
  readonly open: Set<{ close(): Promise<void> }>;
  /** Aborted when the user stops the command: what is measured after that is no result. */
  readonly stopped: AbortSignal;
}
