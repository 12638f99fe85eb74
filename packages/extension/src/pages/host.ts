import type { HostMessage, PageMessage } from '../webviews/messages.js';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** What a page keeps while it is hidden and over a reload: what is looked at, never data. */
export interface PageState {
  /** Text of the Uri: a panel that is restored is one of this spec. */
  readonly spec?: string;
  readonly scroll?: number;
  /** Names of what is unfolded. */
  readonly open?: readonly string[];
  /** Heights of drawings, so that a page is as long as it was before they are there. */
  readonly heights?: Readonly<Record<string, number>>;
  /** The document that is shown. */
  readonly document?: string;
  /** What is shown of a list. */
  readonly filter?: { readonly statuses: readonly string[]; readonly text: string };
}

/** The editor's end of a page. */
export interface Host {
  post(message: PageMessage): void;
  readonly state: PageState;
  keep(changes: PageState): void;
}

/** Connects a page with the editor; `receive` gets every message. */
export function connect(receive: (message: HostMessage, host: Host) => void): Host {
  const api = acquireVsCodeApi();
  const host: Host = {
    post: (message) => api.postMessage(message),
    get state() {
      return (api.getState() ?? {}) as PageState;
    },
    keep: (changes) => api.setState({ ...host.state, ...changes }),
  };
  addEventListener('message', ({ data }: MessageEvent<HostMessage>) => receive(data, host));
  addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
    host.post({ type: 'violation', directive: violatedDirective }),
  );
  host.post({ type: 'ready' });
  return host;
}
