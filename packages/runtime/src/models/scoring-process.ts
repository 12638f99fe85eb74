import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { watchMemory } from './memory-watch.js';
import type { ScoringReply, ScoringRequest } from './scoring-messages.js';

/** Why there will be no answer any more. */
export interface Ended {
  readonly kind: 'ended';
  readonly why: 'timeout' | 'memory' | 'exit';
}

/** A child process that holds one ONNX model. Dies with its parent, at a timeout, and when it eats memory. */
export class ScoringProcess {
  readonly #child: ChildProcess;
  readonly #killNow = () => this.#child.kill('SIGKILL');
  readonly #stopWatching: () => void;
  #ended: Ended | null = null;
  #settle: ((answer: ScoringReply | Ended) => void) | null = null;

  /** @param timeoutMilliseconds longest wait for one answer */
  constructor(private readonly timeoutMilliseconds: number) {
    // The compiled child, found by the package's own exports from src, dist and the bundle alike.
    const child = createRequire(import.meta.url).resolve('@vigil/runtime/rescore-child');
    this.#child = fork(child, [], {
      serialization: 'advanced',
      // Flags, secrets and proxies of the parent are none of the child's business.
      execArgv: [],
      env: { TZ: 'UTC' },
      // Nothing native code writes may reach our own output.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.on('message', (reply: ScoringReply) => this.#settle?.(reply));
    this.#child.on('error', () => this.#end('exit'));
    this.#child.on('exit', () => this.#end('exit'));
    process.once('exit', this.#killNow);
    this.#stopWatching = this.#child.pid ? watchMemory(this.#child.pid, () => this.#end('memory')) : () => {};
  }

  /** One request at a time: the next may follow when the answer is there. */
  ask(request: ScoringRequest): Promise<ScoringReply | Ended> {
    if (this.#ended) return Promise.resolve(this.#ended);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end('timeout'), this.timeoutMilliseconds);
      this.#settle = (answer) => {
        clearTimeout(timer);
        this.#settle = null;
        resolve(answer);
      };
      this.#child.send(request, (error) => {
        if (error) this.#end('exit');
      });
    });
  }

  close(): void {
    this.#end('exit');
  }

  #end(why: Ended['why']): void {
    if (this.#ended) return;
    this.#ended = { kind: 'ended', why };
    this.#stopWatching();
    process.off('exit', this.#killNow);
    this.#killNow();
    this.#settle?.(this.#ended);
  }
}
