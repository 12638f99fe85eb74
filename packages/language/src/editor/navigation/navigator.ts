import { DocumentState, GrammarUtils, type LangiumDocument, WorkspaceCache } from 'langium';
import type { Position } from 'vscode-languageserver';
import { CheckContext } from '../../checks/check-context.js';
import type { Declaration } from '../../generated/ast.js';
import type { VigilServices } from '../../services.js';
import { ColumnGraph } from './column-graph.js';
import { placeOfUse } from './column-use.js';
import type { Meant, SymbolAt } from './meant.js';
import { type Occurrence, occurrenceAt } from './occurrence.js';
import { occurrencesOf } from './occurrences.js';
import { Readings } from './readings.js';
import { symbolAt } from './symbol-at.js';

/** Tells what words stand for and where else the same is named, in all files of the workspace. */
export class Navigator {
  readonly context: CheckContext;
  readonly #services: VigilServices;
  readonly #readings = new Readings();
  readonly #columns: WorkspaceCache<'graph', ColumnGraph>;

  constructor(services: VigilServices) {
    this.#services = services;
    this.context = new CheckContext(services);
    this.#columns = new WorkspaceCache(services.shared, DocumentState.Linked);
  }

  /** What the word at a position stands for. */
  at(document: LangiumDocument, position: Position): SymbolAt | undefined {
    return symbolAt(document, document.textDocument.offsetAt(position), this.context);
  }

  /** Where the thing is declared: the name in its declaration. */
  declaration(meant: Meant): Occurrence | undefined {
    if (meant.kind === 'column') {
      const use = this.columns.declaration(meant.use);
      return use && occurrenceAt(use.node, placeOfUse(use), true)[0];
    }
    if (meant.kind === 'file' || meant.kind === 'shipped') return undefined;
    const { node } = meant;
    const name = GrammarUtils.findNodeForProperty(node.$cstNode, 'name');
    return occurrenceAt(node, name ?? node.$cstNode, true)[0];
  }

  /** All places that name it, in a file or in all of them. */
  occurrences(meant: Meant, only?: LangiumDocument): Occurrence[] {
    const files = only === undefined ? this.files() : [only];
    return occurrencesOf(meant, { files, context: this.context, columns: this.columns });
  }

  /** All files of the workspace, in a fixed order. */
  files(): LangiumDocument[] {
    return this.#services.shared.workspace.LangiumDocuments.all
      .toArray()
      .sort((a, b) => (a.uri.toString() < b.uri.toString() ? -1 : 1));
  }

  /** A file and those it imports. */
  seenFrom(file: LangiumDocument): LangiumDocument[] {
    return [file, ...this.context.imports.importedDocuments(file)];
  }

  /** The declarations that can be named in a file. */
  visibleIn(file: LangiumDocument): readonly Declaration[] {
    return this.context.visible(file.parseResult.value);
  }

  /** Which places name the same column, in the workspace as it is linked now. */
  get columns(): ColumnGraph {
    return this.#columns.get(
      'graph',
      () => new ColumnGraph(this.files(), this.context.imports, this.#readings),
    );
  }
}
