import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Range } from 'vscode-languageserver';
import { progressOf, progressText } from '../../checklists/findings/progress.js';
import { packsOf } from '../../checks/conformance/finding-place.js';
import type { JudgedSpecs } from '../../checks/conformance/judged-specs.js';
import { isMonitor, isProduct, isScenario, isTrial, type Spec } from '../../generated/ast.js';
import type { VigilServices } from '../../services.js';

/** Shows how a spec fares against a checklist. */
const CONFORMANCE = 'vigil.conformance';

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
 * `initializationOptions.commands` which of the commands it knows, and is offered no other. Above `comply with` stands
 * how far the spec has come with each checklist; a client that knows `vigil.conformance` can show more.
 */
export class VigilCodeLenses implements CodeLensProvider {
  #known: ReadonlySet<unknown> = new Set();
  readonly #judged: JudgedSpecs;

  constructor(services: VigilServices) {
    this.#judged = services.checklists.JudgedSpecs;
    services.shared.lsp.LanguageServer.onInitialize(({ initializationOptions: options }) => {
      const commands: unknown = options?.commands;
      if (Array.isArray(commands)) this.#known = new Set(commands);
    });
  }

  provideCodeLens(document: LangiumDocument): CodeLens[] {
    const { declarations = [] } = document.parseResult.value as Partial<Spec>;
    const above = declarations.flatMap((declaration) => {
      const range = nameRange(declaration);
      if (range === undefined) return [];
      const words = [document.uri.toString(), 'name' in declaration ? declaration.name : undefined];
      return lenses
        .filter(({ command, above }) => this.#known.has(command) && above(declaration))
        .map(({ command, title }) => ({ range, command: { title, command, arguments: words } }));
    });
    return [...above, ...this.#progress(document)];
  }

  #progress(document: LangiumDocument): CodeLens[] {
    const judged = this.#judged.of(document);
    if (judged === undefined) return [];
    const command = this.#known.has(CONFORMANCE) ? CONFORMANCE : '';
    const progress = new Map(
      judged.conformance.packs.map((pack) => [pack.pack, progressText(progressOf(pack))]),
    );
    return packsOf(judged.product).flatMap((pack) => {
      const title = progress.get(pack.pack);
      const range = pack.$cstNode?.range;
      if (title === undefined || range === undefined) return [];
      return [{ range, command: { title, command, arguments: [document.uri.toString(), pack.pack] } }];
    });
  }
}

function nameRange(node: AstNode): Range | undefined {
  return GrammarUtils.findNodeForProperty(node.$cstNode, 'name')?.range;
}
