import type { Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type MessageTransports,
} from 'vscode-languageclient/browser';

/**
 * Starts the server in a worker of its own. The client is given the way to speak with it, not the worker: it would not
 * know it for one, because VS Code puts a `Worker` of its own in the place of the browser's.
 */
export async function startServerWorker(script: Uri): Promise<MessageTransports> {
  const worker = new Worker(script.toString(true));
  return { reader: new WorkerReader(worker), writer: new WorkerWriter(worker) };
}

/** A worker that fails before its first message could not be loaded: it will never answer, so it has ended. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker);
    const loaded = new AbortController();
    worker.addEventListener('message', () => loaded.abort(), { once: true });
    const failed = () => {
      worker.terminate();
      this.fireClose();
    };
    worker.addEventListener('error', failed, { signal: loaded.signal });
  }
}

/** A server in a worker cannot end itself. */
class WorkerWriter extends BrowserMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super(worker);
    this.#worker = worker;
  }

  override end(): void {
    this.#worker.terminate();
  }
}
