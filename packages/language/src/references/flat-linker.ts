import {
  Cancellation,
  DefaultLinker,
  type DefaultReference,
  interruptAndCheck,
  isReference,
  type LangiumDocument,
} from 'langium';
import { referencesOf, treeNodes } from '../grammar/tree-nodes.js';

/** How many nodes are linked between two looks at the clock and the cancellation. */
const NODES_AT_ONCE = 256;

/** Links a document in one plain walk, interruptible every few hundred nodes instead of at every one. */
export class FlatLinker extends DefaultLinker {
  override async link(
    document: LangiumDocument,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    for (const [index, node] of treeNodes(document.parseResult.value).entries()) {
      if (index % NODES_AT_ONCE === 0) await interruptAndCheck(cancelToken);
      for (const info of referencesOf(node)) this.doLink(info, document);
    }
  }

  /**
   * Turns the references of a linked document that lead into another file to that file's present tree. The names in
   * it must be the same as before.
   */
  rebind(document: LangiumDocument, target: string): void {
    const leadThere = (reference: LangiumDocument['references'][number]): boolean =>
      isReference(reference) && reference.$nodeDescription?.documentUri.toString() === target;
    const stale = document.references.filter(leadThere);
    if (stale.length === 0) return;
    document.references = document.references.filter((reference) => !leadThere(reference));
    for (const reference of stale) {
      const own = reference as DefaultReference;
      own._ref = undefined;
      delete own._nodeDescription;
      // Asking for it resolves it and adds it to the document's references again.
      void own.ref;
    }
  }
}
