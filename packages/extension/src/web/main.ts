import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from '../extension.js';
import { watchTexts, workspaceTexts } from './given-files.js';
import { startServerWorker } from './server-worker.js';

/** VS Code in a browser calls this once: the language server runs in a worker, and nothing can be run. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = Uri.joinPath(context.extensionUri, 'bundle', 'web', 'server.js');
  await startExtension(context, () => ({
    runtime: null,
    files: { all: workspaceTexts, watch: watchTexts },
    createClient: async (options) =>
      new LanguageClient('vigil', 'Vigil', () => startServerWorker(server), options),
  }));
}
