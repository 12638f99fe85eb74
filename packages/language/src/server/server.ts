import { startLanguageServer } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { createVigilServices, type VigilContext, type VigilServices } from '../services.js';
import { loadImports } from './import-loader.js';
import { serverModule } from './module.js';
import { answerSelectionRanges } from './selection-ranges.js';

/**
 * Starts the language server on a connection; it answers until the connection ends.
 *
 * @param context where files are read, and the data that specs declare
 */
export function startVigilServer(
  connection: Connection,
  context: Omit<VigilContext, 'connection'>,
): VigilServices {
  const { shared, vigil } = createVigilServices({ ...context, connection }, serverModule);
  loadImports(shared, vigil);
  answerSelectionRanges(connection, shared);
  startLanguageServer(shared);
  return vigil;
}
