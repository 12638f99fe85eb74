import { dataFiles } from 'sample-data';
import { type ExtensionContext, ProgressLocation, Uri, window, workspace } from 'vscode';

/**
 * Opens the sample: copied into the extension's own storage, so that it can be changed and run without touching
 * anything of the user's. Its data is made there, where it can be run; the package would be half as large again with it.
 */
export async function openSample(
  { extensionUri, globalStorageUri }: ExtensionContext,
  { withData }: { readonly withData: boolean },
): Promise<void> {
  const sample = Uri.joinPath(globalStorageUri, 'sample');
  const spec = Uri.joinPath(sample, 'sepsis.vigil');
  try {
    if (!(await exists(spec))) await copy(Uri.joinPath(extensionUri, 'sample'), sample);
  } catch {
    void window.showErrorMessage('The sample is not part of this installation of the extension.');
    return;
  }
  await window.showTextDocument(spec);
  if (!withData) return;
  await window.withProgress({ location: ProgressLocation.Window, title: "Making the sample's data" }, () =>
    writeData(sample),
  );
}

/** File by file, by their list: where the extension is read from a server, its folders cannot be listed. */
async function copy(from: Uri, to: Uri): Promise<void> {
  const list = await workspace.fs.readFile(Uri.joinPath(from, 'files.json'));
  const names = JSON.parse(new TextDecoder().decode(list)) as readonly string[];
  // The spec comes last: where it is, all of the sample is.
  for (const name of [...names].sort((a, b) => Number(a === 'sepsis.vigil') - Number(b === 'sepsis.vigil')))
    await workspace.fs.writeFile(
      Uri.joinPath(to, name),
      await workspace.fs.readFile(Uri.joinPath(from, name)),
    );
}

/** Files that are there stay as they are. */
async function writeData(sample: Uri): Promise<void> {
  for (const { path, text } of dataFiles()) {
    const file = Uri.joinPath(sample, path);
    if (!(await exists(file))) await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }
}

async function exists(file: Uri): Promise<boolean> {
  return await workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
