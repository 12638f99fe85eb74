import { type AstNode, AstUtils, type CstNode, type LangiumDocument } from 'langium';

/** A place in the text that names something. */
export interface Occurrence {
  readonly document: LangiumDocument;
  readonly node: AstNode;
  readonly place: CstNode;
  readonly isDeclaration: boolean;
}

/** The occurrence at a place of a node; none where the place could not be read. */
export function occurrenceAt(node: AstNode, place: CstNode | undefined, isDeclaration = false): Occurrence[] {
  return place === undefined ? [] : [{ document: AstUtils.getDocument(node), node, place, isDeclaration }];
}

/** Each place once, file by file, in the order of the text. */
export function inOrder(found: readonly Occurrence[], files: readonly LangiumDocument[]): Occurrence[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const rank = ({ document }: Occurrence) => order.get(document) ?? -1;
  const once = new Map(found.map((each) => [`${rank(each)} ${each.place.offset}`, each]));
  return [...once.values()]
    .filter((each) => rank(each) >= 0)
    .sort((a, b) => rank(a) - rank(b) || a.place.offset - b.place.offset);
}
