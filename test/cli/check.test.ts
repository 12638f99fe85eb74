import { expect, it } from 'vitest';
import { good, spec } from '../bad-input/small-log.js';
import { folder, vigil } from '../vigil.js';

const wrong = spec().replace('check auroc', 'check auroq');
const line = wrong.split('\n').findIndex((text) => text.includes('auroq')) + 1;

it('says when there is nothing to say', () => {
  expect(vigil(['check', 'spec.vigil'], { cwd: folder(good()) })).toEqual({
    status: 0,
    stdout: 'spec.vigil: no problems\n',
    stderr: '',
  });
});

it('shows file, line, column, code, message and the place in the line', () => {
  const at = folder({ ...good(), 'sub/wrong.vigil': wrong.replaceAll('.csv"', '.csv"') });
  const { status, stdout, stderr } = vigil(['check', 'sub/wrong.vigil'], { cwd: at });
  expect(status).toBe(1);
  expect(stderr).toBe('');
  expect(stdout).toMatch(
    new RegExp(
      `^sub/wrong\\.vigil:${line}:9: error VGL\\d{4}: .*'auroq'.*did you mean 'auroc'.*\\n +${line} \\|   check auroq fail < 0\\.1\\n +\\|         \\^{5}\\n`,
      'm',
    ),
  );
  expect(stdout).toMatch(/sub\/wrong\.vigil: 1 error/);
});

it('gives machines JSON, with the same places', () => {
  const at = folder({ ...good(), 'wrong.vigil': wrong });
  const { status, stdout, stderr } = vigil(['check', 'spec.vigil', 'wrong.vigil', '--format', 'json'], {
    cwd: at,
  });
  expect([status, stderr]).toEqual([1, '']);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({
    schema: 'vigil/diagnostics/1',
    files: ['spec.vigil', 'wrong.vigil'],
    summary: { errors: 1, warnings: 0 },
  });
  expect(result.diagnostics).toEqual([
    expect.objectContaining({
      file: 'wrong.vigil',
      line,
      column: 9,
      endLine: line,
      endColumn: 14,
      severity: 'error',
    }),
  ]);
});

it('gives pull requests Markdown in which nothing of a spec is markup', () => {
  const at = folder({ ...good(), 'wrong.vigil': spec().replace('of M {', 'of `<b>|@x` {') });
  const { status, stdout } = vigil(['check', 'wrong.vigil', '--format', 'markdown'], { cwd: at });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^\| error \| VGL\d{4} \| wrong\.vigil:\d+:\d+ \| /m);
  expect(stdout).not.toMatch(/<b>|[^\\]\|@|[^\\]@x/);
});

it('reports what two specs import once', () => {
  const at = folder({
    ...good(),
    'a.vigil': 'import "./wrong.vigil"\n',
    'b.vigil': 'import "./wrong.vigil"\n',
    'wrong.vigil': wrong,
  });
  const { stdout } = vigil(['check', 'a.vigil', 'b.vigil'], { cwd: at });
  expect(stdout.match(/auroq'/g)).toHaveLength(1);
  expect(stdout).toContain('2 files: 1 error');
});

it('colours when asked, and never lets a spec colour', () => {
  const at = folder({
    ...good(),
    'wrong.vigil': wrong,
    'hostile.vigil': 'role A "\u001b[31mred"\nrole A "x"\n',
  });
  const coloured = vigil(['check', 'wrong.vigil'], { cwd: at, env: { NO_COLOR: '', FORCE_COLOR: '1' } });
  expect(coloured.stdout).toContain('\u001b[31m');
  for (const format of ['text', 'markdown']) {
    const { stdout } = vigil(['check', 'hostile.vigil', '--format', format], { cwd: at });
    expect(stdout).not.toContain('\u001b');
  }
});

it('waivers end on the day for which it is judged', () => {
  const waiver =
    'role Lead\nwaive GMLP.principle_2_security because "not yet" approved by Lead until 2026-11-20\n';
  const cwd = folder({ 'waived.vigil': waiver });
  const judged = (day: string) => vigil(['check', 'waived.vigil', '--as-of', day], { cwd });
  expect(judged('2026-11-20')).toEqual({ status: 0, stdout: 'waived.vigil: no problems\n', stderr: '' });
  const over = judged('2026-11-21');
  expect(over.status).toBe(0);
  expect(over.stdout).toMatch(
    /warning VGL0810: the waiver of 'GMLP\.principle_2_security' ended on 2026-11-20/,
  );
});

it('says what the checklists ask for, and how far the spec has come with each', () => {
  const house = `product Guard { purpose: "x" comply with House }
checklist House {
  item purpose "Says what it is for" cites "Rule 1" requires present(product.purpose)
  item platform "Says what it runs on" cites "Rule 2" requires present(product.platform)
  item drift "Drift is watched" cites "Rule 3" requires evidence("drift-run") kind evidence
}
`;
  const cwd = folder({ 'house.vigil': house });
  const { status, stdout } = vigil(['check', 'house.vigil'], { cwd });
  expect(status).toBe(1);
  expect(stdout).toMatch(/VGL0831: product.platform is not written; asked for by House Rule 2$/m);
  expect(stdout).toMatch(/^House: 1 of 3 met, 1 open, 1 unmet\nhouse.vigil: 1 error$/m);
  const json = JSON.parse(vigil(['check', 'house.vigil', '--format', 'json'], { cwd }).stdout);
  expect(json.checklists).toEqual([
    { file: 'house.vigil', pack: 'House', met: 1, waived: 0, open: 1, unmet: 1, total: 3, presenceOnly: 1 },
  ]);
  const waived = `${house}role Lead\nwaive House.platform because "in-house only" approved by Lead until 2027-01-01\n`;
  const later = vigil(['check', 'waived.vigil', '--as-of', '2026-11-20'], {
    cwd: folder({ 'waived.vigil': waived }),
  });
  expect([later.status, later.stdout]).toEqual([
    0,
    expect.stringContaining('House: 1 of 3 met, 1 waived, 1 open\n'),
  ]);
});
