import { eagerLoad } from 'langium';
import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';

/** Answers `initialize` with what Langium's server can do, and its name. */
export class VigilLanguageServer extends DefaultLanguageServer {
  /** Langium's own makes all parsers here, among them one for completion: ours reads words, and needs none. */
  protected override eagerLoadServices(): void {
    eagerLoad(this.services);
    for (const { parser: _, ...others } of this.services.ServiceRegistry.all)
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
