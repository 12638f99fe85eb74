import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { bundleSizes, knownToBeOver } from '../../packages/extension/bundling/budgets.mjs';

const bundle = resolve(import.meta.dirname, '../../packages/extension/bundle');

it('the bundles of the extension stay within their budgets, but for those known to be over', () => {
  if (!existsSync(bundle)) throw new Error('npm run build makes the bundles first');
  const sizes = bundleSizes(bundle);
  const budgeted = sizes.filter(({ budget }) => budget !== null).map(({ name }) => name);
  expect(budgeted).toEqual([
    'node/extension.cjs',
    'node/server.mjs',
    'web/extension.js',
    'web/server.js',
    'pages/conformance.js',
    'pages/dashboard.js',
    'pages/preview.js',
  ]);
  const over = sizes.filter(({ size, budget }) => budget !== null && size > budget);
  expect(over.map(({ name }) => name)).toEqual(knownToBeOver);
});
