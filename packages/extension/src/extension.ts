import { type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import { LanguageServer } from './client/language-server.js';
import { type CommandName, registerCommands } from './commands/commands.js';
import { provideDocumentation } from './documentation.js';
import { redactedLog } from './log/redacted-log.js';
import type { Platform } from './platform.js';
import { Results } from './results/results.js';
import { RunSpecs } from './runtime/run-specs.js';
import { StoredRuns } from './runtime/stored-runs.js';
import { provideTasks } from './tasks/task-provider.js';
import { provideTools } from './tools/language-model-tools.js';
import { reportBreaches } from './views/breach-problems.js';
import { compareWithSpecs } from './views/freshness.js';
import { runOnSave } from './views/run-on-save.js';
import { SpecIndex } from './views/spec-index.js';
import { showSpecTree } from './views/spec-tree.js';
import { testSpecs } from './views/test-explorer.js';
import { provideVerdictLenses } from './views/verdict-lenses.js';
import { showVerdictStatus } from './views/verdict-status.js';
import { ConformancePanels } from './webviews/conformance-panel.js';
import { DashboardPanels } from './webviews/dashboard-panel.js';
import { PreviewPanels } from './webviews/preview-panel.js';

/** Commands above declarations in a spec; the server offers a lens for each of these. */
const lensCommands: readonly CommandName[] = ['vigil.run', 'vigil.preview'];

/**
 * Starts everything. Commands come first, so that each of them exists whatever fails afterwards; the language server
 * comes last, so that nothing waits for it.
 */
export async function startExtension(
  context: ExtensionContext,
  platformFor: (log: LogOutputChannel) => Platform,
): Promise<void> {
  const log = redactedLog(window.createOutputChannel('Vigil', { log: true }));
  const platform = platformFor(log);
  const server = new LanguageServer(platform, log, lensCommands);
  const results = new Results();
  const stored = new StoredRuns(context.storageUri, results, log);
  const index = new SpecIndex(server);
  const runs = new RunSpecs(platform.runtime, results, log, (spec) => server.identity(spec));
  const dashboard = new DashboardPanels(context, { results, runs, log });
  const preview = new PreviewPanels(context, server, log);
  const conformance = new ConformancePanels(context, server, log);
  context.subscriptions.push(log, server, stored, results, index, runs, dashboard, preview, conformance);
  context.subscriptions.push(
    ...registerCommands({ context, log, server, runs, dashboard, preview, conformance }),
    ...showSpecTree(index, results),
    ...showVerdictStatus(index, results),
    ...provideVerdictLenses(server, index, results),
    ...reportBreaches(results),
    ...testSpecs(index, runs, results),
    ...compareWithSpecs(results, server),
    ...provideTools(server, results),
    provideDocumentation(context.extensionUri),
    { dispose: () => void server.stop() },
  );
  if (platform.runtime !== null)
    context.subscriptions.push(provideTasks(platform.runtime), runOnSave(index, server, runs));
  void stored.load();
  // Commands would wait for it, were it part of the activation.
  void server.start();
}
