import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffSchema } from '@vigil/language';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { folder, root, vigil } from '../vigil.js';
import { repository } from './repository.js';

const full = readFileSync(join(root, 'packages/language/test-kit/plan-of-record.vigil'), 'utf8');
const roles = full.match(/^role .*$/gm)!.join('\n');
/** The spec in two files, in a folder. */
const before = {
  'specs/main.vigil': `import "./people.vigil"\n${full.replace(/^role .*\n/gm, '')}`,
  'specs/people.vigil': `${roles}\n`,
};
const loosened = {
  'specs/main.vigil': before['specs/main.vigil'].replace('auroc fail < 0.60', 'auroc fail < 0.55'),
  'specs/people.vigil': before['specs/people.vigil'].replace('role QualityLead', 'role HeadOfQuality'),
};
loosened['specs/main.vigil'] = loosened['specs/main.vigil'].replaceAll('QualityLead', 'HeadOfQuality');

describe('vigil diff', () => {
  it('compares revisions, with the imports of each, and checks nothing out', () => {
    const { path, commit, git } = repository(before);
    commit(loosened);
    const files = readdirSync(join(path, 'specs')).sort();
    const { status, stdout, stderr } = vigil(['diff', 'HEAD~1:specs/main.vigil', 'specs/main.vigil'], {
      cwd: path,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const line = before['specs/main.vigil'].split('\n').findIndex((text) => text.includes('check auroc')) + 1;
    expect(stdout).toBe(
      `HEAD~1:specs/main.vigil → specs/main.vigil: 2 changes, 1 to approve again

loosened   monitor Quality: check auroc fails below 0.55 instead of below 0.6
           approve again: values that failed before no longer do
           HEAD~1:specs/main.vigil:${line} → specs/main.vigil:${line}
renamed    role HeadOfQuality: is what was called QualityLead; nothing else about it changed
           HEAD~1:specs/people.vigil:2 → specs/people.vigil:2
`,
    );
    expect(git('status', '--porcelain')).toBe('');
    expect(readdirSync(join(path, 'specs')).sort()).toEqual(files);
  });

  it('reads paths of a revision from the top of the repository, and ./ from where it is', () => {
    const { path } = repository(before);
    for (const spec of ['main:specs/main.vigil', 'main:./main.vigil', 'main:../specs/main.vigil']) {
      const { status, stdout, stderr } = vigil(['diff', spec, 'main.vigil'], { cwd: join(path, 'specs') });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toBe(`${spec} → main.vigil: no change of meaning\n`);
    }
  });

  it.each([
    ['nothing', [], before, 0],
    ['a loosened limit', [], loosened, 0],
    ['a loosened limit', ['--fail-on', 'reapproval'], loosened, 1],
    ['nothing', ['--fail-on', 'change'], before, 0],
    ['a loosened limit', ['--fail-on', 'change'], loosened, 1],
    ['a wrong word', ['--fail-on', 'anything'], loosened, 2],
  ])('ends after %s with %j as promised', (_, options, after, code) => {
    const path = folder({ ...prefixed('old', before), ...prefixed('new', after) });
    const { status } = vigil(['diff', 'old/specs/main.vigil', 'new/specs/main.vigil', ...options], {
      cwd: path,
    });
    expect(status).toBe(code);
  });

  it('compares Protocols, with pointers in the place of lines', () => {
    const path = folder({ ...prefixed('old', before), ...prefixed('new', loosened) });
    for (const side of ['old', 'new'])
      writeFileSync(
        join(path, `${side}.json`),
        vigil(['compile', `${side}/specs/main.vigil`, '--format', 'json'], { cwd: path }).stdout,
      );
    const { status, stdout } = vigil(['diff', 'old.json', 'new/specs/main.vigil'], { cwd: path });
    expect(status).toBe(0);
    expect(stdout).toContain('           old.json#/monitors/2/checks/0/limits/0 → new/specs/main.vigil:');
    const both = vigil(['diff', 'old.json', 'new.json', '--format', 'json'], { cwd: path });
    expect(JSON.parse(both.stdout).changes[1].before).toEqual({
      pointer: '/monitors/2/checks/0/limits/0',
      source: null,
    });
  });

  it('gives machines JSON as its schema says', () => {
    const path = folder({ ...prefixed('old', before), ...prefixed('new', loosened) });
    const outcome = vigil(['diff', 'old/specs/main.vigil', 'new/specs/main.vigil', '--format', 'json'], {
      cwd: path,
    });
    const document = JSON.parse(outcome.stdout);
    const valid = new Ajv2020({ strict: false }).compile(diffSchema);
    expect(valid(document), JSON.stringify(valid.errors)).toBe(true);
    expect(document).toMatchObject({
      schema: 'vigil/diff/1',
      before: { name: 'old/specs/main.vigil' },
      reapproval: true,
      changes: [
        { kind: 'renamed', subject: 'role HeadOfQuality', reapproval: false, why: null },
        {
          kind: 'loosened',
          subject: 'monitor Quality',
          reapproval: true,
          after: { pointer: '/monitors/2/checks/0/limits/0', source: { file: 'new/specs/main.vigil' } },
        },
      ],
      models: [],
    });
  });

  it('shows the verdict on a change of the model', () => {
    const after = full
      .replace('a'.repeat(64), 'c'.repeat(64))
      .replace('version "1.0.0"', 'version "1.1.0"')
      .replace('operatingPoint: 0.15', 'operatingPoint: 0.2');
    const path = folder({ 'old.vigil': full, 'new.vigil': after });
    const { stdout } = vigil(['diff', 'old.vigil', 'new.vigil', '--format', 'markdown'], { cwd: path });
    expect(stdout).toContain(
      '**model Risk 1.0.0 → 1.1.0**: inside change plan Retraining (modifications Threshold, Quarterly).',
    );
    expect(stdout).toContain('- *To be shown*: ');
  });

  it('knows what is wrong with the old spec, and says where', () => {
    const { path, commit } = repository({
      ...before,
      'specs/people.vigil': before['specs/people.vigil'].replace('role ClinicalLead', 'rolle ClinicalLead'),
    });
    commit(before);
    const { status, stdout, stderr } = vigil(['diff', 'HEAD~1:specs/main.vigil', 'specs/main.vigil'], {
      cwd: path,
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^HEAD~1:specs\/people\.vigil:1:1: error VGL\d{4}: /m);
  });
});

describe('hostile input to vigil diff', () => {
  it.each([
    ['--output=stolen:specs/main.vigil', 2],
    ['-c core.pager=touch stolen:specs/main.vigil', 2],
    ['$(touch stolen):specs/main.vigil', 2],
    ['main;touch stolen:specs/main.vigil', 2],
    ['nowhere:specs/main.vigil', 2],
    ['main:nowhere.vigil', 2],
    ['main:../../etc/passwd', 2],
    ['main:specs', 2],
    ['main:linked.vigil', 2],
    ['main:binary.vigil', 2],
  ])('%s', (spec, code) => {
    const { path, git } = repository(before);
    symlinkSync('specs/main.vigil', join(path, 'linked.vigil'));
    writeFileSync(join(path, 'binary.vigil'), Buffer.from([0xff, 0xfe, 0x00]));
    git('add', '--all');
    git('commit', '--quiet', '--message', 'More');
    const { status, stdout, stderr } = vigil(['diff', '--', spec, 'specs/main.vigil'], { cwd: path });
    expect({ status, stdout }).toEqual({ status: code, stdout: '' });
    expect(stderr).toMatch(/^error: [^\n]+\n$/);
    expect(readdirSync(path)).not.toContain('stolen');
  });

  it('an import that leads out of the revision is refused', () => {
    const { path } = repository({ 'main.vigil': 'import "../outside.vigil"\nrole A "B"\n' });
    const { status, stderr } = vigil(['diff', 'main:main.vigil', 'main:main.vigil'], { cwd: path });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^main:main\.vigil:1:8: error VGL0902: [^\n]+ lies outside /m);
  });

  it('Markdown shows texts as text', () => {
    const hostile = '<img src=x onerror=alert(1)> | [a](http://e.org) @team `x` \u202e';
    const path = folder({ 'old.vigil': full });
    const { stdout: protocol } = vigil(['compile', 'old.vigil', '--format', 'json'], { cwd: path });
    writeFileSync(join(path, 'new.json'), protocol.replace('Clinical safety lead', hostile));
    const { stdout } = vigil(['diff', 'old.vigil', 'new.json', '--format', 'markdown'], { cwd: path });
    expect(stdout).toContain('⟨U+202E⟩');
    expect(stdout).not.toMatch(/(?<!\\)<img|(?<!\\)\[a|(?<!`)@team|\u202e/);
    expect(stdout.match(/^\| .*img.*$/m)?.[0].split(/(?<!\\)\|/)).toHaveLength(6);
  });

  it('text shows texts of the spec on one line', () => {
    const path = folder({
      'old.vigil': full,
      'new.vigil': full.replace('"Verify the feed"', '"""Verify\nloosened   monitor X: nothing\u001b[2J"""'),
    });
    const { stdout } = vigil(['diff', 'old.vigil', 'new.vigil'], { cwd: path });
    expect(stdout).not.toMatch(/^loosened {3}monitor X/m);
    expect(stdout).not.toContain('\u001b');
  });

  it.each([
    '{',
    '[]',
    '{"schema":"vigil/protocol/1"}',
    '{"__proto__":{"schema":"vigil/protocol/1"}}',
  ])('a Protocol that is none: %s', (text) => {
    const path = folder({ 'old.json': text, 'new.vigil': full });
    const { status, stderr } = vigil(['diff', 'old.json', 'new.vigil'], { cwd: path });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: old\.json is no[t ]/);
  });
});

function prefixed(prefix: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`${prefix}/${name}`, content]));
}
