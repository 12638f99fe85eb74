import {
  type ConformanceAnswer,
  conformanceRequest,
  type DocumentAnswer,
  type DocumentParams,
  documentRequest,
  filesNotification,
  type IdentityAnswer,
  identityRequest,
  outlineRequest,
  type SpecOutline,
} from '@vigil/language/views';
import {
  commands,
  type Disposable,
  EventEmitter,
  LanguageStatusSeverity,
  type LogOutputChannel,
  languages,
  type Uri,
  workspace,
} from 'vscode';
import type {
  BaseLanguageClient,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  LanguageClientOptions,
} from 'vscode-languageclient';
import { documentationUri } from '../documentation.js';
import type { Platform } from '../platform.js';
import { currentOffers } from './offers.js';

type ClientLibrary = typeof import('vscode-languageclient');

const diagnosticRequest: typeof DocumentDiagnosticRequest.method = 'textDocument/diagnostic';
const serverMissing = { kind: 'unknown', message: 'The language server does not run.' } as const;
/** A server that ends this often is left alone. */
const MOST_RESTARTS = 3;

export const specSelector = [
  { language: 'vigil', scheme: 'file' },
  { language: 'vigil', scheme: 'untitled' },
  { language: 'vigil', scheme: 'vscode-vfs' },
  { language: 'vigil', scheme: 'vscode-remote' },
  // The sample, in a browser.
  { language: 'vigil', scheme: 'vscode-userdata' },
  { language: 'vigil', scheme: 'vscode-test-web' },
];

/** The language server as the editor's views see it: started, restarted, asked. */
export class LanguageServer {
  readonly #platform: Platform;
  readonly #log: LogOutputChannel;
  readonly #knownCommands: readonly string[];
  readonly #status = languages.createLanguageStatusItem('vigil.server', specSelector);
  readonly #ready = new EventEmitter<void>();
  #client: BaseLanguageClient | undefined;
  #watching: Disposable | undefined;
  #restarts = 0;
  /** Counts starts and stops: a start that was overtaken by another ends. */
  #turn = 0;
  #starting: Promise<void> = Promise.resolve();
  /** The server runs and answers. */
  readonly onReady = this.#ready.event;

  constructor(platform: Platform, log: LogOutputChannel, knownCommands: readonly string[]) {
    this.#platform = platform;
    this.#log = log;
    this.#knownCommands = knownCommands;
    this.#status.name = 'Vigil';
    this.#status.command = { command: 'vigil.restartServer', title: 'Restart' };
  }

  async start(): Promise<void> {
    this.#starting = this.#start();
    await this.#starting;
  }

  async restart(): Promise<void> {
    this.#restarts = 0;
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    this.#turn += 1;
    const client = this.#client;
    this.#client = undefined;
    this.#watching?.dispose();
    // A server that is gone already has nothing to be told.
    if (client?.isRunning()) await client.stop().catch(() => undefined);
    await client?.dispose().catch(() => undefined);
  }

  async outline(spec: Uri): Promise<SpecOutline | null> {
    return await this.#ask<SpecOutline | null>(outlineRequest, { uri: spec.toString() }, null);
  }

  async conformance(spec: Uri): Promise<ConformanceAnswer> {
    return await this.#ask<ConformanceAnswer>(conformanceRequest, { uri: spec.toString() }, serverMissing);
  }

  /** What a spec is now, to compare it with what was run: null where it has errors, undefined where nobody knows. */
  async identity(
    spec: Uri,
  ): Promise<Extract<IdentityAnswer, { readonly kind: 'identity' }> | null | undefined> {
    const answer = await this.#ask<IdentityAnswer>(identityRequest, { uri: spec.toString() }, serverMissing);
    if (answer.kind === 'identity') return answer;
    return answer.kind === 'invalid' ? null : undefined;
  }

  async document(params: DocumentParams): Promise<DocumentAnswer> {
    return await this.#ask<DocumentAnswer>(documentRequest, params, serverMissing);
  }

  /** What is found in a spec, as of its text now; null where the server cannot say. */
  async diagnostics(spec: Uri): Promise<readonly Diagnostic[] | null> {
    const params = { textDocument: { uri: spec.toString() } };
    const answer = await this.#ask<DocumentDiagnosticReport | null>(diagnosticRequest, params, null);
    return answer?.kind === 'full' ? answer.items : null;
  }

  dispose(): void {
    this.#status.dispose();
    this.#ready.dispose();
  }

  async #start(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#say('Starting', { busy: true });
    this.#log.info('The language server starts');
    // What changes while the server starts is told when it runs.
    const late: Record<string, string | null> = {};
    let tell = (texts: typeof late): unknown => Object.assign(late, texts);
    this.#watching?.dispose();
    this.#watching = this.#platform.files?.watch((texts) => tell(texts));
    const files = await this.#platform.files?.all();
    // Large: the commands do not wait for it.
    const library = await import('vscode-languageclient');
    const client = await this.#platform.createClient(this.#options(files, library));
    if (turn !== this.#turn) return;
    this.#client = client;
    client.onDidChangeState(({ newState }) => {
      if (newState === library.State.Running) {
        this.#say('Ready');
        this.#log.info('The language server is ready');
        this.#ready.fire();
      } else if (newState === library.State.Stopped && this.#client === client) this.#failed('has stopped');
    });
    try {
      await client.start();
      tell = (texts) => void client.sendNotification(filesNotification, { files: texts });
      if (this.#platform.files !== undefined) tell(late);
    } catch (error) {
      this.#failed(`could not be started: ${String(error)}`);
    }
  }

  async #ask<T>(method: string, params: unknown, otherwise: T): Promise<T> {
    // A page that is opened first thing, or comes back with the window, asks before the server can answer.
    await this.#starting;
    if (!this.#client?.isRunning()) return otherwise;
    try {
      return await this.#client.sendRequest<T>(method, params);
    } catch (error) {
      this.#log.warn(`${method}: ${String(error)}`);
      return otherwise;
    }
  }

  #options(
    files: Record<string, string> | undefined,
    { CloseAction, ErrorAction, RevealOutputChannelOn }: ClientLibrary,
  ): LanguageClientOptions {
    return {
      documentSelector: specSelector,
      outputChannel: this.#log,
      traceOutputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      progressOnInitialization: true,
      initializationOptions: { files, commands: this.#knownCommands, documentation: documentationUri },
      initializationFailedHandler: () => false,
      middleware: currentOffers,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          this.#restarts += 1;
          const again = this.#restarts <= MOST_RESTARTS;
          return { action: again ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
        },
      },
      synchronize: { fileEvents: workspace.createFileSystemWatcher('**/*.vigil') },
    };
  }

  #say(text: string, { busy = false } = {}): void {
    this.#status.text = `Vigil: ${text}`;
    this.#status.busy = busy;
    this.#status.severity = LanguageStatusSeverity.Information;
    void commands.executeCommand('setContext', 'vigil.serverFailed', false);
  }

  #failed(how: string): void {
    this.#log.error(`The language server ${how}`);
    this.#status.text = 'Vigil: the language server does not run';
    this.#status.detail = `It ${how}. The log says more.`;
    this.#status.busy = false;
    this.#status.severity = LanguageStatusSeverity.Error;
    void commands.executeCommand('setContext', 'vigil.serverFailed', true);
  }
}
