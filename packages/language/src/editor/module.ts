import type { Module } from 'langium';
import type {
  LangiumSharedServices,
  PartialLangiumServices,
  PartialLangiumSharedServices,
} from 'langium/lsp';
import type { VigilAddedServices, VigilServices } from '../services.js';
import { VigilCodeActions } from './code-actions/code-action-provider.js';
import { VigilCommands } from './code-actions/commands.js';
import { VigilCodeLenses } from './code-lenses/code-lens-provider.js';
import { VigilCompletion } from './completion/completion-provider.js';
import { VigilDocumentLinks } from './document-links/document-link-provider.js';
import { VigilFormatter } from './formatting/format-provider.js';
import { VigilHover } from './hover/hover-provider.js';
import { VigilInlayHints } from './inlay-hints/inlay-hint-provider.js';
import { VigilDefinitions } from './navigation/definition-provider.js';
import { VigilHighlights } from './navigation/highlight-provider.js';
import { Navigator } from './navigation/navigator.js';
import { VigilReferences } from './navigation/references-provider.js';
import { VigilRename } from './navigation/rename/rename-provider.js';
import { VigilSemanticTokens } from './semantic-tokens/semantic-token-provider.js';
import { VigilSignatureHelp } from './signature-help/signature-help-provider.js';
import { VigilDocumentSymbols } from './symbols/document-symbol-provider.js';
import { VigilNodeKinds } from './symbols/symbol-kinds.js';
import { VigilWorkspaceSymbols } from './symbols/workspace-symbol-provider.js';

/** What the editor is offered: one provider for each request of the Language Server Protocol. */
export const editorModule: Module<
  VigilServices,
  PartialLangiumServices & Pick<VigilAddedServices, 'navigation'>
> = {
  navigation: { Navigator: (services) => new Navigator(services) },
  lsp: {
    CodeActionProvider: (services) => new VigilCodeActions(services),
    CodeLensProvider: (services) => new VigilCodeLenses(services),
    CompletionProvider: (services) => new VigilCompletion(services),
    DefinitionProvider: (services) => new VigilDefinitions(services),
    DocumentHighlightProvider: (services) => new VigilHighlights(services),
    DocumentLinkProvider: (services) => new VigilDocumentLinks(services),
    DocumentSymbolProvider: ({ shared }) => new VigilDocumentSymbols(shared),
    Formatter: (services) => new VigilFormatter(services),
    HoverProvider: (services) => new VigilHover(services),
    InlayHintProvider: (services) => new VigilInlayHints(services),
    ReferencesProvider: (services) => new VigilReferences(services),
    RenameProvider: (services) => new VigilRename(services),
    SemanticTokenProvider: () => new VigilSemanticTokens(),
    SignatureHelp: () => new VigilSignatureHelp(),
  },
};

/** What is offered for all files together. */
export const sharedEditorModule: Module<LangiumSharedServices, PartialLangiumSharedServices> = {
  lsp: {
    ExecuteCommandHandler: (services) => new VigilCommands(services),
    NodeKindProvider: () => new VigilNodeKinds(),
    WorkspaceSymbolProvider: (services) => new VigilWorkspaceSymbols(services),
  },
};
