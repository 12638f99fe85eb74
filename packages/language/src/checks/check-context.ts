import { type AstNode, AstUtils, type LangiumCoreServices, type LangiumDocument } from 'langium';
import type { Report } from '../diagnostics/reporter.js';
import type { Declaration, Spec } from '../generated/ast.js';
import type { ImportGraph } from '../references/import-graph.js';
import { DamagedText } from './damaged-text.js';
import { type FileFinder, fileFinder } from './file-finder.js';

/** The services checks are made from. */
export type CheckServices = LangiumCoreServices & {
  readonly references: { readonly ImportGraph: ImportGraph };
};

/** One check: looks at a node, which may be half-typed, and reports what is wrong with it. */
export type NodeCheck<N extends AstNode> = (node: N, report: Report, context: CheckContext) => void;

/** What a check may ask beyond its own node. */
export class CheckContext {
  readonly imports: ImportGraph;
  /** Undefined where there is no file system: nothing can be said about files then. */
  readonly files: FileFinder | undefined;
  readonly #damaged = new DamagedText();

  constructor(services: CheckServices) {
    this.imports = services.references.ImportGraph;
    this.files = fileFinder(services.shared.workspace.FileSystemProvider);
  }

  /** The declarations of imported files, nearest file first. */
  imported(node: AstNode): readonly Declaration[] {
    return this.imports.importedDocuments(AstUtils.getDocument(node)).flatMap(declarationsOf);
  }

  /** The declarations of the node's own file and of all it imports. */
  visible(node: AstNode): readonly Declaration[] {
    return [...declarationsOf(AstUtils.getDocument(node)), ...this.imported(node)];
  }

  /** Whether a name nobody can see may stand in text that could not be read, or in a missing import. */
  mayExistUnseen(name: string, node: AstNode): boolean {
    const document = AstUtils.getDocument(node);
    const visible = [document, ...this.imports.importedDocuments(document)];
    return this.#damaged.mayDeclare(name, visible) || this.imports.isIncomplete(document);
  }
}

function declarationsOf(document: LangiumDocument): readonly Declaration[] {
  return (document.parseResult.value as Partial<Spec>).declarations ?? [];
}
