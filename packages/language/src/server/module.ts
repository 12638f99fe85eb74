import type { Module } from 'langium';
import type { LangiumSharedServices, PartialLangiumSharedServices } from 'langium/lsp';
import { VigilDocumentUpdateHandler } from './document-update-handler.js';
import { VigilLanguageServer } from './language-server.js';
import { VigilWorkspaceManager } from './workspace-manager.js';

/** What a server does otherwise than the command line: it watches a workspace and answers an editor. */
export const serverModule: Module<LangiumSharedServices, PartialLangiumSharedServices> = {
  lsp: {
    DocumentUpdateHandler: (services) => new VigilDocumentUpdateHandler(services),
    LanguageServer: (services) => new VigilLanguageServer(services),
  },
  workspace: {
    WorkspaceManager: (services) => new VigilWorkspaceManager(services),
  },
};
