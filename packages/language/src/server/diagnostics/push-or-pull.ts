import type { Connection, InitializeParams } from 'vscode-languageserver';

/** How findings reach an editor: it asks for them where it can, otherwise they are sent when they are there. */
export class PushOrPull {
  /** The connection, on which findings are sent only to an editor that does not ask. */
  readonly connection: Connection;
  #pulls = false;
  #refreshes = false;

  constructor(connection: Connection) {
    this.connection = {
      ...connection,
      sendDiagnostics: async (params) => {
        if (!this.#pulls) await connection.sendDiagnostics(params);
      },
    };
  }

  /** Learns what the editor can do. */
  negotiate({ capabilities }: InitializeParams): void {
    this.#pulls = capabilities.textDocument?.diagnostic !== undefined;
    this.#refreshes = this.#pulls && capabilities.workspace?.diagnostics?.refreshSupport === true;
  }

  /** Whether the editor asks for findings. */
  get pulls(): boolean {
    return this.#pulls;
  }

  /** Whether the editor can be told to ask again. */
  get refreshes(): boolean {
    return this.#refreshes;
  }
}
