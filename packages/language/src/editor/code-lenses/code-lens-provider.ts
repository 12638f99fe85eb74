import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Range } from 'vscode-languageserver';
import { isMonitor, isProduct, isScenario, isTrial, type Spec } from '../../generated/ast.js';
import type { VigilServices } from '../../services.js';

/** What a client can do above a declaration, by the command it must know. */
const lenses: readonly {
  readonly command: string;
  readonly title: string;
  readonly above: (node: AstNode) => boolean;
}[] = [
  { command: 'vigil.run', title: 'Run', above: isMonitor },
  { command: 'vigil.preview', title: 'Preview protocol', above: (node) => isProduct(node) || isTrial(node) },
  { command: 'vigil.test', title: 'Test', above: isScenario },
];

/**
 * Run, preview and test above what can be run, previewed and tested. The work is the client's: it says in
 * `initializationOptions.commands` which of the commands it knows, and is offered no other.
 */
export class VigilCodeLenses implements CodeLensProvider {
  #known: ReadonlySet<unknown> = new Set();

  constructor(services: VigilServices) {
    services.shared.lsp.LanguageServer.onInitialize(({ initializationOptions: options }) => {
      const commands: unknown = options?.commands;
      if (Array.isArray(commands)) this.#known = new Set(commands);
    });
  }

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const { declarations = [] } = document.parseResult.value as Partial<Spec>;
    return declarations.flatMap((declaration) => {
      const range = nameRange(declaration);
      if (range === undefined) return [];
      const words = [document.uri.toString(), 'name' in declaration ? declaration.name : undefined];
      return lenses
        .filter(({ command, above }) => this.#known.has(command) && above(declaration))
        .map(({ command, title }) => ({ range, command: { title, command, arguments: words } }));
    });
  }
}

function nameRange(node: AstNode): Range | undefined {
  return GrammarUtils.findNodeForProperty(node.$cstNode, 'name')?.range;
}
