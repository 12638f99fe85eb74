import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { good, spec } from '../bad-input/small-log.js';
import { folder, vigil } from '../vigil.js';

const untidy = `// who reads it\n${spec().replace('monitor Watch on L {', 'monitor   Watch on L   {')}`;
const protocol = (at: string, file: string) =>
  vigil(['compile', file, '--format', 'json'], { cwd: at }).stdout;

it('lays out files in place, names those it changed, and does so once', () => {
  const at = folder({ ...good(), 'untidy.vigil': untidy });
  const before = protocol(at, 'untidy.vigil');
  expect(vigil(['fmt', 'untidy.vigil'], { cwd: at })).toEqual({
    status: 0,
    stdout: 'untidy.vigil\n',
    stderr: '',
  });
  const text = readFileSync(join(at, 'untidy.vigil'), 'utf8');
  expect(text).toContain('// who reads it');
  expect(text).toMatch(/^monitor Watch on L \{$/m);
  expect(protocol(at, 'untidy.vigil')).toBe(before);
  expect(before).toContain('Watch');
  expect(vigil(['fmt', 'untidy.vigil'], { cwd: at })).toEqual({ status: 0, stdout: '', stderr: '' });
});

it('--check changes nothing and exits 1', () => {
  const at = folder({ 'untidy.vigil': untidy });
  expect(vigil(['fmt', '--check', 'untidy.vigil'], { cwd: at })).toEqual({
    status: 1,
    stdout: 'untidy.vigil\n',
    stderr: '',
  });
  expect(readFileSync(join(at, 'untidy.vigil'), 'utf8')).toBe(untidy);
  vigil(['fmt', 'untidy.vigil'], { cwd: at });
  expect(vigil(['fmt', '--check', 'untidy.vigil'], { cwd: at }).status).toBe(0);
});

it('--stdin formats from stdin to stdout', () => {
  const at = folder({ 'untidy.vigil': untidy });
  const { status, stdout } = vigil(['fmt', '--stdin'], { input: untidy });
  expect(status).toBe(0);
  vigil(['fmt', 'untidy.vigil'], { cwd: at });
  expect(stdout).toBe(readFileSync(join(at, 'untidy.vigil'), 'utf8'));
  expect(vigil(['fmt', '--stdin', '--check'], { input: untidy })).toMatchObject({ status: 1, stdout: '' });
});

it('leaves alone what is no well-formed spec, and formats the rest', () => {
  const broken = 'monitor {{{ "';
  const at = folder({ 'broken.vigil': broken, 'untidy.vigil': untidy });
  const { status, stdout, stderr } = vigil(['fmt', 'broken.vigil', 'untidy.vigil'], { cwd: at });
  expect([status, stdout]).toEqual([1, 'untidy.vigil\n']);
  expect(stderr).toMatch(/^broken\.vigil:1:\d+: error: .+\n +1 \| monitor/);
  expect(readFileSync(join(at, 'broken.vigil'), 'utf8')).toBe(broken);
});
