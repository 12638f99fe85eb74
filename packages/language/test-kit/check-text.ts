import { EmptyFileSystem, type FileSystemProvider, URI, type ValidationOptions } from 'langium';
import { conformanceCategory } from '../src/checks/flat-validation.js';
import type { DeclaredData } from '../src/data-files/declared-data.js';
import type { Diagnostic } from '../src/diagnostics/diagnostic.js';
import { plainDiagnostics } from '../src/diagnostics/plain-diagnostics.js';
import { loadDocuments } from '../src/references/load-documents.js';
import { createVigilServices } from '../src/services.js';

/** Checks one text without a file system. */
export function checkText(text: string): Promise<Diagnostic[]> {
  return textChecker()(text);
}

/**
 * Checks many texts, one after the other, with the same services; without a file system, but perhaps with data. The
 * day is 20 November 2026.
 */
export function textChecker(
  declaredData?: DeclaredData,
  validation: ValidationOptions | true = true,
): (text: string) => Promise<Diagnostic[]> {
  const { vigil } = createVigilServices({ ...EmptyFileSystem, declaredData, today: () => '2026-11-20' });
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = vigil.shared.workspace;
  const uri = URI.parse('file:///spec/main.vigil');
  return async (text) => {
    if (LangiumDocuments.hasDocument(uri)) await DocumentBuilder.update([], [uri]);
    const document = LangiumDocumentFactory.fromString(text, uri);
    LangiumDocuments.addDocument(document);
    await DocumentBuilder.build([document], { validation });
    return plainDiagnostics([document], URI.parse('file:///spec'));
  };
}

/** Checks one text as an editor does: also against the checklists it complies with. */
export function checkJudged(text: string): Promise<Diagnostic[]> {
  return textChecker(undefined, { categories: ['built-in', 'fast', 'slow', conformanceCategory] })(text);
}

/** Checks `main.vigil` among files in memory, given by path; imports are followed. */
export async function checkFiles(files: Readonly<Record<string, string>>): Promise<Diagnostic[]> {
  const { vigil } = createVigilServices({ fileSystemProvider: () => memoryFiles(files) });
  const documents = await loadDocuments(URI.parse('file:///spec/main.vigil'), vigil);
  await vigil.shared.workspace.DocumentBuilder.build(documents, { validation: true });
  return plainDiagnostics(documents, URI.parse('file:///spec'));
}

function memoryFiles(files: Readonly<Record<string, string>>): FileSystemProvider {
  const byPath = new Map(Object.entries(files).map(([path, text]) => [`/spec/${path}`, text]));
  const read = (uri: URI): string => {
    const text = byPath.get(uri.path);
    if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return text;
  };
  const entries = (folder: URI) => {
    const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
    const names = new Set<string>();
    for (const path of byPath.keys())
      if (path.startsWith(prefix)) names.add(path.slice(prefix.length).split('/')[0]!);
    return [...names].map((name) => {
      const uri = URI.parse(`file://${prefix}${name}`);
      return { isFile: byPath.has(uri.path), isDirectory: !byPath.has(uri.path), uri };
    });
  };
  const node = (uri: URI) => ({ isFile: byPath.has(uri.path), isDirectory: !byPath.has(uri.path), uri });
  return {
    stat: async (uri) => node(uri),
    statSync: node,
    exists: async (uri) => byPath.has(uri.path),
    existsSync: (uri) => byPath.has(uri.path),
    readBinary: async (uri) => new TextEncoder().encode(read(uri)),
    readBinarySync: (uri) => new TextEncoder().encode(read(uri)),
    readFile: async (uri) => read(uri),
    readFileSync: read,
    readDirectory: async (uri) => entries(uri),
    readDirectorySync: entries,
  };
}
