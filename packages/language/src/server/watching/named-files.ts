import { AstUtils, type LangiumDocument, type URI, UriUtils } from 'langium';
import { isRefusedPath } from '../../data-files/source-format.js';
import { typesOf } from '../../editor/value-types.js';
import { isField, isOutcomes, isSource, isTextValue } from '../../generated/ast.js';

/** A file that a spec names, or files by a pattern with `*` and `?`. */
export interface NamedFiles {
  /** The nearest folder that is named without a pattern. */
  readonly folder: URI;
  /** What follows in the path, with `/` between names. */
  readonly pattern: string;
}

/** The data files, artifacts and documents that a spec names. */
export function namedFiles(document: LangiumDocument): NamedFiles[] {
  const nodes = AstUtils.streamAst(document.parseResult.value).toArray();
  const paths = nodes.flatMap((node) => {
    if (isSource(node) || isOutcomes(node)) return node.path ?? [];
    if (!isField(node) || !isTextValue(node.value)) return [];
    const isFile = typesOf(node.value)?.some(({ kind }) => kind === 'file');
    return isFile === true ? (node.value.text ?? []) : [];
  });
  const here = UriUtils.dirname(document.uri);
  return [...new Set(paths)].filter((path) => !isRefusedPath(path)).map((path) => named(here, path));
}

function named(here: URI, path: string): NamedFiles {
  const parts = path.split('/');
  const first = parts.findIndex((part) => /[*?]/.test(part));
  const plain = parts.slice(0, first < 0 ? -1 : first);
  const folder = plain.length === 0 ? here : UriUtils.resolvePath(here, ...plain);
  return { folder, pattern: parts.slice(plain.length).join('/') };
}

/** Whether a change of a file, or of a folder with all that is in it, concerns what a spec names. */
export function concerns({ folder, pattern }: NamedFiles, changed: URI): boolean {
  const names = changed.path.split('/').filter(Boolean);
  const wanted = [
    ...folder.path.split('/').filter(Boolean).map(literal),
    ...pattern.split('/').map(wildcard),
  ];
  if (changed.scheme !== folder.scheme || names.length > wanted.length) return false;
  return names.every((name, index) => wanted[index]?.test(name) === true);
}

function literal(name: string): RegExp {
  return new RegExp(`^${escaped(name)}$`, 'u');
}

function wildcard(name: string): RegExp {
  return new RegExp(
    `^${escaped(name)
      .replaceAll(/(\\\*)+/g, '.*')
      .replaceAll('\\?', '.')}$`,
    'u',
  );
}

function escaped(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
