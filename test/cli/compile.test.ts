import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { good, spec } from '../bad-input/small-log.js';
import { folder, report, vigil } from '../vigil.js';

it('writes the monitoring plan to stdout', () => {
  const { status, stdout, stderr } = vigil(['compile', 'spec.vigil'], { cwd: folder(good()) });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^# /);
  expect(stdout).toContain('Watch');
});

it('writes the Protocol, whose SHA-256 is the id every report cites, whatever the layout of the spec', () => {
  const relaid = `/* a remark */ ${spec().replaceAll('\n', '\n\n  ')}`;
  const at = folder({ ...good(), 'relaid.vigil': relaid });
  const { status, stdout } = vigil(['compile', 'spec.vigil', '--format', 'json'], { cwd: at });
  expect(status).toBe(0);
  const id = `sha256:${createHash('sha256').update(stdout).digest('hex')}`;
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'vigil/protocol/1', monitors: [{ name: 'Watch' }] });
  expect(report(vigil(['run', 'spec.vigil', '--format', 'json'], { cwd: at })).protocolId).toBe(id);
  expect(vigil(['compile', 'relaid.vigil', '--format', 'json'], { cwd: at }).stdout).toBe(stdout);
});

it('writes into a folder, and then nothing to stdout', () => {
  const at = folder(good());
  for (const [format, file] of [
    ['markdown', 'monitoring-plan.md'],
    ['json', 'protocol.json'],
  ] as const) {
    const printed = vigil(['compile', 'spec.vigil', '--format', format], { cwd: at });
    const written = vigil(['compile', 'spec.vigil', '--format', format, '--out', 'docs/plan'], { cwd: at });
    expect(written).toEqual({ status: 0, stdout: '', stderr: `wrote ${join('docs/plan', file)}\n` });
    expect(readFileSync(join(at, 'docs/plan', file), 'utf8')).toBe(printed.stdout);
  }
});

it('compiles nothing from a spec with errors', () => {
  const at = folder({ ...good(), 'wrong.vigil': spec().replace('check auroc', 'check auroq') });
  const { status, stdout, stderr } = vigil(['compile', 'wrong.vigil', '--out', 'docs'], { cwd: at });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^wrong\.vigil:\d+:9: error VGL\d{4}: /);
});

it('writes every document into a folder, as Markdown and as HTML', () => {
  const at = folder(good());
  for (const [format, extension, begins] of [
    ['markdown', 'md', '# '],
    ['html', 'html', '<!doctype html>\n<html lang="en">'],
  ] as const) {
    const { status, stdout } = vigil(
      [
        'compile',
        'spec.vigil',
        '--document',
        'all',
        '--format',
        format,
        '--as-of',
        '2026-11-20',
        '--out',
        format,
      ],
      { cwd: at },
    );
    expect([status, stdout]).toEqual([0, '']);
    for (const name of ['monitoring-plan', 'model-card', 'pccp', 'trial', 'risk', 'conformance', 'annex-iv'])
      expect(readFileSync(join(at, format, `${name}.${extension}`), 'utf8').startsWith(begins)).toBe(true);
  }
});

it('draws charts into HTML, and the same bytes each time', () => {
  const at = folder(good());
  const command = ['compile', 'spec.vigil', '--format', 'html', '--out', 'plan.html'];
  expect(vigil(command, { cwd: at })).toEqual({ status: 0, stdout: '', stderr: 'wrote plan.html\n' });
  const first = readFileSync(join(at, 'plan.html'), 'utf8');
  expect(first).toContain('<figcaption>Limits of Watch</figcaption>');
  expect(first).toMatch(/<svg [^>]*role="img"/);
  vigil(command, { cwd: at });
  expect(readFileSync(join(at, 'plan.html'), 'utf8')).toBe(first);
});
