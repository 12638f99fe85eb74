import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiled, inFolder, type SpecFiles } from '../../../test-kit/spec-folder.js';
import { loadSpec } from '../../references/load-spec.js';
import { compileSpec } from './compile-spec.js';

const declarations: readonly string[] = [
  'role Lead "Clinical lead"',
  'channel Alerts: slack { url: env "HOOK" }',
  'dataset Training { role: reference }',
  `model Risk "Risk" version "1.0.0" {
    kind: locked operatingPoint: 0.15
    input age "Age" : number 0..120 unit "a"
    input ward : category ["A", "B"] optional missing "?"
    input previous : integer 0.. missing -1
    output score : probability
    claim auroc >= 0.62 on Training
  }`,
  'log Visits of Risk { source: trino "hive.ml.visits" time: seen_at prediction: score label: died }',
  'subgroups Groups { ward = ward  years = age cut at 40, 60.5 minimum size 30 }',
  `monitor Drift on Visits {
    every 1 month against Training
    alarm budget 1 per year
    check psi of all inputs warn > 0.1 fail > 0.2
    check ks(method: exact) of age fail p < 0.01 adjust holm
    check missing of ward warn > 3% fail > 5%
    on fail run Response on warn notify Alerts
  }`,
  `monitor Quality on Visits {
    every 1 week over last 4 weeks
  }`.replace('over last 4 weeks', 'after labels mature 30 days confidence 95% by ward, years * ward'),
  `monitor Equity on Visits {
    every 1 quarter
    check sensitivity gap by ward, years warn > 0.05 fail > 0.10
    check observed_expected fail outside 0.8..1.25
  }`,
  'runbook Response { step "Look" by Lead within 4 hours step pause Risk }',
  'hazard Missed "A patient is missed" { severity: serious probability: occasional controlled by Drift, Response }',
];
const check = '\n check auroc fail < 0.6\n check ece(bins: 20) fail > 5% ';
const spec = declarations.map((text) =>
  text.startsWith('monitor Quality') ? text.replace(/\n\s*}$/, `${check}}`) : text,
);

const id = async (files: SpecFiles | string) => (await compiled(files)).protocolId;

/** The words and signs of a spec; any white space or comment may stand between two of them. */
const tokens =
  /"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|`[^`]*`|(?:one|two)-sided|non-binding|\d{4}-\d\d-\d\d|\d+(?:\.\d+)?|[A-Za-z_]\w*|\.\.|<=|>=|==|!=|&&|\|\||\S/g;
const gaps = fc.constantFrom(
  ' ',
  '\n',
  '\t\t',
  '\r\n  ',
  ' /* note */ ',
  ' // note\n',
  '\n/** documented */\n',
);

describe('the protocol id does not change', () => {
  it('with order of declarations, division into files, layout or comments', async () => {
    const expected = await id(spec.join('\n'));
    const tokenCount = Math.max(...spec.map((text) => text.match(tokens)?.length ?? 0));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...spec], { minLength: spec.length }),
        fc.integer({ min: 0, max: spec.length }),
        fc.array(gaps, { minLength: tokenCount, maxLength: tokenCount }),
        async (shuffled, split, between) => {
          const loose = shuffled.map((text) =>
            (text.match(tokens) ?? []).map((token, index) => token + between[index]).join(''),
          );
          const files = {
            'main.vigil': `import "./part.vigil"\n${loose.slice(0, split).join('\n')}`,
            'part.vigil': `import "./main.vigil"\n${loose.slice(split).join('\n')}`,
          };
          expect(await id(files)).toBe(expected);
        },
      ),
      { numRuns: 30, seed: 20_261_121 },
    );
  });

  it.each<[string, string, string]>([
    ['5% and 0.05', 'warn > 3% fail > 5%', 'warn > 0.03 fail > 0.05'],
    ['ticks around a column', 'of ward warn', 'of `ward` warn'],
    ['singular and plural', 'every 1 month', 'every 1 months'],
    ['order of the limits', 'warn > 0.1 fail > 0.2', 'fail > 0.2 warn > 0.1'],
    ['0.6 and 0.60', 'fail < 0.6', 'fail < 0.60'],
    ['a qualified subgroup', 'by ward, years * ward', 'by Groups.ward, years * Groups.ward'],
    ['order of controls', 'controlled by Drift, Response', 'controlled by Response, Drift'],
    ['order of fields', 'kind: locked operatingPoint: 0.15', 'operatingPoint: 0.15 kind: locked'],
    ['the default time zone', 'time: seen_at', 'time: seen_at timezone: "UTC"'],
    [
      'order of subgroups',
      'ward = ward  years = age cut at 40, 60.5',
      'years = age cut at 40, 60.5 ward = ward',
    ],
    ['all inputs and their names', 'psi of all inputs', 'psi of age, ward, previous'],
  ])('with %s', async (_name, before, after) => {
    const text = spec.join('\n');
    expect(text).toContain(before);
    expect(await id(text.replace(before, after))).toBe(await id(text));
  });

  it('with the folder of an imported file, as long as its paths lead to the same place', async () => {
    const flat = {
      'main.vigil': 'dataset Training { role: reference source: "data/train.csv" }',
      'data/train.csv': 'a\n',
    };
    const deep = {
      'main.vigil': 'import "./parts/data.vigil"',
      'parts/data.vigil': 'dataset Training { role: reference source: "../data/./train.csv" }',
      'data/train.csv': 'a\n',
    };
    expect(await id(deep)).toBe(await id(flat));
  });
});

describe('the protocol id changes', () => {
  const text = spec.join('\n');
  const numbers = [...text.matchAll(/(?<![\w"])\d+(\.\d+)?/g)].map(({ index, 0: found }) => ({
    index,
    found,
  }));

  it('with every number of the spec', async () => {
    expect(numbers.length).toBeGreaterThan(25);
    const unchanged = await id(text);
    for (const { index, found } of numbers) {
      const changed = `${text.slice(0, index)}${Number(found) * 1.5 + 1}${text.slice(index + found.length)}`;
      expect(await looseId(changed), `${text.slice(Math.max(0, index - 30), index)}<${found}>`).not.toBe(
        unchanged,
      );
    }
  });

  it.each<[string, string, string]>([
    ['12 months and 1 year', 'every 1 month', 'every 1 year'],
    ['an input', 'input ward : category ["A", "B"] optional missing "?"', ''],
    ['warn and fail', 'fail < 0.6', 'warn < 0.6'],
    ['the operator', 'fail < 0.6', 'fail <= 0.6'],
    ['the adjustment', 'adjust holm', 'adjust bonferroni'],
    ['an argument', 'bins: 20', 'bins: 21'],
    ['the p-value', 'fail p < 0.01', 'fail < 0.01'],
    ['a step’s time', 'within 4 hours', 'within 4 days'],
    ['a category', '["A", "B"]', '["A", "C"]'],
    ['a title', '"A patient is missed"', '"A patient is missed."'],
  ])('with %s', async (_name, before, after) => {
    expect(text).toContain(before);
    expect(await looseId(text.replace(before, after))).not.toBe(await id(text));
  });

  /** The id also of a spec whose limits no longer make sense: only the meaning is of interest here. */
  function looseId(content: string): Promise<string> {
    return inFolder({ 'main.vigil': content }, async (folder) => {
      const loaded = await loadSpec(join(folder, 'main.vigil'));
      if (loaded.kind === 'unreadable') throw new Error(loaded.message);
      return compileSpec(loaded).protocolId;
    });
  }
});
