import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { good, spec, spoil } from '../bad-input/small-log.js';
import { junitErrors, sarifErrors } from '../schemas/validators.js';
import { folder, vigil } from '../vigil.js';

const wrong = spec().replace('check auroc', 'check auroq');
const line = wrong.split('\n').findIndex((text) => text.includes('auroq')) + 1;
/** One spec with an error, in a folder with a space in its name, and one without. */
const checked = () => folder({ ...good(), 'my specs/wrong.vigil': wrong });
const files = ['spec.vigil', 'my specs/wrong.vigil'];

describe('vigil check', () => {
  it('--format sarif is SARIF 2.1.0', () => {
    const { status, stdout, stderr } = vigil(['check', ...files, '--format', 'sarif'], { cwd: checked() });
    expect([status, stderr]).toEqual([1, '']);
    const log = JSON.parse(stdout);
    expect(sarifErrors(log)).toEqual([]);
    const [run] = log.runs;
    expect(run).toMatchObject({
      columnKind: 'utf16CodeUnits',
      automationDetails: { id: 'vigil/check/' },
      tool: { driver: { name: 'Vigil' } },
    });
    const result = run.results.find(({ message }: { message: { text: string } }) =>
      message.text.includes("'auroq'"),
    );
    expect(result).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20specs/wrong.vigil', uriBaseId: 'SRCROOT' },
            region: { startLine: line, startColumn: 9, endLine: line, endColumn: 14 },
          },
        },
      ],
      partialFingerprints: { 'vigilFinding/v1': expect.stringMatching(/^[0-9a-f]{32}:1$/) },
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'auroc' } }] }] }],
    });
    const rule = run.tool.driver.rules[result.ruleIndex];
    expect(rule.id).toBe(result.ruleId);
    expect(rule.help.text).toMatch(/^[A-Z].+\.$/);
  });

  it('--format junit is JUnit XML', async () => {
    const { status, stdout, stderr } = vigil(['check', ...files, '--format', 'junit'], { cwd: checked() });
    expect([status, stderr]).toEqual([1, '']);
    expect(await junitErrors(stdout)).toEqual([]);
    expect(stdout).toContain('<testcase name="no errors" classname="spec.vigil" time="0"/>');
    expect(stdout).toMatch(
      /<failure type="VGL\d{4}" message="[^"]*&apos;auroq&apos;[^"]*">my specs\/wrong\.vigil:/,
    );
  });

  it('--format github is a command for every finding', () => {
    const { status, stdout, stderr } = vigil(['check', ...files, '--format', 'github'], { cwd: checked() });
    expect([status, stderr]).toEqual([1, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^::error file=my specs/wrong\\.vigil,line=${line},col=9,endLine=${line},endColumn=14,title=vigil check%3A VGL\\d{4}::.*'auroq'`,
        ),
      ),
    );
    expect(lines.at(-1)).toMatch(/^vigil check: 2 files: 1 error/);
  });

  it.each(['sarif', 'junit', 'github'])('--format %s says when there is nothing to say', async (format) => {
    const { status, stdout } = vigil(['check', 'spec.vigil', '--format', format], { cwd: folder(good()) });
    expect(status).toBe(0);
    if (format === 'sarif') expect(sarifErrors(JSON.parse(stdout))).toEqual([]);
    if (format === 'junit') expect(await junitErrors(stdout)).toEqual([]);
    if (format === 'github') expect(stdout).toBe('vigil check: spec.vigil: no problems\n');
  });
});

describe('vigil run', () => {
  const failing = () =>
    folder({
      ...good(),
      'spec.vigil': spec().replace('mean of score fail > 0.99', 'mean of score fail > 0.01'),
    });

  it('gives the same report in every form', async () => {
    const at = failing();
    const run = vigil(['run', 'spec.vigil', '--out', 'report'], { cwd: at });
    expect(run.status).toBe(1);
    const read = (file: string) => readFileSync(join(at, 'report', file), 'utf8');
    const log = JSON.parse(read('report.sarif'));
    expect(sarifErrors(log)).toEqual([]);
    const report = JSON.parse(read('report.json'));
    const broken = report.results.filter(({ verdict }: { verdict: string }) => verdict !== 'pass');
    expect(broken.length).toBeGreaterThan(0);
    expect(log.runs[0].results).toHaveLength(broken.length + report.problems.length);
    const line = broken[0].source.line;
    expect(log.runs[0].results[0]).toMatchObject({
      ruleId: `limit/${broken[0].metric}`,
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'spec.vigil' }, region: { startLine: line } } },
      ],
    });
    const xml = read('report.junit.xml');
    expect(await junitErrors(xml)).toEqual([]);
    expect(xml.match(/<testcase /g)).toHaveLength(report.results.length + report.problems.length);
    expect(xml.match(/<failure /g)).toHaveLength(report.summary.fail);
    const github = vigil(['run', 'spec.vigil', '--format', 'github'], { cwd: at });
    expect(github.status).toBe(1);
    expect(github.stdout.match(/^::error /gm)).toHaveLength(report.summary.fail);
    expect(github.stdout).toMatch(/^vigil run: Exit code 1: /m);
  });

  it.each(['sarif', 'junit', 'github'])('--format %s shows what is wrong with the data', async (format) => {
    const at = folder({ ...good(), 'log.csv': spoil('score', (cell, row) => (row === 7 ? 'high' : cell)) });
    const { status, stdout } = vigil(['run', 'spec.vigil', '--format', format], { cwd: at });
    expect(status).toBe(3);
    if (format === 'sarif') {
      const log = JSON.parse(stdout);
      expect(sarifErrors(log)).toEqual([]);
      expect(log.runs[0].results[0]).toMatchObject({ level: 'error', ruleId: expect.stringMatching(/^VGR/) });
    }
    if (format === 'junit') {
      expect(await junitErrors(stdout)).toEqual([]);
      expect(stdout).toContain('<error type="VGR');
    }
    if (format === 'github')
      expect(stdout).toMatch(/^::error file=spec\.vigil,line=\d+,title=vigil run%3A VGR/m);
  });
});

it('what is not as the formats say is noticed', async () => {
  expect(sarifErrors({ version: '2.0.0', runs: [{ tool: {} }] })).not.toEqual([]);
  expect(await junitErrors('<testsuites><testsuite tests="1"/></testsuites>')).not.toEqual([]);
});
