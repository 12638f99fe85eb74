import {
  type AstNode,
  AstUtils,
  DocumentState,
  type LangiumCoreServices,
  type LangiumDocument,
  WorkspaceCache,
} from 'langium';
import type { DeclaredData } from '../data-files/declared-data.js';
import type { Report } from '../diagnostics/reporter.js';
import { type Declaration, isDimension, isSubgroups, type Spec } from '../generated/ast.js';
import type { ImportGraph } from '../references/import-graph.js';
import { DamagedText } from './damaged-text.js';
import { type FileFinder, fileFinder } from './file-finder.js';

/** The services checks are made from. */
export type CheckServices = LangiumCoreServices & {
  readonly references: { readonly ImportGraph: ImportGraph };
  readonly data: { readonly DeclaredData: DeclaredData | undefined; readonly Calendar: Calendar };
};

/** Tells the day, so that nothing else asks a clock. */
export interface Calendar {
  /** YYYY-MM-DD; undefined where nobody says: nothing is over then. */
  today(): string | undefined;
}

/** One check: looks at a node, which may be half-typed, and reports what is wrong with it. */
export type NodeCheck<N extends AstNode> = (node: N, report: Report, context: CheckContext) => void;

/** What a check may ask beyond its own node. */
export class CheckContext {
  readonly imports: ImportGraph;
  /** Undefined where there is no file system: nothing can be said about files then. */
  readonly files: FileFinder | undefined;
  /** Undefined where data cannot be looked at, as in a browser. */
  readonly data: DeclaredData | undefined;
  readonly #calendar: Calendar;
  readonly #damaged = new DamagedText();
  /** By file; what is visible there stays the same until a file is parsed again. */
  readonly #visible: WorkspaceCache<string, readonly Declaration[]>;
  readonly #dimensionColumns: WorkspaceCache<string, ReadonlySet<string>>;

  constructor(services: CheckServices) {
    this.imports = services.references.ImportGraph;
    this.data = services.data.DeclaredData;
    this.#calendar = services.data.Calendar;
    this.files = fileFinder(services.shared.workspace.FileSystemProvider);
    this.#visible = new WorkspaceCache(services.shared, DocumentState.IndexedContent);
    this.#dimensionColumns = new WorkspaceCache(services.shared, DocumentState.IndexedContent);
  }

  /** The day for which the spec is judged, YYYY-MM-DD; undefined where nobody says. */
  get today(): string | undefined {
    return this.#calendar.today();
  }

  /** The declarations of imported files, nearest file first. */
  imported(node: AstNode): readonly Declaration[] {
    return this.imports.importedDocuments(AstUtils.getDocument(node)).flatMap(declarationsOf);
  }

  /** The declarations of the node's own file and of all it imports. */
  visible(node: AstNode): readonly Declaration[] {
    const document = AstUtils.getDocument(node);
    return this.#visible.get(document.uri.toString(), () => [
      ...declarationsOf(document),
      ...this.imported(node),
    ]);
  }

  /** The columns by which visible subgroups divide rows. */
  dimensionColumns(node: AstNode): ReadonlySet<string> {
    const uri = AstUtils.getDocument(node).uri.toString();
    return this.#dimensionColumns.get(uri, () => {
      const dimensions = this.visible(node)
        .filter(isSubgroups)
        .flatMap(({ statements = [] }) => statements.filter(isDimension));
      return new Set(dimensions.flatMap(({ column }) => column ?? []));
    });
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
