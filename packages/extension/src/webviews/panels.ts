import {
  type Disposable,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
} from 'vscode';
import { type HostMessage, type PageMessage, type PanelName, pageMessage } from './messages.js';
import { pageHtml } from './page-html.js';

/** What a kind of panel shows. */
export interface PanelKind {
  readonly name: PanelName;
  readonly title: (spec: Uri) => string;
  /** The whole state of a panel, as a message. */
  readonly state: (spec: Uri) => Promise<HostMessage>;
  /** What a page asks for. */
  readonly receive: (message: PageMessage, spec: Uri) => void;
  readonly closed?: (spec: Uri) => void;
}

interface OpenPanel {
  readonly panel: WebviewPanel;
  /** Resolves when the page listens and was sent its state. A page that was hidden and is seen again asks anew. */
  readonly ready: Promise<void>;
}

/** The panels of one kind, one a spec: shown beside the editor, restored after a reload, sent whole states. */
export class Panels {
  readonly #context: ExtensionContext;
  readonly #kind: PanelKind;
  readonly #open = new Map<string, OpenPanel>();
  readonly #serializer: Disposable;

  constructor(context: ExtensionContext, kind: PanelKind) {
    this.#context = context;
    this.#kind = kind;
    this.#serializer = window.registerWebviewPanelSerializer(`vigil.${kind.name}`, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const spec = (state as { spec?: unknown } | undefined)?.spec;
        // The page is loaded after this has ended: waiting for it here would be waiting for ever.
        if (typeof spec === 'string') this.#adopt(panel, Uri.parse(spec));
        else panel.dispose();
      },
    });
  }

  /** Resolves when the page is there and has its state. */
  async show(spec: Uri): Promise<void> {
    const known = this.#open.get(spec.toString());
    if (known !== undefined) {
      known.panel.reveal(undefined, true);
      return await known.ready;
    }
    const { name, title } = this.#kind;
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel(`vigil.${name}`, title(spec), column, {});
    await this.#adopt(panel, spec).ready;
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
    let listens = () => {};
    const ready = new Promise<void>((resolve) => {
      listens = resolve;
    });
    const open = { panel, ready };
    this.#open.set(spec.toString(), open);
    panel.webview.onDidReceiveMessage((value: unknown) => {
      const message = pageMessage(value);
      if (message === null) return;
      if (message.type === 'ready') void this.update(spec).then(listens);
      else this.#kind.receive(message, spec);
    });
    panel.onDidDispose(() => {
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

function newNonce(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
