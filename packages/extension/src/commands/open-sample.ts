import { type ExtensionContext, Uri, window, workspace } from 'vscode';

/**
 * Opens the sample: copied into the extension's own storage, so that it can be changed and run without touching
 * anything of the user's.
 */
export async function openSample({ extensionUri, globalStorageUri }: ExtensionContext): Promise<void> {
  const sample = Uri.joinPath(globalStorageUri, 'sample');
  const spec = Uri.joinPath(sample, 'sepsis.vigil');
  const exists = await workspace.fs.stat(spec).then(
    () => true,
    () => false,
  );
  if (!exists) {
    try {
      await workspace.fs.copy(Uri.joinPath(extensionUri, 'sample'), sample, { overwrite: true });
    } catch {
      void window.showErrorMessage('The sample is not part of this installation of the extension.');
      return;
    }
  }
  await window.showTextDocument(spec);
}
