import type { Module } from 'langium';
import type { PartialLangiumServices } from 'langium/lsp';
import type { VigilServices } from '../services.js';

/** What the editor is offered: one provider for each request of the Language Server Protocol. */
export const editorModule: Module<VigilServices, PartialLangiumServices> = {
  lsp: {},
};
