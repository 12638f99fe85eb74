import { URI } from 'langium';
import {
  AbstractExecuteCommandHandler,
  type ExecuteCommandAcceptor,
  type LangiumSharedServices,
} from 'langium/lsp';
import type { VigilServices } from '../../services.js';
import { workspaceEdit } from './code-action-provider.js';
import { PIN_DIGEST, pinDigest } from './pin-digest.js';

/** Commands the server carries out itself, because their edit costs more than offering it may. */
export class VigilCommands extends AbstractExecuteCommandHandler {
  readonly #shared: LangiumSharedServices;

  constructor(shared: LangiumSharedServices) {
    super();
    this.#shared = shared;
  }

  override registerCommands(accept: ExecuteCommandAcceptor): void {
    accept(PIN_DIGEST, (words) => this.#pin(words));
  }

  async #pin([uri, offset]: readonly unknown[]): Promise<void> {
    const connection = this.#shared.lsp.Connection;
    if (typeof uri !== 'string' || typeof offset !== 'number' || connection === undefined) return;
    const services = this.#shared.ServiceRegistry.getServices(URI.parse(uri)) as VigilServices;
    try {
      const fix = await pinDigest(uri, offset, services);
      if (fix === undefined) return;
      await connection.workspace.applyEdit({ label: fix.title, edit: workspaceEdit(uri, fix) });
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
      connection.window.showErrorMessage(`The file cannot be read${reason}; nothing was pinned.`);
    }
  }
}
