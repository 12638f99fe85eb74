import { eagerLoad } from 'langium';
import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';

/** Answers `initialize` with what Langium's server can do, and its name. */
export class VigilLanguageServer extends DefaultLanguageServer {
  /**
   * Langium's own makes everything here, also what we never use: a parser for completion (ours reads words), and what
   * carries trees between threads.
   */
  protected override eagerLoadServices(): void {
    eagerLoad(this.services);
    for (const { parser: _, serializer: __, ...others } of this.services.ServiceRegistry.all)
      for (const group of Object.values(others)) eagerLoad(group);
  }

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
