import { EmptyFileSystemProvider, UriUtils } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver';
import { extensions } from '../../checks/source.check.js';
import { isInside } from '../../references/import-target.js';
import { importableFiles } from './names.js';
import { type Offer, Rank } from './offer.js';
import type { Place } from './place.js';
import { textOf } from './reading/frame.js';
import type { Scene } from './scene.js';
import { quoted } from './text.js';

/** A folder with more entries is no place to choose from. */
const MOST_ENTRIES = 500;

/**
 * Files and folders that continue the typed path, as far as the file may name them; none where there is no file
 * system.
 *
 * @param endings the files to show (`.csv`); all where there are none
 */
export async function fileOffers(endings: readonly string[], scene: Scene): Promise<Offer[]> {
  const { services, document, cursor } = scene;
  const files = services.shared.workspace.FileSystemProvider;
  if (files instanceof EmptyFileSystemProvider) return [];
  const typed = cursor.within === 'text' ? cursor.typed : '';
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const base = UriUtils.resolvePath(UriUtils.dirname(document.uri), folder);
  const root = services.references.ImportGraph.rootOf(document.uri);
  const inRoot = isInside(UriUtils.resolvePath(base, 'x'), root);
  if (!inRoot) return [];
  const entries = await files.readDirectory(base).catch(() => []);
  return entries
    .map(({ uri, isDirectory }) => ({ name: UriUtils.basename(uri), isDirectory }))
    .filter(({ name, isDirectory }) => {
      if (name.startsWith('.') || name === 'node_modules') return false;
      if (isDirectory) return true;
      return endings.length === 0
        ? !name.endsWith('.vigil')
        : endings.some((ending) => name.endsWith(ending));
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, MOST_ENTRIES)
    .map(({ name, isDirectory }, order) => {
      const path = `${folder}${name}${isDirectory ? '/' : ''}`;
      return {
        label: path,
        kind: isDirectory ? CompletionItemKind.Folder : CompletionItemKind.File,
        // Behind a folder the path goes on: its quote is left open.
        text: isDirectory && cursor.within === 'text' ? path : quoted(path, cursor),
        rank: isDirectory ? Rank.next : Rank.best,
        order,
      };
    });
}

/** Files of data: of the formats whose ending tells them, or any where the format is named. */
export function sourceOffers({ frame }: Place, scene: Scene): Promise<Offer[]> {
  return fileOffers(textOf(frame, 'engine') === undefined ? extensions : [], scene);
}

/** Specs of the workspace that can be imported and are not yet. */
export function importOffers(scene: Scene): Offer[] {
  return importableFiles(scene)
    .map(({ path }) => path)
    .sort()
    .map((path, order) => ({
      label: path,
      kind: CompletionItemKind.File,
      text: quoted(path, scene.cursor),
      rank: Rank.best,
      order,
    }));
}
