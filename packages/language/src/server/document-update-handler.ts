import { EmptyFileSystemProvider, type FileSystemProvider, type TextDocument, URI } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import type { FileSystemWatcher, TextDocumentChangeEvent } from 'vscode-languageserver';
import { IncrementalDocumentBuilder } from '../workspace/incremental-document-builder.js';

/** Listens to changes of specs only: in a workspace where reports and logs are written, most changes are not ours. */
export class VigilDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
  readonly #files: FileSystemProvider;

  constructor(services: LangiumSharedServices) {
    super(services);
    this.#files = services.workspace.FileSystemProvider;
  }

  protected override getWatchers(): FileSystemWatcher[] {
    return [{ globPattern: '**/*.vigil' }];
  }

  override didChangeContent(change: TextDocumentChangeEvent<TextDocument>): void {
    if (this.documentBuilder instanceof IncrementalDocumentBuilder) {
      this.documentBuilder.expectChange(URI.parse(change.document.uri));
    }
    super.didChangeContent(change);
  }

  /** What is closed without saving is as on disk again. Without a disk, as in a browser, what was seen last stays. */
  didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
    const uri = URI.parse(document.uri);
    if (this.#files.existsSync(uri)) this.fireDocumentUpdate([uri], []);
    else if (!(this.#files instanceof EmptyFileSystemProvider)) this.fireDocumentUpdate([], [uri]);
  }
}
