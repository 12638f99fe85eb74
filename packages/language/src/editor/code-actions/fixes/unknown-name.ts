import type { AstNode, Reference } from 'langium';
import { kindOf } from '../../../checks/declaration-kind.js';
import { isSpec } from '../../../generated/ast.js';
import { importEdit, importPath } from '../../imports/import-edit.js';
import { declarationText } from '../declaration-text.js';
import { declarationAfter } from '../insertion.js';
import { kindsMeant } from '../kinds-meant.js';
import type { Fix, FixPlace, QuickFix } from '../quick-fix.js';

/** So many kinds are offered for a name that may mean one of several. */
const MOST_KINDS = 4;

/** Imports the file of the workspace that declares the name. */
export const importName: QuickFix = (place) => {
  const unknown = unknownName(place);
  if (unknown === undefined) return [];
  const { document, services } = place;
  const { ImportGraph } = services.references;
  const importers = new Set(
    ImportGraph.importers()(document.uri.toString()).map(({ uri }) => uri.toString()),
  );
  const files = services.shared.workspace.IndexManager.allElements('NamedDeclaration')
    .filter(
      ({ name, node }) => name === unknown.name && node !== undefined && unknown.kinds.includes(kindOf(node)),
    )
    .map(({ documentUri }) => documentUri)
    .distinct((uri) => uri.toString())
    .filter((uri) => uri.toString() !== document.uri.toString() && !importers.has(uri.toString()))
    .filter((uri) => ImportGraph.target(document.uri, importPath(document.uri, uri)).kind === 'file')
    .toArray();
  return files.map((uri) => ({
    title: `Import '${unknown.name}' from "${importPath(document.uri, uri)}"`,
    edits: [importEdit(document, uri)],
    preferred: files.length === 1,
  }));
};

/** Declares the name after the declaration that uses it. */
export const declareName: QuickFix = (place) => {
  const unknown = unknownName(place);
  if (unknown === undefined || !/^[A-Za-z_]\w*$/.test(unknown.name)) return [];
  return unknown.kinds.slice(0, MOST_KINDS).flatMap((kind) => declared(kind, unknown.name, place));
};

function declared(kind: string, name: string, { node, document, services }: FixPlace): Fix[] {
  const around = topDeclaration(node);
  const text = around && declarationText(kind, name, around, services);
  const edit = around && text && declarationAfter(around, text, document);
  return edit ? [{ title: `Declare ${kind} '${name}'`, edits: [edit] }] : [];
}

/** The name a diagnostic is about, and the kinds of declaration it can mean. */
function unknownName({
  document,
  diagnostic,
  services,
}: FixPlace): { readonly name: string; readonly kinds: readonly string[] } | undefined {
  const start = document.textDocument.offsetAt(diagnostic.range.start);
  const reference = document.references.find(({ $refNode }) => $refNode?.offset === start) as
    | Reference
    | undefined;
  const info = reference?.error?.info;
  if (reference === undefined || info === undefined) return undefined;
  return { name: reference.$refText, kinds: kindsMeant(info, services) };
}

/** The declaration of a file around a node. */
function topDeclaration(node: AstNode): AstNode | undefined {
  for (let each: AstNode | undefined = node; each !== undefined; each = each.$container)
    if (each.$container !== undefined && isSpec(each.$container)) return each;
  return undefined;
}
