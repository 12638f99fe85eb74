import {
  CstUtils,
  DefaultReferenceDescriptionProvider,
  type DocumentSegment,
  isReference,
  type LangiumDocument,
  type Reference,
  type ReferenceDescription,
  type URI,
} from 'langium';

/**
 * Describes the references of a linked document without walking its tree again. Paths and places are worked out
 * only for the few references somebody asks for.
 */
export class ReferenceDescriptions extends DefaultReferenceDescriptionProvider {
  override async createDescriptions(document: LangiumDocument): Promise<ReferenceDescription[]> {
    const source = document.uri.toString();
    return document.references.flatMap((reference) => {
      if (!isReference(reference)) return [];
      const { $nodeDescription: target, $refNode } = reference;
      if (target === undefined || $refNode === undefined || reference.error !== undefined) return [];
      const local = target.documentUri.toString() === source;
      const path = () => this.nodeLocator.getAstNodePath($refNode.astNode);
      return [new LazyDescription(reference, document.uri, target.documentUri, target.path, local, path)];
    });
  }
}

class LazyDescription implements ReferenceDescription {
  constructor(
    private readonly reference: Reference,
    readonly sourceUri: URI,
    readonly targetUri: URI,
    readonly targetPath: string,
    readonly local: boolean,
    private readonly path: () => string,
  ) {}

  get sourcePath(): string {
    return this.path();
  }

  get segment(): DocumentSegment {
    const node = this.reference.$refNode;
    if (node === undefined) throw new Error('a reference without a place is never described');
    return CstUtils.toDocumentSegment(node);
  }
}
