import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Failure, QueryResult, Request, Response, Settings } from './messages.js';

/** What a query came to: a result, or the kind of failure, in words that hold nothing of the data. */
export type Outcome =
  | { readonly ok: true; readonly result: QueryResult }
  | {
      readonly ok: false;
      readonly failure: Failure | { readonly kind: 'stopped' | 'timeout'; readonly line: null };
    };

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly timers: NodeJS.Timeout[];
  timedOut: boolean;
}

/** How long an interrupted query may take to give up before its process is killed. */
const GRACE_MS = 3_000;

/** The parent's side of the process that holds DuckDB. A dead, silent or slow child becomes an outcome, never a hang. */
export class Session {
  readonly #child: ChildProcess;
  readonly #timeoutMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #gone = false;

  private constructor(child: ChildProcess, timeoutMs: number) {
    this.#child = child;
    this.#timeoutMs = timeoutMs;
    child.on('message', (response: Response) => this.#settle(response));
    const end = () => this.#end();
    child.on('exit', end);
    child.on('error', end);
    child.on('disconnect', end);
  }

  /** Starts the process and locks its DuckDB down. Null when the engine's program cannot be found. */
  static async open(settings: Settings, timeoutMs: number): Promise<Session | null> {
    const program = locate();
    if (program === null) return null;
    const child = fork(program, [], {
      serialization: 'advanced',
      // No inherited debug flags, secrets or proxies; DuckDB's own words on stderr may quote data.
      execArgv: [],
      env: { TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const session = new Session(child, timeoutMs);
    const opened = await session.#ask({ kind: 'open', settings });
    if (opened.ok) return session;
    session.close();
    return null;
  }

  /** The process id, so that its memory can be watched. */
  get processId(): number | undefined {
    return this.#child.pid;
  }

  /** Runs one statement. */
  query(sql: string): Promise<Outcome> {
    return this.#ask({ kind: 'query', sql });
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect();
    this.#child.kill('SIGKILL');
    this.#end();
  }

  #ask(request: { kind: 'open'; settings: Settings } | { kind: 'query'; sql: string }): Promise<Outcome> {
    if (this.#gone) return Promise.resolve({ ok: false, failure: { kind: 'stopped', line: null } });
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve) => {
      const waiting: Waiting = { resolve, timers: [], timedOut: false };
      this.#waiting.set(id, waiting);
      waiting.timers.push(setTimeout(() => this.#interrupt(waiting), this.#timeoutMs));
      this.#child.send({ id, ...request } satisfies Request, (error) => {
        if (error !== null) this.#end();
      });
    });
  }

  #interrupt(waiting: Waiting): void {
    waiting.timedOut = true;
    if (this.#child.connected)
      this.#child.send({ id: 0, kind: 'interrupt' } satisfies Request, () => undefined);
    waiting.timers.push(setTimeout(() => this.#child.kill('SIGKILL'), GRACE_MS));
  }

  #settle(response: Response): void {
    const waiting = this.#waiting.get(response.id);
    if (waiting === undefined) return;
    this.#waiting.delete(response.id);
    waiting.timers.forEach(clearTimeout);
    if (response.ok) waiting.resolve(response);
    else
      waiting.resolve({
        ok: false,
        failure: waiting.timedOut ? { kind: 'timeout', line: null } : response.failure,
      });
  }

  #end(): void {
    this.#gone = true;
    for (const waiting of this.#waiting.values()) {
      waiting.timers.forEach(clearTimeout);
      waiting.resolve({
        ok: false,
        failure: { kind: waiting.timedOut ? 'timeout' : 'stopped', line: null },
      });
    }
    this.#waiting.clear();
  }
}

/** The compiled child, found the same way from sources, from dist and from the bundled command line. */
function locate(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@vigil/runtime/engine-child');
  } catch {
    return null;
  }
}
