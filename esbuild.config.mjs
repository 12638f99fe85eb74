// Bundles the command line into one file: a cold `vigil` start reads one module instead of hundreds.
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

const entry = 'packages/runtime/src/cli/main.ts';
if (existsSync(entry))
  await build({
    entryPoints: { vigil: entry },
    outdir: 'packages/runtime/bundle',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    // Native modules stay outside; chevrotain 13 expects Object.groupBy, which Node 20 lacks.
    external: ['@duckdb/node-api', 'onnxruntime-node'],
    banner: {
      js: "Object.groupBy ??= (items, key) => { const groups = Object.create(null); let i = 0; for (const item of items) (groups[key(item, i++)] ??= []).push(item); return groups; };\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    legalComments: 'none',
    logLevel: 'warning',
  });
