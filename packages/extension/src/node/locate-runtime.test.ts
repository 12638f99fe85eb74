import { join } from 'node:path';
import { expect, it } from 'vitest';
import { locateRuntime } from './locate-runtime.js';

const search = (files: readonly string[], setting = '') =>
  locateRuntime({
    setting,
    from: '/work/specs/sepsis',
    workspace: '/work',
    bundled: '/ext/runtime/main.mjs',
    exists: (path) => files.includes(path),
    windows: false,
  });
const bin = (folder: string) => join(folder, 'node_modules/.bin/vigil');

it('the setting comes first', () => {
  expect(search(['/opt/vigil', bin('/work')], '/opt/vigil')).toEqual({
    command: '/opt/vigil',
    origin: 'setting',
  });
});

it('a relative setting starts at the workspace', () => {
  expect(search(['/work/tools/vigil'], 'tools/vigil')).toEqual({
    command: '/work/tools/vigil',
    origin: 'setting',
  });
});

it('a setting that leads nowhere is a problem even where another runtime exists', () => {
  expect(search([bin('/work')], '/opt/vigil')).toEqual({ problem: expect.stringContaining('/opt/vigil') });
});

it('the nearest runtime of the workspace comes next, and the bundled one last', () => {
  const all = [bin('/work/specs'), bin('/work'), '/ext/runtime/main.mjs'];
  expect(search(all)).toEqual({ command: bin('/work/specs'), origin: 'workspace' });
  expect(search(all.slice(1))).toEqual({ command: bin('/work'), origin: 'workspace' });
  expect(search(all.slice(2))).toEqual({ command: '/ext/runtime/main.mjs', origin: 'bundled' });
});

it('nothing outside the workspace is run', () => {
  expect(search([bin('/')])).toEqual({ problem: expect.stringContaining('npm install') });
});
