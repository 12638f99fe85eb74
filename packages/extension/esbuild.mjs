// The extension's bundles: client and server for Node, client and server for a browser, and the pages of its views.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { noticesOf } from './bundling/notices.mjs';
import { oneCopy } from './bundling/one-copy.mjs';
import { textsApart } from './bundling/texts-apart.mjs';

const here = import.meta.dirname;
const requireInModules =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
const out = (path) => `${here}/bundle/${path}`;
const source = (path) => `${here}/src/${path}`;

const pages = ['dashboard', 'preview', 'conformance'];

/** The sample's data is made by what makes the example's. */
const alias = { 'sample-data': `${here}/../../examples/sepsis/generator/data-files.mjs` };

/**
 * On a machine, what is not needed at once is a file of its own: what draws charts is read with the first chart, and
 * the client of the language server after the commands are there.
 */
const laterApart = {
  name: 'later-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:\.\/drawing\.js|vscode-languageclient(?:\/node)?)$/ }, ({ path, kind }) =>
      kind === 'dynamic-import'
        ? { path: path === './drawing.js' ? './drawing.cjs' : './language-client.cjs', external: true }
        : undefined,
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
 * @param worker esbuild's metafile of the server for a web worker, which is built already
 */
export async function buildExtension(common, groupBy, worker) {
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
      alias,
      external: ['vscode'],
      plugins: [oneCopy, laterApart],
      // The other files are no ES modules.
      supported: { 'dynamic-import': false },
    }),
    build({
      ...node,
      entryPoints: [source('node/language-client.ts')],
      outfile: out('node/language-client.cjs'),
      format: 'cjs',
      external: ['vscode'],
      plugins: [oneCopy],
    }),
    build({
      ...node,
      // Vega's build for Node looks for a canvas that nobody installs.
      platform: 'browser',
      conditions: ['source', 'browser'],
      entryPoints: [source('webviews/drawing.ts')],
      outfile: out('node/drawing.cjs'),
      format: 'cjs',
      plugins: [oneCopy, vegaUtilities],
      banner: { js: groupBy },
    }),
    build({
      ...node,
      entryPoints: [source('node/server.ts')],
      outdir: out('node'),
      outExtension: { '.js': '.mjs' },
      chunkNames: 'server-[hash]',
      splitting: true,
      format: 'esm',
      plugins: [oneCopy, textsApart(out('node'))],
      banner: { js: `${groupBy}\n${requireInModules}` },
    }),
    build({
      ...inBrowser,
      entryPoints: [source('web/main.ts')],
      outfile: out('web/extension.js'),
      format: 'cjs',
      alias,
      external: ['vscode'],
      plugins: [oneCopy, vegaUtilities],
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
  const metafiles = [worker, ...results.map(({ metafile }) => metafile)];
  writeFileSync(out('ThirdPartyNotices.txt'), noticesOf(metafiles));
}
