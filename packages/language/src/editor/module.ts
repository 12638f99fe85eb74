import type { Module } from 'langium';
import type {
  LangiumSharedServices,
  PartialLangiumServices,
  PartialLangiumSharedServices,
} from 'langium/lsp';
import type { VigilServices } from '../services.js';
import { VigilCodeActions } from './code-actions/code-action-provider.js';
import { VigilCommands } from './code-actions/commands.js';
import { VigilCompletion } from './completion/completion-provider.js';
import { VigilFormatter } from './formatting/format-provider.js';
import { VigilHover } from './hover/hover-provider.js';

/** What the editor is offered: one provider for each request of the Language Server Protocol. */
export const editorModule: Module<VigilServices, PartialLangiumServices> = {
  lsp: {
    CodeActionProvider: (services) => new VigilCodeActions(services),
    CompletionProvider: (services) => new VigilCompletion(services),
    Formatter: (services) => new VigilFormatter(services),
    HoverProvider: (services) => new VigilHover(services),
  },
};

/** What is offered for all files together. */
export const sharedEditorModule: Module<LangiumSharedServices, PartialLangiumSharedServices> = {
  lsp: {
    ExecuteCommandHandler: (services) => new VigilCommands(services),
  },
};
