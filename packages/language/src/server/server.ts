import { startLanguageServer, WorkspaceState } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { createVigilServices, type VigilContext, type VigilServices } from '../services.js';
import { askedDay, todayByClock } from './clock.js';
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
 * @param context where files are read, and the data that specs declare
 */
export function startVigilServer(
  connection: Connection,
  context: Omit<VigilContext, 'connection' | 'today'>,
): VigilServices {
  const pushOrPull = new PushOrPull(connection);
  let askedFor: string | undefined;
  const today = (): string => askedFor ?? todayByClock();
  const { shared, vigil } = createVigilServices(
    { ...context, connection: pushOrPull.connection, today },
    serverModule,
  );
  shared.lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
    askedFor = askedDay(initializationOptions);
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
  return vigil;
}
