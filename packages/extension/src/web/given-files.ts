import { type Disposable, type Uri, workspace } from 'vscode';

/** More specs than a browser should read at once. */
const MOST_SPECS = 500;
/** Larger files are no specs: the server refuses them on a disk, too. */
const LARGEST_BYTES = 5 * 1024 * 1024;

/** The texts of the workspace's specs: a server in a browser cannot read them itself. */
export async function workspaceTexts(): Promise<Record<string, string>> {
  const specs = await workspace.findFiles('**/*.vigil', '**/node_modules/**', MOST_SPECS);
  const texts = await Promise.all(specs.map(async (uri) => [uri.toString(), await textOf(uri)] as const));
  return Object.fromEntries(texts.flatMap(([uri, text]) => (text === null ? [] : [[uri, text]])));
}

/** Tells of every spec that is written or deleted; null stands for one that is gone. */
export function watchTexts(told: (texts: Record<string, string | null>) => void): Disposable {
  const watcher = workspace.createFileSystemWatcher('**/*.vigil');
  const read = async (uri: Uri) => told({ [uri.toString()]: await textOf(uri) });
  watcher.onDidChange(read);
  watcher.onDidCreate(read);
  watcher.onDidDelete((uri) => told({ [uri.toString()]: null }));
  return watcher;
}

async function textOf(uri: Uri): Promise<string | null> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return bytes.length > LARGEST_BYTES ? null : new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}
