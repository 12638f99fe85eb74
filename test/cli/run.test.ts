import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { good, spec } from '../bad-input/small-log.js';
import { linearModel } from '../models/tiny-onnx.js';
import { folder, report, vigil } from '../vigil.js';

it('gives the result on stdout, in each form, and nothing else anywhere', () => {
  const at = folder(good());
  const [text, json, markdown] = ['text', 'json', 'markdown'].map((format) =>
    vigil(['run', 'spec.vigil', '--format', format], { cwd: at }),
  );
  for (const outcome of [text!, json!, markdown!]) expect([outcome.status, outcome.stderr]).toEqual([0, '']);
  expect(report(json!)).toMatchObject({ schema: 'vigil/report/1', summary: { fail: 0, insufficient: 0 } });
  expect(text!.stdout).toContain('Watch');
  expect(text!.stdout).not.toContain('\u001b');
  expect(markdown!.stdout).toMatch(/^#+ /);
});

it('--out writes all three forms and still prints the chosen one', () => {
  const at = folder(good());
  const printed = vigil(['run', 'spec.vigil', '--format', 'json', '--out', 'report'], { cwd: at });
  expect(printed.status).toBe(0);
  expect(printed.stderr).toContain(join('report', 'report.md'));
  const read = (name: string) => readFileSync(join(at, 'report', name), 'utf8');
  expect(read('report.json')).toBe(printed.stdout);
  expect(read('report.txt')).toBe(vigil(['run', 'spec.vigil'], { cwd: at }).stdout);
  expect(read('report.md')).toBe(vigil(['run', 'spec.vigil', '--format', 'markdown'], { cwd: at }).stdout);
});

it('exits 1 for a failed limit, and names spec, line and limit', () => {
  const failing = spec().replace('check auroc fail < 0.1', 'check auroc fail < 0.999 ');
  const at = folder({
    ...good(),
    'spec.vigil': failing.replace('mean of score fail > 0.99', 'mean of score fail > 0.01'),
  });
  const { status, stdout } = vigil(['run', 'spec.vigil'], { cwd: at });
  const line = failing.split('\n').findIndex((text) => text.includes('mean of score')) + 1;
  expect(status).toBe(1);
  expect(stdout).toContain(`spec.vigil:${line}`);
});

it('--strict turns insufficient data from exit 4 into exit 1', () => {
  const at = folder(good());
  const options = ['run', 'spec.vigil', '--as-of', '2024-08-15'];
  expect(vigil(options, { cwd: at }).status).toBe(4);
  expect(vigil([...options, '--strict'], { cwd: at }).status).toBe(1);
});

it('--monitor runs one monitor, and the report still cites the whole protocol and the right lines', () => {
  const two = `${spec()}\nmonitor Other on L {\n  every 1 quarter\n  check mean of score fail > 0.99\n}\n`;
  const at = folder({ ...good(), 'spec.vigil': two });
  const whole = report(vigil(['run', 'spec.vigil', '--format', 'json'], { cwd: at }));
  const part = report(vigil(['run', 'spec.vigil', '--format', 'json', '--monitor', 'Other'], { cwd: at }));
  expect(whole.results.map(({ monitor }) => monitor)).toContain('Watch');
  expect(part.protocolId).toBe(whole.protocolId);
  expect(part.results).toEqual(whole.results.filter(({ monitor }) => monitor === 'Other'));
  expect(part.results.length).toBeGreaterThan(0);
});

it('--data paths start where the command is started', () => {
  const { 'log.csv': log, ...rest } = good();
  const at = folder({
    'elsewhere/log.csv': log,
    ...Object.fromEntries(Object.entries(rest).map(([name, content]) => [`specs/${name}`, content])),
  });
  expect(vigil(['run', 'specs/spec.vigil'], { cwd: at }).status).toBe(3);
  expect(vigil(['run', 'specs/spec.vigil', '--data', 'L=elsewhere/log.csv'], { cwd: at }).status).toBe(0);
});

it('refuses a spec with errors: exit 1, diagnostics on stderr, no report', () => {
  const at = folder({ ...good(), 'spec.vigil': spec().replace('check auroc', 'check auroq') });
  const { status, stdout, stderr } = vigil(['run', 'spec.vigil', '--format', 'json'], { cwd: at });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^spec\.vigil:\d+:\d+: error VGL\d{4}: .*auroq/);
});

it('a model file that is not the approved one: exit 3, both digests, even when nothing re-scores it', () => {
  const approved = 'ab'.repeat(32);
  const found = createHash('sha256').update(linearModel()).digest('hex');
  const at = folder({
    ...good(),
    'risk.onnx': Buffer.from(linearModel()),
    'spec.vigil': spec().replace(
      'operatingPoint: 0.3',
      `operatingPoint: 0.3 artifact: "risk.onnx" sha256: "${approved}"`,
    ),
  });
  const outcome = vigil(['run', 'spec.vigil', '--format', 'json'], { cwd: at });
  expect(outcome.status).toBe(3);
  const { problems } = report(outcome);
  expect(problems).toEqual([expect.objectContaining({ code: 'VGR0203', subject: 'M' })]);
  for (const words of ['risk.onnx', approved, found]) expect(problems[0]!.message).toContain(words);
  expect(problems[0]!.source?.file).toBe('spec.vigil');
});

it('twice the same run gives the same bytes', () => {
  const at = folder(good());
  for (const format of ['text', 'json', 'markdown']) {
    const once = () => vigil(['run', 'spec.vigil', '--format', format], { cwd: at }).stdout;
    expect(once()).toBe(once());
  }
});
