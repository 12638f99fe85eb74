import type { AstNodeDescription, URI } from 'langium';
import { kindOf } from '../../checks/declaration-kind.js';
import { declaredNames } from '../../references/declared-names.js';
import { importPath } from '../imports/import-edit.js';
import type { Scene } from './scene.js';

/** A file that is not imported yet and may be. */
export interface Importable {
  readonly uri: URI;
  /** As an import writes it. */
  readonly path: string;
}

/** What is declared of a type in the file and those it imports, nearest file first. */
export function visibleNames(type: string, scene: Scene): AstNodeDescription[] {
  return filesSeenFrom(scene).flatMap((uri) => namesIn(uri, type, scene));
}

/** What is declared of a type in one file; `sex` instead of `Groups.sex` where one is enough. */
export function namesIn(uri: string, type: string, { services, cursor }: Scene): AstNodeDescription[] {
  const declared = declaredNames(services.shared.workspace.IndexManager).declared(uri, type);
  const isPath = cursor.before.at(-1)?.text === '.';
  return [...declared].flatMap(([name, descriptions]) =>
    type === 'Dimension' && name.includes('.') !== isPath ? [] : descriptions,
  );
}

/** The word a declaration begins with. */
export function kindOfDescription({ node, type }: AstNodeDescription): string {
  return node === undefined ? type : kindOf(node);
}

function filesSeenFrom({ document, services }: Scene): string[] {
  return [document.uri.toString(), ...services.references.ImportGraph.imported(document)];
}

/** Files of the workspace that are not seen yet, lie where they may be imported, and do not import this one. */
export function importableFiles(scene: Scene): Importable[] {
  const { document, services } = scene;
  const { ImportGraph } = services.references;
  const closed = new Set(filesSeenFrom(scene));
  for (const { uri } of ImportGraph.importers()(document.uri.toString())) closed.add(uri.toString());
  return services.shared.workspace.LangiumDocuments.all
    .map(({ uri }) => uri)
    .filter((uri) => !closed.has(uri.toString()))
    .map((uri) => ({ uri, path: importPath(document.uri, uri) }))
    .filter(({ path }) => ImportGraph.target(document.uri, path).kind === 'file')
    .toArray();
}
