import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DataCallback, Message, MessageReader, MessageWriter } from 'vscode-jsonrpc';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** How a server is reached: as a child process on its standard streams, or as a web worker. */
export type TransportKind = 'stdio' | 'worker';

export const transportKinds: readonly TransportKind[] = ['stdio', 'worker'];

/** A running server, as seen from the wire. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Exit code of the process; a worker has none. */
  readonly exited: Promise<number | null>;
  /** What the process wrote to standard error. */
  errors(): string;
  kill(): void;
}

const root = resolve(import.meta.dirname, '../..');
const bin = resolve(root, 'packages/runtime/bin/vigil.js');
const workerBundle = resolve(root, 'packages/language/bundle/server-worker.js');

/** Starts the bundled server, not the sources: what users get is what is tested. */
export function startTransport(kind: TransportKind): Transport {
  return kind === 'stdio' ? startProcess() : startWorker();
}

/** The bundled server as a child process. */
export function spawnServer(): ChildProcess {
  return spawn(process.execPath, [bin, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
}

function startProcess(): Transport {
  const child = spawnServer();
  let errors = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return {
    reader: new StreamMessageReader(child.stdout!),
    writer: new StreamMessageWriter(child.stdin!),
    exited: once(child, 'exit').then(([code]) => code as number | null),
    errors: () => errors,
    kill: () => child.kill('SIGKILL'),
  };
}

/** A worker thread that offers the bundle what a web worker offers, and hides what only Node has. */
const WEB_WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.addEventListener = () => {};
parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
for (const name of ['process', 'Buffer', 'setImmediate', 'clearImmediate']) delete globalThis[name];
new Function('require', 'module', 'exports', '__filename', '__dirname', workerData)();
`;

function startWorker(): Transport {
  if (!existsSync(workerBundle)) throw new Error('npm run build makes the worker bundle first');
  const worker = new Worker(WEB_WORKER, { eval: true, workerData: readFileSync(workerBundle, 'utf8') });
  let errors = '';
  worker.on('error', (error) => {
    errors += String(error);
  });
  return {
    reader: new WorkerReader(worker),
    writer: new WorkerWriter(worker),
    exited: once(worker, 'exit').then(() => null),
    errors: () => errors,
    kill: () => void worker.terminate(),
  };
}

class WorkerReader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  listen(callback: DataCallback) {
    this.#worker.on('message', callback);
    return { dispose: () => void this.#worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  async write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
  }

  end(): void {}
}
