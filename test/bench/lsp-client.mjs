import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const launcher = resolve(import.meta.dirname, '../../packages/runtime/bin/vigil.js');

/** The bundled server on the other end of standard input and output, and nothing between it and the clock. */
export class Server {
  #child;
  #connection;
  #waiting = [];
  #version = 0;
  #texts = new Map();

  /** Starts a server for a folder; answers when it has introduced itself. */
  static async start(folder) {
    const server = new Server();
    server.#child = spawn(process.execPath, [launcher, 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const reader = new StreamMessageReader(server.#child.stdout);
    const connection = createMessageConnection(reader, new StreamMessageWriter(server.#child.stdin));
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      for (const waiting of [...server.#waiting]) waiting(uri, diagnostics);
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
    connection.listen();
    server.#connection = connection;
    const uri = pathToFileURL(folder).href;
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: { textDocument: { publishDiagnostics: {}, completion: {} } },
    });
    void connection.sendNotification('initialized', {});
    return server;
  }

  /** Opens a file and waits for its diagnostics. */
  async open(file) {
    const uri = pathToFileURL(file).href;
    const text = readFileSync(file, 'utf8');
    this.#texts.set(uri, text);
    const published = this.published([uri]);
    void this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'vigil', version: ++this.#version, text },
    });
    return published;
  }

  /** Types at an offset of an open file, without waiting for anything. */
  type(uri, offset, inserted) {
    const text = this.#texts.get(uri);
    const position = positionAt(text, offset);
    this.#texts.set(uri, text.slice(0, offset) + inserted + text.slice(offset));
    void this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range: { start: position, end: position }, text: inserted }],
    });
  }

  /** The text of an open file as typed so far. */
  text(uri) {
    return this.#texts.get(uri);
  }

  /** Resolves when diagnostics of all these files have been published from now on. */
  published(uris) {
    const missing = new Set(uris);
    return new Promise((done) => {
      const listener = (uri, diagnostics) => {
        missing.delete(uri);
        if (missing.size > 0) return;
        this.#waiting.splice(this.#waiting.indexOf(listener), 1);
        done(diagnostics);
      };
      this.#waiting.push(listener);
    });
  }

  /** Asks for completion at an offset of an open file. */
  completion(uri, offset) {
    const position = positionAt(this.text(uri), offset);
    return this.#connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
  }

  /** The memory the server holds, in bytes; undefined where the system does not tell. */
  memory() {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
    } catch {
      return undefined;
    }
  }

  /** Milliseconds the server's own thread has computed; undefined where the system does not tell. */
  computed() {
    try {
      const [nanoseconds] = readFileSync(`/proc/${this.#child.pid}/schedstat`, 'utf8').split(' ');
      return Number(nanoseconds) / 1e6;
    } catch {
      return undefined;
    }
  }

  /** Ends the server as an editor does. */
  async stop() {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await new Promise((done) => this.#child.on('exit', done));
    this.#connection.dispose();
  }
}

function positionAt(text, offset) {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: offset - start };
}
