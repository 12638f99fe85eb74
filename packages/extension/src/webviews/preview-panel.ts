import type { DocumentTree } from '@vigil/language';
import {
  type ExtensionContext,
  type LogOutputChannel,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { LanguageServer } from '../client/language-server.js';
import { Rest } from '../client/rest.js';
import type { HostMessage } from './messages.js';
import { noticeOf } from './notice.js';
import { Panels } from './panels.js';

const REST_MS = 150;
const FIRST_DOCUMENT = 'monitoring-plan';

/** Live previews of the protocol: the same HTML as `vigil compile --format html`. */
export class PreviewPanels {
  readonly #server: LanguageServer;
  readonly #panels: Panels;
  /** The last text that compiled: a half-typed spec does not empty the page. */
  readonly #last = new Map<string, string>();
  /** Which document a panel shows; the monitoring plan unless another was chosen. */
  readonly #chosen = new Map<string, string>();
  #documents: readonly { readonly name: string; readonly title: string }[] = [];
  readonly #subscriptions;
  readonly #rest = new Rest(REST_MS, () => this.#updateAll());

  constructor(context: ExtensionContext, server: LanguageServer, log: LogOutputChannel) {
    this.#server = server;
    this.#panels = new Panels(context, log, {
      name: 'preview',
      title: (spec) => `Protocol: ${workspace.asRelativePath(spec)}`,
      state: (spec) => this.#state(spec),
      receive: (message, spec) => {
        if (message.type !== 'choose') return;
        this.#chosen.set(spec.toString(), message.document);
        this.#last.delete(spec.toString());
        void this.#panels.update(spec);
      },
      restored: (spec, { document }) => {
        if (typeof document === 'string') this.#chosen.set(spec.toString(), document);
      },
      closed: (spec) => {
        this.#last.delete(spec.toString());
        this.#chosen.delete(spec.toString());
      },
    });
    this.#subscriptions = [
      server.onReady(() => this.#rest.soon()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'vigil') this.#rest.soon();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => void this.#follow(textEditor)),
    ];
  }

  async show(spec: Uri): Promise<void> {
    await this.#panels.show(spec);
  }

  dispose(): void {
    this.#rest.dispose();
    for (const each of this.#subscriptions) each.dispose();
    this.#panels.dispose();
  }

  #updateAll(): void {
    // An imported file changes the protocol of the specs that import it.
    for (const { uri } of workspace.textDocuments) void this.#panels.update(uri);
  }

  async #follow({ document, visibleRanges }: TextEditor): Promise<void> {
    const first = visibleRanges[0]?.start.line;
    if (first === undefined || !this.#panels.has(document.uri)) return;
    const outline = await this.#server.outline(document.uri);
    const places = [...(outline?.models ?? []), ...(outline?.monitors ?? [])];
    const above = places.filter(({ range }) => range.start.line <= first + 1);
    const nearest = above.sort((a, b) => b.range.start.line - a.range.start.line)[0];
    if (nearest !== undefined) await this.#panels.send(document.uri, { type: 'follow', name: nearest.name });
  }

  async #state(spec: Uri): Promise<HostMessage> {
    const key = spec.toString();
    const document = this.#chosen.get(key) ?? FIRST_DOCUMENT;
    const answer = await this.#server.document({ uri: key, document });
    if (answer.kind === 'document') {
      this.#documents = answer.documents;
      await this.#print(key, answer.tree);
    }
    return {
      type: 'preview',
      spec: key,
      title: workspace.asRelativePath(spec),
      html: this.#last.get(key) ?? null,
      notice: noticeOf(answer, this.#last.has(key)),
      documents: this.#documents,
      document,
    };
  }

  async #print(key: string, tree: DocumentTree): Promise<void> {
    // What draws is large, and read only when it is needed.
    const { documentHtml } = await import('./drawing.js');
    this.#last.set(key, await documentHtml(tree));
  }
}
