import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { noticesOf } from '../../packages/extension/bundling/notices.mjs';

const root = resolve(import.meta.dirname, '../..');
const bytes = (bytesInOutput: number) => ({ bytesInOutput });
const [langium, ours, vega] = [
  'node_modules/langium/lib/index.js',
  'packages/x.ts',
  'node_modules/vega/a.js',
];

it('the package names every package its bundles are made of, with its licence', () => {
  const notices = readFileSync(resolve(root, 'packages/extension/bundle/ThirdPartyNotices.txt'), 'utf8');
  const named = new Set([...notices.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \(\S+\)$/gm)].map(([, name]) => name));
  for (const name of ['language', 'statistics']) {
    const { dependencies } = JSON.parse(
      readFileSync(resolve(root, 'packages', name, 'package.json'), 'utf8'),
    );
    const missing = Object.keys(dependencies).filter((each) => !/^@vigil\//.test(each) && !named.has(each));
    expect(missing).toEqual([]);
  }
  expect(notices).toContain('Copyright (c) Microsoft Corporation');
});

it('notices are the same whatever the order of the bundles, and leave out what no bundle holds', () => {
  const one = { outputs: { a: { inputs: { [langium]: bytes(1), [ours]: bytes(1) } } } };
  const other = { outputs: { b: { inputs: { [langium]: bytes(2) } } } };
  const unused = { outputs: { c: { inputs: { [vega]: bytes(0) } } } };
  const text = noticesOf([one, other, unused], root);
  expect(noticesOf([other, one], root)).toBe(text);
  expect(text.match(/^langium \S+ \(MIT\)$/gm)).toHaveLength(1);
  expect(text).toContain('THE SOFTWARE IS PROVIDED "AS IS"');
  expect(text).not.toContain('vega');
});
