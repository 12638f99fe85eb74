#!/usr/bin/env node
import { existsSync } from 'node:fs';

const bundle = new URL('../bundle/vigil.mjs', import.meta.url);
if (existsSync(bundle)) await import(bundle.href);
else {
  process.stderr.write("vigil is not built yet: run 'npm run build' in the repository first\n");
  process.exitCode = 2;
}
