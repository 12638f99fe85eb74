import { describe, expect, it } from 'vitest';
import { checkFiles, textChecker } from '../../test-kit/check-text.js';
import { checkMarked } from '../../test-kit/marked-text.js';

const check = textChecker();

describe('names declared twice: the second is marked, the first is linked', () => {
  it.each([
    ['role A\nrole «A»', /^VGL0103 role 'A' is declared twice: also in line \d+$/],
    [
      'monitor M on Visits { every 1 day check auroc fail < 0.6 on fail run M }\nrunbook «M» { step "Look" by Lead }',
      /^VGL0103 runbook 'M' is declared twice/,
    ],
    ['channel «Oncall»: slack { url: env "X" }', /^VGL0103 channel 'Oncall' is declared twice/],
    ['subgroups Others { «sex» = sex }', /^VGL0103 subgroup 'sex' is declared twice/],
    [
      'product «Second» { markets: [US] }',
      /^VGL0107 a spec describes one product; 'Second' is the second after 'Guard' in line 1$/,
    ],
    [
      'subgroups G { a = age cut at 1 «a» = age cut at 2 }',
      /^VGL0106 subgroup 'a' is declared twice in subgroups 'G'/,
    ],
    [
      'model M version "1" { kind: locked input x : number input «x» : integer output s : probability }',
      /^VGL0106 input 'x' is declared twice in model 'M'/,
    ],
    [
      'model M version "1" { kind: locked input x : category ["a", «"a"»] output s : probability }',
      /^VGL0106 category 'a' is declared twice in input 'x'/,
    ],
  ])('%s', async (spec, finding) => {
    const { findings, found, marked } = await checkMarked(spec, check);
    expect(findings).toEqual([expect.stringMatching(finding)]);
    expect(found).toEqual(marked);
  });

  it('names of different kinds may be the same, and so may facts without a name', async () => {
    const spec = 'role Risk\ndataset Risk { role: test }\nprivacyNotes { a: 1 }\nprivacyNotes { a: 2 }';
    const { findings } = await checkMarked(spec, check);
    expect(findings.filter((finding) => !finding.startsWith('VGL0202'))).toEqual([]);
  });

  it('in an import, too: both places are named', async () => {
    const found = await checkFiles({
      'main.vigil': 'import "./people.vigil"\nrole Ada\n',
      'people.vigil': '\n\nrole Ada\n',
    });
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toBe("role 'Ada' is declared twice: also in people.vigil, line 3");
    expect(found[0]?.location).toMatchObject({ file: 'main.vigil', line: 2, column: 6 });
    expect(found[0]?.related?.[0]?.location).toMatchObject({ file: 'people.vigil', line: 3 });
  });
});

describe('one mistake gives one diagnostic', () => {
  it.each([
    [
      'a reference to a declaration that could not be read',
      'log Torn of Risk { source: \nmonitor M on Torn { every 1 day check auroc fail < 0.6 }',
      ['VGL0002'],
    ],
    ['a declaration with a syntax error', 'dataset D { rolle: test sha256: }', ['VGL0002']],
    ['an unclosed string', 'role A "Clinical lead\nrole B', ['VGL0001']],
    [
      'an unknown log',
      'monitor M on Vistis { every 1 day check auroc fail < 0.6 check psi of nowhere fail > 0.2 }',
      ['VGL0101', 'VGL0412'],
    ],
    [
      'an unknown model',
      'log L of Rsk { source: "l.csv" time: t prediction: s label: l }\nmonitor M on L { every 1 day check sensitivity of s fail < 0.6 }',
      ['VGL0101'],
    ],
  ])('%s', async (_, spec, codes) => {
    const { findings } = await checkMarked(spec, check);
    expect(findings.map((finding) => finding.slice(0, 7))).toEqual(codes);
  });

  it('an unknown name elsewhere in a damaged file is still said', async () => {
    const spec =
      'dataset D { rolle: }\nmonitor M on Visits { every 1 day check auroc fail < 0.6\n on fail run Nothing }';
    const { findings } = await checkMarked(spec, check);
    expect(findings.map((finding) => finding.slice(0, 7))).toEqual(['VGL0002', 'VGL0101']);
  });

  it('a missing import is said, not the names it would have brought', async () => {
    const found = await checkFiles({
      'main.vigil': 'import "./people.vigil"\nlog L of Gone { source: "l.csv" time: t }\n',
      'l.csv': '',
    });
    expect(found.map(({ code }) => code)).toEqual(['VGL0901']);
  });
});
