import type { ClientCapabilities } from 'vscode-languageserver-protocol';

/** What a full editor can do; nothing is left out, so that nothing the server offers is hidden. */
export const clientCapabilities: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    symbol: {},
    executeCommand: {},
  },
  textDocument: {
    synchronization: { didSave: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        insertReplaceSupport: false,
        labelDetailsSupport: true,
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    signatureHelp: {
      signatureInformation: { documentationFormat: ['markdown'], activeParameterSupport: true },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      dataSupport: true,
      isPreferredSupport: true,
    },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    foldingRange: {},
    selectionRange: {},
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
    inlayHint: {},
    codeLens: {},
    documentLink: { tooltipSupport: true },
  },
  general: { positionEncodings: ['utf-16'] },
};

/** An editor that asks for diagnostics instead of waiting for them. */
export const pullingCapabilities: ClientCapabilities = {
  ...clientCapabilities,
  workspace: { ...clientCapabilities.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...clientCapabilities.textDocument, diagnostic: { relatedDocumentSupport: false } },
};
