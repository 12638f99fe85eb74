import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { good } from '../bad-input/small-log.js';
import { repository } from '../diff/repository.js';
import { junitErrors, sarifErrors } from '../schemas/validators.js';
import { folder, root } from '../vigil.js';
import { action, runAction, text } from './action.js';

const scripts = action.runs.steps.filter(({ run }) => run !== undefined);

describe('action.yml', () => {
  it('lets nothing of the event, and no expression, into the shell', () => {
    expect(scripts.length).toBeGreaterThan(4);
    for (const { name, run, shell } of scripts) {
      expect(run, name).not.toContain('${{');
      expect(shell, name).toBe('bash');
    }
    expect(text).not.toMatch(/github\.(event|head_ref|base_ref|ref_name|actor)/);
  });

  it('pins what it uses to a commit', () => {
    const uses = action.runs.steps.flatMap((step) => step.uses ?? []);
    expect(uses).toHaveLength(2);
    for (const used of uses) expect(used).toMatch(/^[\w-]+(\/[\w-]+)+@[0-9a-f]{40}$/);
    for (const line of text.match(/^ *uses: .*$/gm) ?? []) expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
  });

  it('has scripts that bash can read, quote every variable and say what each input is', () => {
    for (const { name, run } of scripts) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: run!, encoding: 'utf8' });
      expect({ status, stderr }, name).toEqual({ status: 0, stderr: '' });
      const unquoted = run!
        .replace(/"[^"]*"/g, '""')
        .replace(/'[^']*'/g, "''")
        .match(/\$[A-Z_]+/g);
      expect(unquoted, name).toBe(null);
    }
  });
});

/** A small spec with its data, loosened in the last commit. */
const small = () => {
  const made = repository(good());
  made.commit({
    'spec.vigil': good()['spec.vigil'].replace('psi of age, sex fail > 5', 'psi of age, sex fail > 6'),
  });
  return made.path;
};

/** The example of sepsis with its data, loosened in the last commit. */
function sepsis(): string {
  const { path, commit } = repository({ '.gitignore': 'specs/data/\n' });
  const specs = join(path, 'specs');
  cpSync(join(root, 'examples/sepsis'), specs, {
    recursive: true,
    filter: (source) => !/[\\/](data|models|out)$/.test(source),
  });
  const generated = spawnSync(process.execPath, [join(specs, 'generate.mjs')], { encoding: 'utf8' });
  if (generated.status !== 0) throw new Error(generated.stderr);
  commit({});
  const spec = readFileSync(join(specs, 'sepsis.vigil'), 'utf8');
  commit({ 'specs/sepsis.vigil': spec.replace(/check auroc\s+fail < 0\.75/, 'check auroc fail < 0.70') });
  return path;
}

describe('the action', () => {
  it('checks, compiles, compares and judges examples/sepsis, and shows all of it', async () => {
    const job = runAction(sepsis(), { spec: 'sepsis.vigil', 'working-directory': 'specs' });
    expect(Object.fromEntries(job.steps)).toEqual({
      'Node.js': 0,
      Prepare: 0,
      Check: 0,
      Compile: 0,
      Diff: 0,
      Run: 0,
      'Upload findings': 0,
      // The planted events break limits.
      Result: 1,
    });
    expect(job.outputs).toMatchObject({ reapproval: 'true', 'exit-code': '1' });
    expect(job.summary).toMatch(/^## Vigil check\n\n\*\*sepsis\.vigil: /);
    expect(job.summary).toContain('check auroc fails below 0.7 instead of below 0.75');
    expect(job.summary).toContain('## Vigil report');
    expect(job.log).toMatch(/^::error file=sepsis\.vigil,line=\d+,title=vigil run%3A limit\/psi::/m);
    const out = job.outputs.folder!;
    expect(readdirSync(join(out, 'documents'))).toEqual(
      expect.arrayContaining(['monitoring-plan.md', 'monitoring-plan.html', 'protocol.json']),
    );
    expect(job.uploads).toEqual([join(out, 'sarif')]);
    expect(readdirSync(join(out, 'sarif')).sort()).toEqual(['check.sarif', 'run.sarif']);
    for (const file of ['check.sarif', 'run.sarif'])
      expect(sarifErrors(JSON.parse(readFileSync(join(out, 'sarif', file), 'utf8')))).toEqual([]);
    expect(await junitErrors(readFileSync(join(out, 'check.junit.xml'), 'utf8'))).toEqual([]);
  }, 240_000);

  it('fails a loosened spec when it is asked to, without the data', () => {
    const given = { spec: 'spec.vigil' };
    const after = { check: ['Diff', 'Result'] };
    const path = small();
    const job = runAction(path, { ...given, 'fail-on': 'reapproval' }, after);
    expect([job.steps.get('Diff'), job.steps.get('Run'), job.steps.get('Result')]).toEqual([0, null, 1]);
    expect(job.log).toContain('The spec changed in a way that fails this job.');
    const same = runAction(path, { ...given, base: 'HEAD', 'fail-on': 'change' }, after);
    expect([same.outputs.reapproval, same.steps.get('Result')]).toEqual(['false', 0]);
  });

  it('stops at a spec with errors, and uploads them', () => {
    const broken = repository({ 'spec.vigil': 'rolle A "B"\n' });
    const job = runAction(broken.path, { spec: 'spec.vigil' });
    expect([job.steps.get('Compile'), job.steps.get('Diff'), job.steps.get('Run')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(job.steps.get('Result')).toBe(1);
    expect(job.log).toMatch(/^::error file=spec\.vigil,line=1,/m);
    expect(job.uploads).toHaveLength(1);
  });

  it('says when there is nothing to compare with', () => {
    const fresh = repository({ 'spec.vigil': 'role A "B"\n' });
    const job = runAction(fresh.path, { spec: 'spec.vigil' }, { check: ['Diff', 'Result'] });
    expect([job.steps.get('Diff'), job.outputs.reapproval, job.steps.get('Result')]).toEqual([0, '', 0]);
    expect(job.summary).toContain('There is no earlier version of the spec to compare with.');
  });

  it.each([
    ['Check', { spec: '$(touch stolen).vigil' }],
    ['Check', { spec: '"; touch stolen; ".vigil' }],
    ['Check', { spec: '--help' }],
    ['Diff', { spec: 'spec.vigil', base: '--output=stolen' }],
    ['Diff', { spec: 'spec.vigil', base: '$(touch stolen)' }],
    ['Diff', { spec: 'spec.vigil', 'fail-on': 'x" ; touch stolen' }],
    ['Run', { spec: 'spec.vigil', 'as-of': '2024; touch stolen' }],
  ])('keeps hostile inputs out of the shell of %s: %j', (step, given) => {
    const hostile = repository({ 'spec.vigil': 'role A "B"\n' });
    hostile.commit({ 'spec.vigil': 'role A "C"\n' });
    const { steps } = runAction(hostile.path, given, { check: [step] });
    expect(steps.get(step)).not.toBe(null);
    expect(readdirSync(hostile.path).sort()).toEqual(['.git', 'spec.vigil']);
  });
});

describe('examples/ci', () => {
  it('plain.sh does the same without GitHub', async () => {
    const out = folder();
    const { status, stdout, stderr } = spawnSync('sh', [join(root, 'examples/ci/plain.sh')], {
      cwd: small(),
      encoding: 'utf8',
      env: { PATH: process.env.PATH, VIGIL: root, SPEC: 'spec.vigil', OUT: out },
    });
    expect(status, stderr).toBe(1);
    expect(stdout).toContain('check psi of age, sex fails above 6 instead of above 5');
    expect(stdout).toContain('Exit code 0: all limits hold.');
    expect(readdirSync(out).sort()).toEqual([
      'check.junit.xml',
      'check.sarif',
      'diff.md',
      'documents',
      'report',
    ]);
    expect(await junitErrors(readFileSync(join(out, 'report/report.junit.xml'), 'utf8'))).toEqual([]);
  });

  it('plain.sh ends with what is wrong with the spec', () => {
    const broken = repository({ 'spec.vigil': 'rolle A "B"\n' });
    const { status } = spawnSync('sh', [join(root, 'examples/ci/plain.sh')], {
      cwd: broken.path,
      env: { PATH: process.env.PATH, VIGIL: root, SPEC: 'spec.vigil' },
    });
    expect(status).toBe(1);
  });
});
