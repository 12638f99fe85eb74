import { dataFiles } from 'sample-data';
import { type ExtensionContext, ProgressLocation, Uri, window, workspace } from 'vscode';

/** Fewer rows than the repository's example has: enough for every verdict, and written in less than a second. */
const ROWS_A_MONTH = 600;

/**
 * Opens the sample: copied into the extension's own storage, so that it can be changed and run without touching
 * anything of the user's. Its data is made there; the package would be half as large again with it.
 */
export async function openSample({ extensionUri, globalStorageUri }: ExtensionContext): Promise<void> {
  const sample = Uri.joinPath(globalStorageUri, 'sample');
  const spec = Uri.joinPath(sample, 'sepsis.vigil');
  try {
    if (!(await exists(spec)))
      await workspace.fs.copy(Uri.joinPath(extensionUri, 'sample'), sample, { overwrite: true });
  } catch {
    void window.showErrorMessage('The sample is not part of this installation of the extension.');
    return;
  }
  await window.showTextDocument(spec);
  await window.withProgress({ location: ProgressLocation.Window, title: "Making the sample's data" }, () =>
    writeData(sample),
  );
}

/** Files that are there stay as they are. */
async function writeData(sample: Uri): Promise<void> {
  for (const { path, text } of dataFiles(ROWS_A_MONTH)) {
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
