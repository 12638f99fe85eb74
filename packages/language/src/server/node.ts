import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeDeclaredData } from '../data-files/node-declared-data.js';
import { documentationFolder } from './documentation-folder.js';
import { libraryFolder } from './library-folder.js';
import { startVigilServer } from './server.js';
import { WorkspaceFiles } from './workspace-files.js';

/**
 * Starts the server on standard input and output. They carry the protocol only: whatever a library prints goes to
 * standard error. The process ends with code 0 after `shutdown` and `exit`, with 1 after `exit` alone, and when the
 * client has gone.
 */
export function startStdioServer(): void {
  for (const method of ['log', 'info', 'debug', 'warn'] as const) console[method] = console.error;
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const files = new WorkspaceFiles();
  const library = libraryFolder();
  const documentation = documentationFolder();
  const { ImportGraph } = startVigilServer(connection, {
    fileSystemProvider: () => files,
    declaredData: nodeDeclaredData,
    documentation: () => documentation,
    ...(library === undefined ? {} : { library }),
  }).references;
  files.listener = (file, reason) => {
    ImportGraph.recordUnreadable(file, reason);
    if (reason !== undefined) connection.console.warn(`${file.toString()} is not checked: ${reason}`);
  };
}
