import { readFileSync } from 'node:fs';

const lockfile = new URL('../../../package-lock.json', import.meta.url);

/** Packages that hold the same code twice: as ES modules for who imports them, and again for who requires them. */
const twofold = /^vscode-languageserver-(?:types|textdocument)$/;

/**
 * Keeps second copies of one package out of a bundle. npm nests a package once below each of its users where another
 * version holds the place above: of each version the copy whose path comes first in the lock file is taken.
 */
export const oneCopy = {
  name: 'one-copy',
  setup(api) {
    const copies = repeated(JSON.parse(readFileSync(lockfile, 'utf8')).packages);
    const names = [...new Set([...copies.keys()].map(nameOf))];
    const filter = new RegExp(`^(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?:/|$)`);
    const resolve = async (path, { resolveDir, kind, pluginData }) =>
      pluginData === oneCopy ? undefined : await api.resolve(path, { resolveDir, kind, pluginData: oneCopy });
    api.onResolve({ filter }, async ({ path, ...from }) => {
      const found = await resolve(path, from);
      return found && { ...found, path: inFirst(found.path, copies) };
    });
    api.onResolve({ filter: twofold }, ({ path, ...from }) =>
      resolve(path, { ...from, kind: 'import-statement' }),
    );
  },
};

/** The paths of packages that are installed more than once in one version, each with the first of them. */
function repeated(packages) {
  const byVersion = new Map();
  for (const [path, { version }] of Object.entries(packages)) {
    if (!path.startsWith('node_modules/')) continue;
    const key = `${nameOf(path)}@${version}`;
    byVersion.set(key, [...(byVersion.get(key) ?? []), path]);
  }
  return new Map([...byVersion.values()].flatMap(([kept, ...more]) => more.map((path) => [path, kept])));
}

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** The same file in the first copy of its package. */
function inFirst(file, copies) {
  const start = file.search(/node_modules[\\/]/);
  const inside = file.slice(start).replaceAll('\\', '/');
  for (const [copy, kept] of copies)
    if (inside.startsWith(`${copy}/`)) return `${file.slice(0, start)}${kept}${inside.slice(copy.length)}`;
  return file;
}
