import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalSpec, missingFiles } from '../../../test-kit/canonical-spec.js';
import { compiled } from '../../../test-kit/spec-folder.js';
import type { Compilation, Protocol } from '../protocol.js';

let compilation: Compilation;
let protocol: Protocol;
const lines = (canonicalSpec['main.vigil'] ?? '').split('\n');

beforeAll(async () => {
  compilation = await compiled(canonicalSpec, missingFiles);
  protocol = compilation.protocol;
});

it('is the Protocol reviewed as golden/canonical.protocol.json', () => {
  const golden = new URL('golden/canonical.protocol.json', import.meta.url);
  expect(protocol).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
});

it('has the id that Python computes for the golden file', () => {
  // hashlib.sha256(json.dumps(golden, sort_keys=True, ensure_ascii=False, separators=(',', ':')).encode())
  expect(compilation.protocolId).toBe(
    'sha256:38d688b96b59c84886b3eae5556bb4345f302a2b64cc2d14943bdf2e77dc3e8c',
  );
});

// What the canonical example says, read off its text by hand.
describe('the canonical example', () => {
  it('resolves `all inputs` to the inputs psi is defined for, as declared', () => {
    const drift = protocol.monitors.find(({ name }) => name === 'InputDrift');
    expect(drift?.checks[0]?.term.of).toEqual(['time_in_hospital', 'number_inpatient', 'race']);
  });

  it('writes percentages as proportions', () => {
    const drift = protocol.monitors.find(({ name }) => name === 'InputDrift');
    expect(drift?.checks[2]?.limits).toEqual([
      { severity: 'warn', subject: 'value', operator: '>', value: 0.03 },
      { severity: 'fail', subject: 'value', operator: '>', value: 0.05 },
    ]);
    expect(drift?.checks[3]?.limits[0]).toMatchObject({ value: 0.001 });
    expect(drift?.checks[1]?.limits[0]).toMatchObject({ subject: 'pValue', value: 0.01 });
    expect(protocol.monitors.find(({ name }) => name === 'Performance')?.confidence).toBe(0.95);
    expect(protocol.trials[0]?.alpha).toEqual({ value: 0.025, sides: 1, power: 0.9 });
    expect(protocol.trials[0]?.sampleRatioAlpha).toBe(0.001);
  });

  it('gives checks the groups of their monitor', () => {
    const fairness = protocol.monitors.find(({ name }) => name === 'Fairness');
    const by = [['sex'], ['race'], ['age'], ['sex', 'race']];
    expect(fairness?.checks.map(({ term }) => term.by)).toEqual([by, by]);
  });

  it('reads `look at final` as all of the information and futility as non-binding', () => {
    expect(protocol.trials[0]?.looks.map(({ at }) => at)).toEqual([0.33, 0.67, 1]);
    expect(protocol.trials[0]?.stops.map(({ kind, binding }) => [kind, binding])).toEqual([
      ['efficacy', null],
      ['futility', false],
      ['harm', null],
    ]);
  });

  it('knows a lone metric name in a condition from a path', () => {
    const accept = protocol.changePlans[0]?.modifications[0]?.rules[1]?.when;
    const auroc = { metric: 'auroc', arguments: {}, aggregate: null, of: [], at: null, by: [] };
    expect(accept).toMatchObject({
      kind: 'binary',
      operator: 'and',
      left: { operator: '>=', left: { kind: 'metric', term: auroc, of: 'candidate' } },
      right: { operator: '<=', left: { kind: 'metric', term: { aggregate: 'gap', by: [['race']] } } },
    });
    expect(protocol.checklists[0]?.items[0]?.requires).toEqual({
      kind: 'binary',
      operator: '>=',
      left: {
        kind: 'path',
        parts: [
          { name: 'signatures', call: null },
          { name: 'size', call: [] },
        ],
      },
      right: { kind: 'number', value: 2 },
    });
  });

  it('keeps references, secrets and reasons apart from plain text', () => {
    expect(protocol.trials[0]?.facts.board).toMatchObject({ chair: { $reference: 'ClinicalLead' } });
    expect(protocol.integrations.find(({ name }) => name === 'Safety')?.facts).toEqual({
      url: { $secret: 'SLACK_WEBHOOK_URL' },
    });
    expect(protocol.hazards[0]?.facts.residual).toEqual({
      value: 'acceptable',
      because: 'the nurse reviews every discharge; the score only orders the list',
    });
    expect(protocol.hazards[0]?.facts.severity).toBe('serious');
  });

  it('keeps documentation comments beside the Protocol', () => {
    expect([...compilation.documentation]).toEqual([
      ['/product', 'Thirty-day readmission risk at discharge.'],
    ]);
  });
});

describe('locations', () => {
  const first: { readonly [pattern: string]: RegExp } = {
    '^/product$': /^product /,
    '^/models/\\d+$': /^model /,
    '^/models/\\d+/features/\\d+$': /^(input|output) /,
    '^/models/\\d+/claims/\\d+$': /^claim /,
    '^/logs/\\d+/time$': /^time: /,
    '^/logs/\\d+/label$': /^label: /,
    '^/logs/\\d+/source$': /^source: /,
    '^/monitors/\\d+$': /^monitor /,
    '^/monitors/\\d+/checks/\\d+$': /^check /,
    '^/monitors/\\d+/checks/\\d+/limits/\\d+$': /^(warn|fail) /,
    '^/monitors/\\d+/charts/\\d+$': /^chart /,
    '^/runbooks/\\d+/steps/\\d+$': /^step /,
    '^/changePlans/\\d+/modifications/\\d+/rules/\\d+$': /^(trigger|accept|rollback) /,
    '^/trials/\\d+/looks/\\d+$': /^look /,
    '^/checklists/\\d+/items/\\d+$': /^item /,
  };

  it.each(Object.entries(first))('of %s begin with %s', (pattern, beginning) => {
    const found = [...compilation.locations].filter(([pointer]) => new RegExp(pattern).test(pointer));
    expect(found.length).toBeGreaterThan(0);
    for (const [, { file, line, column }] of found) {
      expect(file).toBe('main.vigil');
      expect(lines[line - 1]?.slice(column - 1)).toMatch(beginning);
    }
  });

  it('exist for every declaration, check, limit, feature and step', () => {
    const wanted = Object.entries(protocol).flatMap(([list, items]) =>
      Array.isArray(items) ? items.map((_, index) => `/${list}/${index}`) : [],
    );
    protocol.monitors.forEach(({ checks }, monitor) => {
      checks.forEach(({ limits }, check) => {
        limits.forEach((_, limit) => {
          wanted.push(`/monitors/${monitor}/checks/${check}/limits/${limit}`);
        });
      });
    });
    expect(wanted.filter((pointer) => !compilation.locations.has(pointer))).toEqual([]);
  });

  it('point at values that exist', () => {
    for (const pointer of compilation.locations.keys()) {
      const value = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((found, step) => (found as Record<string, unknown>)?.[step], protocol);
      expect(value, pointer).toBeDefined();
    }
  });
});
