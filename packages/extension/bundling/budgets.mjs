import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const KiB = 1024;

/**
 * What the parts may weigh, in bytes, as the extension's design proposes it: what is read before the first command
 * works, before the first diagnostics, and with a page; and the package that every platform can install.
 */
export const budgets = {
  extension: 300 * KiB,
  server: 1536 * KiB,
  page: 600 * KiB,
  package: 3072 * KiB,
};

/** A worker and an extension in a browser are one file each: what is read later elsewhere is in them. */
export const knownToBeOver = ['web/extension.js', 'web/server.js'];

/**
 * What is read at once, of each bundle, with its budget; and what is read later, without one.
 *
 * @param folder the extension's folder `bundle`
 * @returns {{ name: string, size: number, budget: number | null }[]}
 */
export function bundleSizes(folder) {
  const files = ['node', 'web', 'pages'].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => /\.[cm]?js$/.test(name))
      .map((name) => `${part}/${name}`),
  );
  const server = readAtOnce(folder, 'node/server.mjs');
  return files.flatMap((name) => {
    if (name !== 'node/server.mjs' && server.has(name)) return [];
    const read = name === 'node/server.mjs' ? [...server] : [name];
    const size = read.reduce((sum, each) => sum + statSync(join(folder, each)).size, 0);
    return [{ name, size, budget: budgetOf(name) }];
  });
}

function budgetOf(name) {
  if (/^pages\//.test(name)) return budgets.page;
  if (/\/extension\.c?js$/.test(name)) return budgets.extension;
  return /\/server\.m?js$/.test(name) ? budgets.server : null;
}

/** A module and what it imports, but for what it imports later. */
function readAtOnce(folder, name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const imports = readFileSync(join(folder, name), 'utf8').matchAll(/(?:from|import)\s*"\.\/([\w-]+\.mjs)"/g);
  for (const [, file] of imports) readAtOnce(folder, join(name, '..', file), seen);
  return seen;
}
