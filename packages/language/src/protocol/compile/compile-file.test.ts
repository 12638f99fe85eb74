import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiled, inFolder } from '../../../test-kit/spec-folder.js';
import { loadSpec } from '../../references/load-spec.js';
import { compileFile } from './compile-file.js';
import { compileSpec } from './compile-spec.js';
import { UncheckedSpecError } from './required.js';

const compile = (text: string) =>
  inFolder({ 'main.vigil': text }, (folder) => compileFile(join(folder, 'main.vigil')));

describe('compileFile', () => {
  it('compiles a spec without errors', async () => {
    const outcome = await compile('role Lead "Clinical lead"');
    expect(outcome).toMatchObject({
      kind: 'compiled',
      compilation: { protocol: { roles: [{ name: 'Lead', title: 'Clinical lead', facts: {} }] } },
    });
  });

  it('gives the findings, and no Protocol, for a spec with an error', async () => {
    const outcome = await compile('log Visits of Nothing { source: "a.csv" time: t }');
    expect(outcome.kind).toBe('invalid');
    expect(outcome).not.toHaveProperty('compilation');
    expect(
      outcome.kind === 'invalid' && outcome.diagnostics.some(({ severity }) => severity === 'error'),
    ).toBe(true);
  });

  it('says why a file cannot be read', async () => {
    expect(await compileFile('/nowhere/at-all.vigil')).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('/nowhere/at-all.vigil'),
    });
  });
});

describe('compileSpec', () => {
  it('never makes a Protocol of what the checks should have refused', async () => {
    await inFolder({ 'main.vigil': 'log Visits { source: "a.csv" }' }, async (folder) => {
      const spec = await loadSpec(join(folder, 'main.vigil'));
      if (spec.kind === 'unreadable') throw new Error(spec.message);
      expect(() => compileSpec(spec)).toThrow(UncheckedSpecError);
    });
  });

  it('names files relative to the entry file', async () => {
    const { locations, documentation } = await compiled({
      'main.vigil': 'import "./people/roles.vigil"',
      'people/roles.vigil':
        '\n  /**\n   * Answers the phone\n   * at night.\n   */\n  role Lead "Clinical lead"\n',
    });
    expect(locations.get('/roles/0')).toEqual({
      file: 'people/roles.vigil',
      line: 6,
      column: 3,
      endLine: 6,
      endColumn: 28,
    });
    expect(documentation.get('/roles/0')).toBe('Answers the phone\nat night.');
  });

  it('takes `all inputs` of each metric for the inputs it is defined for', async () => {
    const { protocol } = await compiled(`
      dataset Before { role: reference }
      model Risk "Risk" version "1.0.0" {
        kind: locked
        input z : number  input flag : boolean  input b : category ["x", "y"]  input a : integer 0..
        input seen : timestamp
        output score : probability
      }
      log Visits of Risk { source: trino "ml.visits" time: t prediction: score }
      monitor Drift on Visits {
        every 1 month against Before
        check ks of all inputs fail > 0.2
        check missing of all inputs fail > 5%
        check wasserstein of z, a fail > 3
      }`);
    // ks is a test for numbers, missing is defined for every column; the order is that of the model.
    expect(protocol.monitors[0]?.checks.map(({ term }) => term.of)).toEqual([
      ['z', 'a'],
      ['z', 'flag', 'b', 'a', 'seen'],
      ['z', 'a'],
    ]);
  });

  it('keeps a column named like a member of every object', async () => {
    const { protocol } = await compiled(`
      model Risk "Risk" version "1.0.0" {
        kind: locked
        input constructor : number  input __proto__ : number
        hyperparameters: { __proto__: 1, constructor: 2 }
        output score : probability
      }`);
    expect(protocol.models[0]?.features.map(({ name }) => name)).toEqual([
      'constructor',
      '__proto__',
      'score',
    ]);
    expect(JSON.stringify(protocol.models[0]?.facts)).toContain('{"__proto__":1,"constructor":2}');
  });
});
