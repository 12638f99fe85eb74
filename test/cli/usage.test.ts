import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { good } from '../bad-input/small-log.js';
import { folder, root, vigil } from '../vigil.js';

describe.each(['check', 'compile', 'run', 'fmt'])('vigil %s --help', (command) => {
  const { status, stdout, stderr } = vigil([command, '--help']);
  it('explains itself on stdout, with an example to copy and the exit codes', () => {
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(new RegExp(`Example:\\n  \\$ vigil ${command} `));
    expect(stdout).toMatch(/Exit code: 0 /);
  });
});

it('vigil --help lists the commands and has an example', () => {
  const { status, stdout } = vigil(['--help']);
  expect(status).toBe(0);
  for (const command of ['check', 'compile', 'run', 'fmt'])
    expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(stdout).toMatch(/Example:\n {2}\$ vigil /);
});

it('vigil --version prints the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'packages/runtime/package.json'), 'utf8'));
  expect(vigil(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

const at = folder({ ...good(), 'a-file': '', 'latin1.vigil': Buffer.from([0x72, 0x6f, 0x6c, 0x65, 0xe9]) });
describe('wrong use: exit 2, one clear message on stderr, nothing on stdout', () => {
  it.each<[string[], RegExp]>([
    [[], /Usage: vigil/],
    [['chek', 'spec.vigil'], /unknown command 'chek'\n\(Did you mean check\?\)/],
    [['check'], /missing required argument 'files'/],
    [['check', 'absent.vigil'], /cannot read the spec absent\.vigil: there is no such file/],
    [['check', '.'], /cannot read the spec \.: .*folder/],
    [['check', 'latin1.vigil'], /latin1\.vigil: .*UTF-8/],
    [['check', 'spec.vigil', '--format', 'xml'], /'xml' is invalid.*text, json, markdown/],
    [['check', 'spec.vigil', '--as-of', '2026-02-30'], /'2026-02-30' is invalid/],
    [['compile'], /missing required argument 'file'/],
    [['compile', 'absent.vigil'], /absent\.vigil/],
    [['compile', 'spec.vigil', 'more.vigil'], /too many arguments/],
    [['compile', 'spec.vigil', '--document', 'novel'], /'novel' is invalid.*monitoring-plan/],
    [['compile', 'spec.vigil', '--document', 'all'], /--document all writes several files.*--out/],
    [['compile', 'spec.vigil', '--as-of', 'today'], /'today' is invalid.*2026-12-31/],
    [['compile', 'spec.vigil', '--out', 'a-file'], /--out a-file: cannot be written \(EEXIST\)/],
    [['run'], /missing required argument 'file'/],
    [['run', 'absent.vigil'], /absent\.vigil/],
    [['run', 'spec.vigil', '--fromat', 'json'], /unknown option '--fromat'\n\(Did you mean --format\?\)/],
    [['run', 'spec.vigil', '--as-of', 'yesterday'], /--as-of.*'yesterday' is invalid.*2024-12-31T00:00:00Z/],
    [['run', 'spec.vigil', '--as-of', '2024-02-30'], /'2024-02-30' is invalid/],
    [['run', 'spec.vigil', '--data', 'L'], /--data L: expected NAME=PATH/],
    [
      ['run', 'spec.vigil', '--data', 'Referense=log.csv'],
      /no log or dataset 'Referense'; did you mean 'Reference'\?/,
    ],
    [
      ['run', 'spec.vigil', '--data', 'Zebra=log.csv'],
      /no log or dataset 'Zebra'\. It has 'L', 'Reference'\./,
    ],
    [['run', 'spec.vigil', '--data', 'L=log.csv', '--data', 'L=log.csv'], /'L' is given twice/],
    [['run', 'spec.vigil', '--monitor', 'Wach'], /no monitor 'Wach'; did you mean 'Watch'\?/],
    [['run', 'spec.vigil', '--out', 'a-file'], /--out a-file: cannot be written/],
    [['fmt'], /fmt needs a file, or --stdin/],
    [['fmt', '--stdin', 'spec.vigil'], /--stdin takes no files/],
    [['fmt', 'absent.vigil'], /cannot read absent\.vigil/],
  ])('vigil %j', (words, says) => {
    const { status, stdout, stderr } = vigil(words, { cwd: at });
    expect(status, stderr).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });
});
