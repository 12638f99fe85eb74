import { startLanguageServer, WorkspaceState } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { createVigilServices, type VigilContext, type VigilServices } from '../services.js';
import { type ClientOptions, clientOptions } from './client-options.js';
import { todayByClock } from './clock.js';
import { answerCompletion } from './completion.js';
import { answerPulls } from './diagnostics/pull-diagnostics.js';
import { PushOrPull } from './diagnostics/push-or-pull.js';
import { refreshPulls } from './diagnostics/refresh.js';
import { loadImports } from './import-loader.js';
import { serverModule } from './module.js';
import { answerSelectionRanges } from './selection-ranges.js';
import { answerViews } from './views/answer-views.js';
import { watchNamedFiles } from './watching/watch-named-files.js';

/**
 * Starts the language server on a connection; it answers until the connection ends.
 *
 * @param context where files are read, the data that specs declare, and the documentation of clients that name none
 */
export function startVigilServer(
  connection: Connection,
  context: Omit<VigilContext, 'connection' | 'today'>,
): VigilServices {
  const pushOrPull = new PushOrPull(connection);
  let told: ClientOptions = {};
  const today = (): string => told.asOf ?? todayByClock();
  const documentation = (): string | undefined => told.documentation ?? context.documentation?.();
  const { shared, vigil } = createVigilServices(
    { ...context, connection: pushOrPull.connection, today, documentation },
    serverModule,
  );
  shared.lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
    told = clientOptions(initializationOptions);
  });
  shared.lsp.LanguageServer.onInitialize((params) => pushOrPull.negotiate(params));
  loadImports(shared, vigil);
  watchNamedFiles(shared, vigil);
  answerPulls(connection, shared);
  refreshPulls(pushOrPull, shared);
  answerSelectionRanges(connection, shared);
  answerViews(connection, vigil);
  // What leads to a column looks at all files, as what finds its uses does.
  startLanguageServer(shared, { DefinitionProvider: WorkspaceState.IndexedReferences });
  answerCompletion(connection, shared);
  return vigil;
}
