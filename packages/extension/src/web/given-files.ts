import { Disposable, FileType, type TextDocument, Uri, workspace } from 'vscode';

/** More specs than a browser should read at once. */
const MOST_SPECS = 500;
/** Larger files are no specs: the server refuses them on a disk, too. */
const LARGEST_BYTES = 5 * 1024 * 1024;

/** The texts of the workspace's specs: a server in a browser cannot read them itself. */
export async function workspaceTexts(): Promise<Record<string, string>> {
  return await textsOf(await workspace.findFiles('**/*.vigil', '**/node_modules/**', MOST_SPECS));
}

/**
 * Tells of every spec that is written or deleted, null standing for one that is gone, and of what lies beside an open
 * spec that belongs to no folder of the workspace, such as the sample: it may import that.
 */
export function watchTexts(told: (texts: Record<string, string | null>) => void): Disposable {
  const watcher = workspace.createFileSystemWatcher('**/*.vigil');
  const read = async (uri: Uri) => told({ [uri.toString()]: await textOf(uri) });
  watcher.onDidChange(read);
  watcher.onDidCreate(read);
  watcher.onDidDelete((uri) => told({ [uri.toString()]: null }));
  const readBeside = async (document: TextDocument) => {
    const specs = await specsBeside(document);
    if (specs.length > 0) told(await textsOf(specs));
  };
  for (const document of workspace.textDocuments) void readBeside(document);
  return Disposable.from(
    watcher,
    workspace.onDidOpenTextDocument(readBeside),
    workspace.onDidSaveTextDocument(readBeside),
  );
}

async function specsBeside({ languageId, isUntitled, uri }: TextDocument): Promise<Uri[]> {
  if (languageId !== 'vigil' || isUntitled || workspace.getWorkspaceFolder(uri) !== undefined) return [];
  const folder = Uri.joinPath(uri, '..');
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    // A file that was opened alone, and shows nothing of its folder.
    () => [],
  );
  return entries
    .filter(([name, type]) => type === FileType.File && name.endsWith('.vigil'))
    .slice(0, MOST_SPECS)
    .map(([name]) => Uri.joinPath(folder, name));
}

async function textsOf(specs: readonly Uri[]): Promise<Record<string, string>> {
  const texts = await Promise.all(specs.map(async (uri) => [uri.toString(), await textOf(uri)] as const));
  return Object.fromEntries(texts.flatMap(([uri, text]) => (text === null ? [] : [[uri, text]])));
}

async function textOf(uri: Uri): Promise<string | null> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return bytes.length > LARGEST_BYTES ? null : new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}
