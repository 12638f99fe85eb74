import { type ExtensionContext, Uri } from 'vscode';
import { startExtension } from '../extension.js';
import { childRuntime } from './child-runtime.js';

/** VS Code on a machine calls this once. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = Uri.joinPath(context.extensionUri, 'bundle', 'node', 'server.mjs').fsPath;
  await startExtension(context, (log) => ({
    runtime: childRuntime(context.extensionUri, log),
    createClient: async (options) => {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      return new LanguageClient(
        'vigil',
        'Vigil',
        { module: server, transport: TransportKind.stdio, options: { env: process.env } },
        options,
      );
    },
  }));
}
