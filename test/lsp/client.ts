import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationToken, createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Registration,
  RegistrationParams,
  UnregistrationParams,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { clientCapabilities } from './client-capabilities.js';
import { startTransport, type Transport, type TransportKind } from './transport.js';

const PATIENCE = 20_000;

export interface StartOptions {
  /** What the editor tells the server about itself. */
  readonly initializationOptions?: unknown;
  /** The folder that is opened, where it is not all of the files. */
  readonly workspace?: string;
  /** What the editor can do, where it is not what a full editor without pulling can. */
  readonly capabilities?: ClientCapabilities;
}

/**
 * An editor on the other end of the wire. `open` shows a file to the server, `diagnostics` waits for what the server
 * says about the newest text of a file, `request` asks anything of the protocol.
 *
 * With 'stdio' the files of a session lie in a folder of their own on disk, which is the workspace; with 'worker'
 * there is no disk, and all files are open.
 */
export class Client {
  readonly kind: TransportKind;
  readonly folder: string;
  readonly initialized: InitializeResult;
  /** Edits the server asked to apply, as `vigil.pinDigest` does. */
  readonly appliedEdits: WorkspaceEdit[] = [];
  /** What the server wants to be told of, by the id of its wish. */
  readonly registered: ReadonlyMap<string, Registration>;
  /** How often the server asked to ask for diagnostics again. */
  refreshes = 0;
  readonly #transport: Transport;
  readonly #connection: MessageConnection;
  readonly #published = new Map<string, { diagnostics: readonly Diagnostic[]; fresh: boolean }>();
  readonly #versions = new Map<string, number>();
  #listeners: (() => void)[] = [];
  #onPublished: (published: PublishDiagnosticsParams) => void = () => {};

  private constructor(
    kind: TransportKind,
    folder: string,
    transport: Transport,
    connection: MessageConnection,
    initialized: InitializeResult,
    registered: Map<string, Registration>,
  ) {
    this.registered = registered;
    this.kind = kind;
    this.folder = folder;
    this.#transport = transport;
    this.#connection = connection;
    this.initialized = initialized;
  }

  /**
   * Starts a server for a workspace of files, given by path.
   */
  static async start(
    kind: TransportKind,
    files: Readonly<Record<string, string | Uint8Array>> = {},
    options: StartOptions = {},
  ): Promise<Client> {
    const folder = kind === 'stdio' ? onDisk(files) : '/spec';
    const transport = startTransport(kind);
    const connection = createMessageConnection(transport.reader, transport.writer);
    const early: PublishDiagnosticsParams[] = [];
    let receive = (params: PublishDiagnosticsParams): void => void early.push(params);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      receive(params),
    );
    const registered = new Map<string, Registration>();
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const each of registrations) registered.set(each.id, each);
      return null;
    });
    connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
      for (const { id } of unregisterations) registered.delete(id);
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => null),
    );
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.listen();
    const uri = pathToFileURL(join(folder, options.workspace ?? '')).href.replace(/\/$/, '');
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'spec' }],
      capabilities: options.capabilities ?? clientCapabilities,
      initializationOptions: options.initializationOptions,
    });
    const client = new Client(kind, folder, transport, connection, initialized, registered);
    receive = (params) => client.#receive(params);
    for (const params of early) receive(params);
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      client.appliedEdits.push(edit);
      return { applied: true };
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      client.refreshes += 1;
      client.#wake();
      return null;
    });
    await connection.sendNotification('initialized', {});
    if (kind === 'worker') {
      for (const [path, text] of Object.entries(files))
        if (typeof text === 'string') await client.open(path, text);
    }
    return client;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  async open(path: string, text: string): Promise<void> {
    const uri = this.uri(path);
    if (this.#versions.has(uri)) return this.change(path, text);
    this.#versions.set(uri, 1);
    this.#stale(uri);
    await this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'vigil', version: 1, text },
    });
  }

  /** Puts a whole new text in place. */
  async change(path: string, text: string): Promise<void> {
    const uri = this.uri(path);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.#stale(uri);
    await this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** Puts a text at a place, instead of some characters before it, as a key does. */
  async type(path: string, { line, character }: Position, text: string, erased = 0): Promise<void> {
    const uri = this.uri(path);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.#stale(uri);
    const range = { start: { line, character: character - erased }, end: { line, character } };
    await this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  async close(path: string): Promise<void> {
    this.#versions.delete(this.uri(path));
    await this.notify('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  request<T>(
    method: string,
    params: unknown,
    cancelToken: CancellationToken = CancellationToken.None,
  ): Promise<T> {
    return this.#connection.sendRequest<T>(method, params, cancelToken);
  }

  /** A request about a place in a file. */
  at<T>(method: string, path: string, position: unknown, more: object = {}): Promise<T> {
    return this.request<T>(method, { textDocument: { uri: this.uri(path) }, position, ...more });
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** The diagnostics of the newest text of a file, or of a file on disk; waits until the server has published them. */
  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(path);
    const known = () => this.#published.get(uri)?.fresh === true;
    await this.until(known, `diagnostics of ${path}`);
    return this.#published.get(uri)!.diagnostics;
  }

  /** Diagnostics published last, without waiting. */
  published(path: string): readonly Diagnostic[] | undefined {
    return this.#published.get(this.uri(path))?.diagnostics;
  }

  /** Is told of everything the server publishes from now on. */
  onPublished(listener: (published: PublishDiagnosticsParams) => void): void {
    this.#onPublished = listener;
  }

  /** Waits until a condition on what was published holds. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const started = performance.now();
    while (!condition()) {
      const left = PATIENCE - (performance.now() - started);
      if (left <= 0) throw new Error(`waited in vain for ${what}\n${this.#transport.errors()}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 250));
        this.#listeners.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Ends the server as an editor does. @returns its exit code; a worker has none */
  async stop(): Promise<number | null> {
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    if (this.kind === 'worker') this.#transport.kill();
    const code = await this.#transport.exited;
    this.#connection.dispose();
    if (this.kind === 'stdio') rmSync(this.folder, { recursive: true, force: true });
    return code;
  }

  #stale(uri: string): void {
    const known = this.#published.get(uri);
    this.#published.set(uri, { diagnostics: known?.diagnostics ?? [], fresh: false });
  }

  #receive({ uri, diagnostics }: PublishDiagnosticsParams): void {
    this.#onPublished({ uri, diagnostics });
    this.#published.set(uri, { diagnostics, fresh: true });
    this.#wake();
  }

  #wake(): void {
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const wake of listeners) wake();
  }
}

function onDisk(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vigil-lsp-')));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
