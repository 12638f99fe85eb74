import { join } from 'node:path';
import { expect, it } from 'vitest';
import { locateRuntime } from './locate-runtime.js';

const search = (files: readonly string[], setting = '', windows = false) =>
  locateRuntime({
    setting,
    from: '/projects/specs/sepsis',
    workspace: '/projects',
    bundled: '/ext/runtime/main.mjs',
    exists: (path) => files.includes(path),
    windows,
  });
const bin = (folder: string) => join(folder, 'node_modules/.bin/vigil');

it('the setting comes first', () => {
  expect(search(['/opt/vigil', bin('/projects')], '/opt/vigil')).toEqual({
    command: '/opt/vigil',
    origin: 'setting',
  });
});

it('a relative setting starts at the workspace', () => {
  expect(search(['/projects/tools/vigil'], 'tools/vigil')).toEqual({
    command: '/projects/tools/vigil',
    origin: 'setting',
  });
});

it('a setting that leads nowhere is a problem even where another runtime exists', () => {
  expect(search([bin('/projects')], '/opt/vigil')).toEqual({
    problem: expect.stringContaining('/opt/vigil'),
  });
});

it('the nearest runtime of the workspace comes next, and the bundled one last', () => {
  const all = [bin('/projects/specs'), bin('/projects'), '/ext/runtime/main.mjs'];
  expect(search(all)).toEqual({ command: bin('/projects/specs'), origin: 'workspace' });
  expect(search(all.slice(1))).toEqual({ command: bin('/projects'), origin: 'workspace' });
  expect(search(all.slice(2))).toEqual({ command: '/ext/runtime/main.mjs', origin: 'bundled' });
});

it('on Windows, where the command is a script for a shell, the JavaScript behind it is taken', () => {
  const script = join('/projects', 'node_modules/@vigil/runtime/bin/vigil.js');
  expect(search([bin('/projects'), script], '', true)).toEqual({ command: script, origin: 'workspace' });
});

it('nothing outside the workspace is run', () => {
  expect(search([bin('/')])).toEqual({ problem: expect.stringContaining('npm install') });
});
