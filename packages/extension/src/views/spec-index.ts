import type { ModelOutline, MonitorOutline, SpecOutline } from '@vigil/language/views';
import { EventEmitter, RelativePattern, type Uri, workspace } from 'vscode';
import type { LanguageServer } from '../client/language-server.js';
import { Rest } from '../client/rest.js';
import type { Results } from '../results/results.js';
import { rootSpecs } from './root-specs.js';

/** More specs than anybody lists. */
const MOST_SPECS = 500;
const REST_MS = 300;
/** How often a file is asked for again that the server does not know. */
const MOST_RETRIES = 6;

/** A declaration and the file it stands in: a spec is also what it imports. */
export type Declared<T> = T & { readonly file: Uri };

/** A spec that is run on its own. */
export interface IndexedSpec {
  readonly uri: Uri;
  readonly outline: SpecOutline;
  /** Its own first, then those of the files it imports. */
  readonly models: readonly Declared<ModelOutline>[];
  readonly monitors: readonly Declared<MonitorOutline>[];
}

/** The specs of the workspace and what each declares, kept current. */
export class SpecIndex {
  readonly #server: LanguageServer;
  readonly #outlines = new Map<string, { readonly uri: Uri; readonly outline: SpecOutline }>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions;
  readonly #rest = new Rest(REST_MS, () => void this.refresh());
  #retries = 0;
  readonly onDidChange = this.#changed.event;

  constructor(server: LanguageServer) {
    this.#server = server;
    const watcher = workspace.createFileSystemWatcher('**/*.vigil');
    const noticed = () => {
      this.#retries = 0;
      this.#rest.soon();
    };
    this.#subscriptions = [
      watcher,
      watcher.onDidCreate(noticed),
      watcher.onDidDelete(noticed),
      watcher.onDidChange(noticed),
      workspace.onDidChangeWorkspaceFolders(noticed),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'vigil') noticed();
      }),
      server.onReady(noticed),
    ];
  }

  /** Specs that are run on their own, by path. */
  get specs(): readonly IndexedSpec[] {
    const all = [...this.#outlines.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
    const roots = new Set(rootSpecs(all.map(({ outline }) => outline)));
    return all
      .filter(({ outline }) => roots.has(outline))
      .map(({ uri, outline }) => {
        const imported = outline.imports.flatMap((name) => this.#outlines.get(name) ?? []);
        const files = [{ uri, outline }, ...imported];
        return {
          uri,
          outline,
          models: files.flatMap(({ uri: file, outline: own }) =>
            own.models.map((model) => ({ ...model, file })),
          ),
          monitors: files.flatMap(({ uri: file, outline: own }) =>
            own.monitors.map((monitor) => ({ ...monitor, file })),
          ),
        };
      });
  }

  /** The specs that are run on their own and are, or import, a file. */
  specsOf(file: Uri): readonly Uri[] {
    const name = file.toString();
    return this.specs
      .filter(({ uri, outline }) => uri.toString() === name || outline.imports.includes(name))
      .map(({ uri }) => uri);
  }

  /** The spec whose results say something of a file: the file itself, or else one that imports it and was run. */
  shown(file: Uri, results: Results): Uri {
    if (results.get(file) !== undefined) return file;
    return this.specsOf(file).find((spec) => results.get(spec) !== undefined) ?? file;
  }

  /** Reads the workspace anew; resolves when `specs` is current. */
  async refresh(): Promise<void> {
    const folders = workspace.workspaceFolders ?? [];
    const found = await Promise.all(
      folders.map((folder) =>
        workspace.findFiles(new RelativePattern(folder, '**/*.vigil'), '**/node_modules/**', MOST_SPECS),
      ),
    );
    const outlines = await Promise.all(
      found.flat().map(async (uri) => ({ uri, outline: await this.#server.outline(uri) })),
    );
    this.#outlines.clear();
    for (const { uri, outline } of outlines)
      if (outline !== null) this.#outlines.set(uri.toString(), { uri, outline });
    this.#changed.fire();
    // The server hears of a new file a moment after this has.
    if (this.#retries >= MOST_RETRIES || outlines.every(({ outline }) => outline !== null)) return;
    this.#retries += 1;
    this.#rest.soon();
  }

  dispose(): void {
    this.#rest.dispose();
    for (const each of this.#subscriptions) each.dispose();
    this.#changed.dispose();
  }
}
