import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';

/** Answers `initialize` with what Langium's server can do, and its name. */
export class VigilLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const { capabilities, ...rest } = super.buildInitializeResult(params);
    return {
      ...rest,
      serverInfo: { name: 'vigil' },
      capabilities: {
        ...capabilities,
        positionEncoding: 'utf-16',
        selectionRangeProvider: true,
        ...(params.capabilities.textDocument?.diagnostic !== undefined && {
          diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
        }),
      },
    };
  }
}
