import { EmptyFileSystem, type LangiumDocument, TextDocument, URI } from 'langium';
import type { Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { DeclaredData } from '../src/data-files/declared-data.js';
import { createVigilServices } from '../src/services.js';

const uriOf = (path: string) => URI.parse(`file:///spec/${path}`);

/** Files in memory, one of which holds `<|>` where the cursor is; the places a test expects stand in `<[` and `]>`. */
export async function markedFiles(files: Readonly<Record<string, string>>, declaredData?: DeclaredData) {
  const { vigil } = createVigilServices({
    ...EmptyFileSystem,
    declaredData,
    library: URI.parse('file:///library'),
  });
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = vigil.shared.workspace;
  const documents = Object.entries(files).map(([path, text]) =>
    LangiumDocumentFactory.fromString(text.replaceAll(/<\|>|<\[|\]>/g, ''), uriOf(path)),
  );
  for (const document of documents) LangiumDocuments.addDocument(document);
  await DocumentBuilder.build(documents, { validation: false });
  const entries = Object.entries(files);
  const [path, marked] = entries.find(([, text]) => text.includes('<|>')) ?? entries[0] ?? ['main.vigil', ''];
  const document = LangiumDocuments.getDocument(uriOf(path))!;
  const offset = marked.replaceAll(/<\[|\]>/g, '').indexOf('<|>');
  const textDocument = { uri: document.uri.toString() };
  return {
    vigil,
    document,
    /** What a request about the cursor's place is sent with. */
    params: { textDocument, position: document.textDocument.positionAt(Math.max(offset, 0)) },
    /** Files with the places enclosed, as the test wrote them. */
    enclosed: (locations: readonly Location[]) =>
      Object.fromEntries(documents.map((each) => [nameOf(each), encloses(each, locations)])),
    /** The files after an edit. */
    edited: (edit: WorkspaceEdit | undefined | null) =>
      Object.fromEntries(
        documents.map((each) => [
          nameOf(each),
          TextDocument.applyEdits(each.textDocument, edit?.changes?.[each.uri.toString()] ?? []),
        ]),
      ),
  };
}

/** The files of a test without the cursor. */
export function withoutCursor(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace('<|>', '')]));
}

function nameOf({ uri }: LangiumDocument): string {
  return uri.path.replace('/spec/', '');
}

function encloses({ textDocument, uri }: LangiumDocument, locations: readonly Location[]): string {
  const edits = locations
    .filter((location) => location.uri === uri.toString())
    .flatMap(({ range }) => [insertion(range.start, '<['), insertion(range.end, ']>')]);
  return TextDocument.applyEdits(textDocument, edits);
}

function insertion(position: Position, newText: string): { range: Range; newText: string } {
  return { range: { start: position, end: position }, newText };
}
