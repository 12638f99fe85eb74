import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Repository, repository } from '../diff/repository.js';
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

/** The example of sepsis with its data, half the patients, in a repository of its own. */
let sepsis: Repository;
const spec = () => readFileSync(join(sepsis.path, 'specs/sepsis.vigil'), 'utf8');

beforeAll(() => {
  sepsis = repository({ 'README.md': 'A hospital’s specs.\n', '.gitignore': 'specs/data/\n' });
  cpSync(join(root, 'examples/sepsis'), join(sepsis.path, 'specs'), {
    recursive: true,
    filter: (path) => !/[\\/](data|models|out)$/.test(path),
  });
  const generated = spawnSync(process.execPath, [join(sepsis.path, 'specs/generate.mjs'), '--rows', '1000'], {
    encoding: 'utf8',
  });
  if (generated.status !== 0) throw new Error(generated.stderr);
  sepsis.commit({});
  sepsis.commit({
    'specs/sepsis.vigil': spec().replace(
      'check auroc                    fail < 0.75',
      'check auroc fail < 0.70',
    ),
  });
});

describe('the action on examples/sepsis', () => {
  it('checks, compiles, compares and judges, and shows all of it', async () => {
    const job = runAction(sepsis.path, { spec: 'sepsis.vigil', 'working-directory': 'specs' });
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
  });

  it('fails a loosened spec when it is asked to, without the data', () => {
    const given = { spec: 'specs/sepsis.vigil', run: 'false' };
    const job = runAction(sepsis.path, { ...given, 'fail-on': 'reapproval' });
    expect([job.steps.get('Diff'), job.steps.get('Run'), job.steps.get('Result')]).toEqual([0, null, 1]);
    expect(job.log).toContain('The spec changed in a way that fails this job.');
    const same = runAction(sepsis.path, {
      ...given,
      base: 'HEAD',
      'fail-on': 'change',
      'upload-sarif': 'false',
    });
    expect([same.outputs.reapproval, same.steps.get('Result'), same.uploads]).toEqual(['false', 0, []]);
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
    const job = runAction(fresh.path, { spec: 'spec.vigil', run: 'false' });
    expect([job.steps.get('Diff'), job.outputs.reapproval, job.steps.get('Result')]).toEqual([0, '', 0]);
    expect(job.summary).toContain('There is no earlier version of the spec to compare with.');
  });

  it.each([
    { spec: '$(touch stolen).vigil' },
    { spec: '"; touch stolen; ".vigil' },
    { spec: '--help' },
    { spec: 'spec.vigil', base: '--output=stolen' },
    { spec: 'spec.vigil', base: '$(touch stolen)' },
    { spec: 'spec.vigil', 'fail-on': 'x" ; touch stolen' },
    { spec: 'spec.vigil', 'as-of': '2024; touch stolen' },
  ])('keeps hostile inputs out of the shell: %j', (given) => {
    const hostile = repository({ 'spec.vigil': 'role A "B"\n' });
    hostile.commit({ 'spec.vigil': 'role A "C"\n' });
    runAction(hostile.path, given);
    expect(existsSync(join(hostile.path, 'stolen'))).toBe(false);
    expect(readdirSync(hostile.path).sort()).toEqual(['.git', 'spec.vigil']);
  });
});

describe('examples/ci', () => {
  it('plain.sh does the same without GitHub', async () => {
    const out = folder();
    const { status, stdout, stderr } = spawnSync('sh', [join(root, 'examples/ci/plain.sh')], {
      cwd: join(sepsis.path, 'specs'),
      encoding: 'utf8',
      env: { PATH: process.env.PATH, VIGIL: root, SPEC: 'sepsis.vigil', OUT: out },
    });
    expect(status, stderr).toBe(1);
    expect(stdout).toContain('check auroc fails below 0.7 instead of below 0.75');
    expect(stdout).toContain('Exit code 1: a limit for failure is broken.');
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
