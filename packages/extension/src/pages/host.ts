import type { HostMessage, PageMessage } from '../webviews/messages.js';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** What a page keeps over a reload: what is looked at, never data. */
export interface PageState {
  readonly spec: string;
  readonly open?: readonly string[];
  readonly scroll?: number;
}

/** The editor's end of a page. */
export interface Host {
  post(message: PageMessage): void;
  readonly state: PageState | undefined;
  keep(state: PageState): void;
}

/** Connects a page with the editor; `receive` gets every message. */
export function connect(receive: (message: HostMessage, host: Host) => void): Host {
  const api = acquireVsCodeApi();
  const host: Host = {
    post: (message) => api.postMessage(message),
    get state() {
      return api.getState() as PageState | undefined;
    },
    keep: (state) => api.setState(state),
  };
  addEventListener('message', ({ data }: MessageEvent<HostMessage>) => receive(data, host));
  addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
    host.post({ type: 'violation', directive: violatedDirective }),
  );
  host.post({ type: 'ready' });
  return host;
}
