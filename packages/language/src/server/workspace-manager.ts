import {
  DefaultWorkspaceManager,
  type FileSystemNode,
  type LangiumDocument,
  type URI,
  URI as Uri,
  UriUtils,
} from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { WorkspaceFolder } from 'vscode-languageserver';
import { conformanceCategory } from '../checks/flat-validation.js';
import type { VigilServices } from '../services.js';

/** Folders of programs and of what programs make: nobody writes a spec there. */
const FOREIGN_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'out',
  'build',
  'target',
  'venv',
]);

/** What is checked of the specs of a workspace while they are written. */
const whileWriting = { validation: { categories: ['built-in', 'fast', conformanceCategory] } };

/**
 * Finds the specs of a workspace. All of them are checked at once, so that a mistake in a file nobody has opened is
 * seen from the start. Imports may lead anywhere inside the repository that holds the workspace folder.
 */
export class VigilWorkspaceManager extends DefaultWorkspaceManager {
  override initialBuildOptions = whileWriting;
  readonly #shared: LangiumSharedServices;

  constructor(services: LangiumSharedServices) {
    super(services);
    this.#shared = services;
    services.workspace.DocumentBuilder.updateBuildOptions = whileWriting;
  }

  override shouldIncludeEntry(entry: FileSystemNode): boolean {
    const name = UriUtils.basename(entry.uri);
    if (name.startsWith('.') || (entry.isDirectory && FOREIGN_FOLDERS.has(name))) return false;
    return super.shouldIncludeEntry(entry);
  }

  protected override async loadAdditionalDocuments(
    folders: WorkspaceFolder[],
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    await super.loadAdditionalDocuments(folders, collector);
    for (const folder of folders) this.addRoot(Uri.parse(folder.uri));
  }

  /** Allows imports inside the repository that holds a folder or, without one, inside the folder. */
  addRoot(folder: URI): void {
    const services = this.#shared.ServiceRegistry.all[0] as VigilServices | undefined;
    services?.references.ImportGraph.addRoot(this.#repositoryOf(folder));
  }

  #repositoryOf(folder: URI): URI {
    for (let at = folder; ; at = UriUtils.dirname(at)) {
      if (this.fileSystemProvider.existsSync(UriUtils.joinPath(at, '.git'))) return at;
      if (UriUtils.dirname(at).path === at.path) return folder;
    }
  }
}
