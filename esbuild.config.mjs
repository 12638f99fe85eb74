// Bundles what is started often: a cold start reads a few modules instead of hundreds.
import { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { noticesOf } from './packages/extension/bundling/notices.mjs';
import { oneCopy } from './packages/extension/bundling/one-copy.mjs';
import { textsApart } from './packages/extension/bundling/texts-apart.mjs';
import { buildExtension } from './packages/extension/esbuild.mjs';

// chevrotain 13 expects Object.groupBy, which Node 20 lacks.
const groupBy =
  'Object.groupBy ??= (items, key) => { const groups = Object.create(null); let i = 0; for (const item of items) (groups[key(item, i++)] ??= []).push(item); return groups; };';
const common = { bundle: true, conditions: ['source'], legalComments: 'none', logLevel: 'warning' };

// Chunks are named by their content: those of earlier builds would stay for ever.
for (const folder of ['packages/runtime/bundle', 'packages/language/bundle'])
  rmSync(folder, { recursive: true, force: true });

// The command line. Split, so that `vigil lsp` reads nothing of the engine, and `vigil run` nothing of the server.
const commandLine = await build({
  ...common,
  metafile: true,
  entryPoints: { vigil: 'packages/runtime/src/cli/main.ts' },
  outdir: 'packages/runtime/bundle',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunk-[hash]',
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Native modules stay outside.
  external: ['@duckdb/node-api', 'onnxruntime-node'],
  plugins: [oneCopy, textsApart('packages/runtime/bundle')],
  banner: {
    js: `${groupBy}\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`,
  },
});

writeFileSync('packages/runtime/bundle/ThirdPartyNotices.txt', noticesOf([commandLine.metafile]));

// The shipped checklists as files: “Go to definition” opens them, and nobody edits them.
const library = 'packages/runtime/bundle/library';
cpSync('packages/language/src/checklists/library', library, { recursive: true });
for (const file of readdirSync(library)) chmodSync(`${library}/${file}`, 0o444);

// The language server for a web worker. The build fails when anything of Node gets into it.
const worker = await build({
  ...common,
  metafile: true,
  entryPoints: { 'server-worker': 'packages/language/src/server/browser.ts' },
  outdir: 'packages/language/bundle',
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  minify: true,
  conditions: ['source', 'browser'],
  plugins: [oneCopy],
  banner: { js: groupBy },
});

// The extension for VS Code; the worker above is part of it.
await buildExtension(common, groupBy, worker.metafile);
