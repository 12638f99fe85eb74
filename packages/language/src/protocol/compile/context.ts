import { type AstNode, AstUtils, type URI, UriUtils } from 'langium';
import type * as ast from '../../generated/ast.js';

/** What the rooms need to know about the spec as a whole. */
export interface CompileContext {
  /** A path as written in the file that holds `node`, relative to the entry spec's folder, with `/`. */
  path(node: AstNode, written: string): string;
  /** A subgroup's name: plain where it is the only one of that name, else `Demographics.sex`. */
  dimensionName(dimension: ast.Dimension): string;
}

/** @param specs all files of the spec; @param folder the entry spec's folder */
export function createContext(specs: readonly ast.Spec[], folder: URI): CompileContext {
  const dimensions = specs
    .flatMap(({ declarations }) => declarations)
    .flatMap((declaration) => (declaration.$type === 'Subgroups' ? declaration.statements : []))
    .flatMap((statement) => (statement.$type === 'Dimension' ? [statement.name] : []));
  return {
    path(node, written) {
      const path = written.replaceAll('\\', '/');
      if (isAbsolute(path)) return path;
      const home = UriUtils.dirname(AstUtils.getDocument(node).uri);
      return UriUtils.relative(folder, UriUtils.joinPath(home, path));
    },
    dimensionName(dimension) {
      const twins = dimensions.filter((name) => name === dimension.name).length;
      return twins > 1 ? `${dimension.$container.name}.${dimension.name}` : dimension.name;
    },
  };
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[a-zA-Z][\w+.-]*:/.test(path);
}
