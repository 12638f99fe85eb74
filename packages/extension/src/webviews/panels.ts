import {
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
} from 'vscode';
import { type HostMessage, type PageMessage, type PanelName, pageMessage } from './messages.js';
import { pageHtml } from './page-html.js';
import { Violations } from './violations.js';

/** What a page may ask its panel for; the rest is between every page and the panels. */
export type Asked = Exclude<PageMessage, { readonly type: 'ready' | 'violation' }>;

/** What a kind of panel shows. */
export interface PanelKind {
  readonly name: PanelName;
  readonly title: (spec: Uri) => string;
  /** The whole state of a panel, as a message. */
  readonly state: (spec: Uri) => Promise<HostMessage>;
  /** What a page asks for. */
  readonly receive: (message: Asked, spec: Uri) => void;
  readonly closed?: (spec: Uri) => void;
  /** What a page kept over a reload of the window, where its panel has to know. */
  readonly restored?: (spec: Uri, kept: Readonly<Record<string, unknown>>) => void;
}

interface OpenPanel {
  readonly panel: WebviewPanel;
  /** A page that is hidden ends; when it is seen again it is another, and asks anew. */
  page: Page;
}

/** The page that a panel shows, or will show next. */
interface Page {
  /** Resolves when it listens and was sent its state. */
  readonly ready: Promise<void>;
  readonly listens: () => void;
}

/** The panels of one kind, one a spec: shown beside the editor, restored after a reload, sent whole states. */
export class Panels {
  readonly #context: ExtensionContext;
  readonly #log: LogOutputChannel;
  readonly #kind: PanelKind;
  readonly #open = new Map<string, OpenPanel>();
  readonly #serializer: Disposable;

  constructor(context: ExtensionContext, log: LogOutputChannel, kind: PanelKind) {
    this.#context = context;
    this.#log = log;
    this.#kind = kind;
    this.#serializer = window.registerWebviewPanelSerializer(`vigil.${kind.name}`, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const kept = (state ?? {}) as Readonly<Record<string, unknown>>;
        if (typeof kept.spec !== 'string') return panel.dispose();
        const spec = Uri.parse(kept.spec);
        kind.restored?.(spec, kept);
        // The page is loaded after this has ended: waiting for it here would be waiting for ever.
        this.#adopt(panel, spec);
      },
    });
  }

  /** Resolves when the page is there and has its state. */
  async show(spec: Uri): Promise<void> {
    const known = this.#open.get(spec.toString());
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      return await known.page.ready;
    }
    const { name, title } = this.#kind;
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel(`vigil.${name}`, title(spec), column, {});
    await this.#adopt(panel, spec).page.ready;
  }

  /** Sends the state again to the panel of a spec, if there is one that is seen. */
  async update(spec: Uri): Promise<void> {
    const open = this.#open.get(spec.toString());
    if (open === undefined || !open.panel.visible) return;
    await open.panel.webview.postMessage(await this.#kind.state(spec));
  }

  async send(spec: Uri, message: HostMessage): Promise<void> {
    await this.#open.get(spec.toString())?.panel.webview.postMessage(message);
  }

  has(spec: Uri): boolean {
    return this.#open.has(spec.toString());
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const { panel } of this.#open.values()) panel.dispose();
  }

  #adopt(panel: WebviewPanel, spec: Uri): OpenPanel {
    const pages = Uri.joinPath(this.#context.extensionUri, 'bundle', 'pages');
    // A panel restored after an update brings the folders of the extension before it.
    panel.webview.options = { enableScripts: true, localResourceRoots: [pages] };
    const open: OpenPanel = { panel, page: newPage() };
    this.#open.set(spec.toString(), open);
    const violations = new Violations(this.#kind.name, (line) => this.#log.warn(line));
    panel.webview.onDidReceiveMessage((value: unknown) => {
      const message = pageMessage(value);
      if (message === null) return;
      if (message.type === 'ready') void this.update(spec).then(open.page.listens);
      else if (message.type === 'violation') violations.report(message.directive);
      else this.#kind.receive(message, spec);
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) open.page = newPage();
    });
    panel.onDidDispose(() => {
      // Whoever waits for a page that never came goes on.
      open.page.listens();
      this.#open.delete(spec.toString());
      this.#kind.closed?.(spec);
    });
    const icon = (name: string) => Uri.joinPath(this.#context.extensionUri, 'icons', name);
    panel.iconPath = { light: icon('file-light.svg'), dark: icon('file-dark.svg') };
    panel.webview.html = this.#html(panel.webview, pages, spec);
    return open;
  }

  #html(webview: Webview, pages: Uri, spec: Uri): string {
    const { name, title } = this.#kind;
    return pageHtml({
      title: title(spec),
      source: webview.cspSource,
      nonce: newNonce(),
      script: webview.asWebviewUri(Uri.joinPath(pages, `${name}.js`)).toString(),
      style: webview.asWebviewUri(Uri.joinPath(pages, `${name}.css`)).toString(),
    });
  }
}

function newPage(): Page {
  let listens = () => {};
  const ready = new Promise<void>((resolve) => {
    listens = resolve;
  });
  return { ready, listens };
}

function newNonce(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
