// The extension's bundles: client and server for Node, client and server for a browser, and the pages of its views.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const here = import.meta.dirname;
const requireInModules =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
const out = (path) => `${here}/bundle/${path}`;
const source = (path) => `${here}/src/${path}`;

const pages = ['dashboard', 'preview', 'conformance'];

/** What draws charts is large: on a machine it is a file of its own, read with the first chart. */
const drawingApart = {
  name: 'drawing-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/drawing\.js$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './drawing.cjs', external: true } : undefined,
    );
  },
};

/** Vega-Lite takes four small functions from Vega, which would bring all of Vega into the compiler's bundle. */
export const vegaUtilities = {
  name: 'vega-utilities',
  setup(api) {
    api.onResolve({ filter: /^vega$/ }, ({ importer, resolveDir, kind }) =>
      /[\\/]vega-lite[\\/]/.test(importer) ? api.resolve('vega-util', { resolveDir, kind }) : undefined,
    );
  },
};

/**
 * @param common options of every bundle
 * @param groupBy what Node 20 lacks, as source text
 * @returns sizes of the bundles in bytes, by path
 */
export async function buildExtension(common, groupBy) {
  rmSync(`${here}/bundle`, { recursive: true, force: true });
  const node = { ...common, platform: 'node', target: 'node20', minify: true, metafile: true };
  const browser = { ...common, platform: 'browser', target: 'es2022', minify: true, metafile: true };
  const inBrowser = { ...browser, conditions: ['source', 'browser'] };
  const results = await Promise.all([
    build({
      ...node,
      entryPoints: [source('node/main.ts')],
      outfile: out('node/extension.cjs'),
      format: 'cjs',
      external: ['vscode'],
      plugins: [drawingApart],
      // The other file is no ES module.
      supported: { 'dynamic-import': false },
    }),
    build({
      ...node,
      // Vega's build for Node looks for a canvas that nobody installs.
      platform: 'browser',
      conditions: ['source', 'browser'],
      entryPoints: [source('webviews/drawing.ts')],
      outfile: out('node/drawing.cjs'),
      format: 'cjs',
      plugins: [vegaUtilities],
      banner: { js: groupBy },
    }),
    build({
      ...node,
      entryPoints: [source('node/server.ts')],
      outfile: out('node/server.mjs'),
      format: 'esm',
      banner: { js: `${groupBy}\n${requireInModules}` },
    }),
    build({
      ...inBrowser,
      entryPoints: [source('web/main.ts')],
      outfile: out('web/extension.js'),
      format: 'cjs',
      external: ['vscode'],
      plugins: [vegaUtilities],
      banner: { js: groupBy },
    }),
    build({
      ...browser,
      entryPoints: pages.map((name) => source(`pages/${name}.ts`)),
      outdir: out('pages'),
      format: 'iife',
    }),
    build({
      ...browser,
      entryPoints: pages.map((name) => source(`pages/${name}.css`)),
      outdir: out('pages'),
    }),
  ]);
  mkdirSync(out('web'), { recursive: true });
  // “Go to definition” of a shipped checklist opens its file.
  cpSync(`${here}/../language/src/checklists/library`, out('node/library'), { recursive: true });
  cpSync(`${here}/../../docs/diagnostics.md`, out('docs/diagnostics.md'));
  cpSync(`${here}/../language/bundle/server-worker.js`, out('web/server.js'));
  cpSync(`${here}/../language/syntaxes/vigil.tmLanguage.json`, `${here}/syntaxes/vigil.tmLanguage.json`);
  return Object.fromEntries(
    results.flatMap(({ metafile }) =>
      Object.entries(metafile.outputs).map(([path, { bytes }]) => [path, bytes]),
    ),
  );
}
