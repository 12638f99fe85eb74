import { type Disposable, Uri, workspace } from 'vscode';
import { sectionOf } from './documentation-section.js';

const scheme = 'vigil-docs';

/** Where the language server finds the documentation: diagnostics link to `vigil-docs:/diagnostics.md#vgl0401`. */
export const documentationUri = `${scheme}:/`;

/** Shows the section a diagnostic links to, from the page that is packed with the extension. */
export function provideDocumentation(extension: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path, fragment }) => {
      const page = Uri.joinPath(extension, 'bundle', 'docs', path);
      const text = new TextDecoder().decode(await workspace.fs.readFile(page));
      return sectionOf(text, fragment);
    },
  });
}
