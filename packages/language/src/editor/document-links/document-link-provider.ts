import {
  type AstNode,
  AstUtils,
  EmptyFileSystemProvider,
  GrammarUtils,
  type LangiumDocument,
  type URI,
  UriUtils,
} from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import { isField, isImport, isOutcomes, isSource, isTextValue } from '../../generated/ast.js';
import type { VigilServices } from '../../services.js';

/** Links from the paths in a spec to the files they name: imports, data, artifacts, documents. */
export class VigilDocumentLinks implements DocumentLinkProvider {
  readonly #services: VigilServices;

  constructor(services: VigilServices) {
    this.#services = services;
  }

  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    return AstUtils.streamAst(document.parseResult.value)
      .flatMap((node) => this.#linkOf(node, document))
      .toArray();
  }

  #linkOf(node: AstNode, document: LangiumDocument): DocumentLink[] {
    const place = pathIn(node);
    const range = GrammarUtils.findNodeForProperty(place?.node.$cstNode, place?.property)?.range;
    if (place === undefined || range === undefined) return [];
    const target = this.#target(node, place.path, document.uri);
    if (target === undefined) return [];
    // The quotes are no part of the link.
    const start = { ...range.start, character: range.start.character + 1 };
    const end = { ...range.end, character: range.end.character - 1 };
    return [{ range: { start, end }, target: target.toString(), tooltip: 'Open the file' }];
  }

  /** The file of a path; undefined where it is not there or may not be named. In a browser only open files are known. */
  #target(node: AstNode, path: string, from: URI): URI | undefined {
    const { FileSystemProvider, LangiumDocuments } = this.#services.shared.workspace;
    if (isImport(node)) {
      const target = this.#services.references.ImportGraph.target(from, path);
      if (target.kind === 'refused') return undefined;
      const known = LangiumDocuments.hasDocument(target.uri) || FileSystemProvider.existsSync(target.uri);
      return known ? target.uri : undefined;
    }
    if (/[*?\n]|^[a-z]+:/i.test(path) || FileSystemProvider instanceof EmptyFileSystemProvider)
      return undefined;
    const uri = UriUtils.resolvePath(UriUtils.dirname(from), path);
    return FileSystemProvider.existsSync(uri) ? uri : undefined;
  }
}

function pathIn(node: AstNode): { path: string; node: AstNode; property: string } | undefined {
  if ((isImport(node) || isSource(node) || isOutcomes(node)) && node.path)
    return { path: node.path, node, property: 'path' };
  if (!isField(node) || !isTextValue(node.value) || node.value.text === undefined) return undefined;
  const { text } = node.value;
  const isPath = node.name === 'artifact' || /^[\w.-]+(\/[\w.-]+)+\.\w+$/.test(text);
  return isPath && node.value.$cstNode?.text.startsWith('"""') === false
    ? { path: text, node: node.value, property: 'text' }
    : undefined;
}
