import {
  type AstNode,
  type Cancellation,
  DefaultLangiumDocumentFactory,
  DocumentState,
  type LangiumDocument,
  type Mutable,
} from 'langium';
import { BoundedParser } from '../grammar/bounded-parser.js';

/** Parses of an edited document only what the edit concerns. */
export class IncrementalDocumentFactory extends DefaultLangiumDocumentFactory {
  override async update<T extends AstNode = AstNode>(
    document: Mutable<LangiumDocument<T>>,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<LangiumDocument<T>> {
    const tree = document.parseResult.value;
    const textBefore = tree.$cstNode?.root.fullText;
    const textDocument = this.textDocuments?.get(document.uri.toString());
    const text = await this.getUpdatedText(document, textDocument, cancelToken);
    const newest = textDocument ?? this.createTextDocumentGetter(document.uri, text)();
    Object.defineProperty(document, 'textDocument', { value: newest, configurable: true });
    if (textBefore !== text) {
      const parser = this.serviceRegistry.getServices(document.uri).parser.LangiumParser;
      document.parseResult =
        parser instanceof BoundedParser ? parser.reparse<T>(text, tree) : parser.parse<T>(text);
      (document.parseResult.value as Mutable<AstNode>).$document = document;
    }
    document.state = DocumentState.Parsed;
    return document;
  }
}
