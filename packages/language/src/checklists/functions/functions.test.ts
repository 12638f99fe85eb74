import { describe, expect, it } from 'vitest';
import { judged, protocolOf, valueIn } from '../../../test-kit/judged-text.js';
import { protocolId } from '../../protocol/protocol-id.js';
import type { Records } from '../records.js';
import { functions, methods } from './functions.js';

type Answer = true | false | 'open' | 'missing';

async function answer(condition: string, spec: string, records?: Records): Promise<Answer> {
  const { value, causes } = await judged(condition, spec, records === undefined ? {} : { records });
  if (value !== undefined) return value;
  return causes.some(({ kind }) => kind === 'missing') ? 'missing' : 'open';
}

const cases: readonly (readonly [spec: string, condition: string, expected: Answer])[] = [
  // present: written, not empty, not TBD; of several things, each.
  ['pms { plan: "PMS-1" }', 'present(pms.plan)', true],
  ['pms { plan: "TBD" }', 'present(pms.plan)', false],
  ['pms { plan: "  tbd… " }', 'present(pms.plan)', false],
  ['pms { plan: "" }', 'present(pms.plan)', false],
  ['pms { plan: ["TBD", "PMS-1"] }', 'present(pms.plan)', true],
  ['pms { }', 'present(pms.plan)', false],
  ['', 'present(pms.plan)', false],
  ['dataset A { synthetic: false source: "a.csv" }', 'present(dataset.synthetic)', true],
  ['dataset A { sites: "x" source: "a.csv" } dataset B { source: "b.csv" }', 'present(dataset.sites)', false],
  [
    'dataset A { sites: "x" source: "a.csv" } dataset B { sites: "y" source: "b.csv" }',
    'present(dataset.sites)',
    true,
  ],
  // has
  ['pms { }', 'has(pms)', true],
  ['', 'has(pms)', false],
  ['pms { plan: "x" }', 'has(pms.plan)', true],
  // selected
  ['product P { comply with CHAI_Model_Card }', 'selected("chai-model-card")', true],
  ['product P { comply with CHAI_Model_Card }', 'selected("gmlp")', false],
  ['regulatory { frameworks: ["ISO 14971:2019"] }', 'selected("iso-14971")', true],
  // resolves
  ['model M version "1" { kind: locked } trial T { aiVersion: M }', 'resolves(trial.aiVersion)', true],
  ['model M version "1" { kind: locked } trial T { aiVersion: "1" }', 'resolves(trial.aiVersion)', true],
  [
    'model M version "1" { kind: locked } trial T { aiVersion: "the newest" }',
    'resolves(trial.aiVersion)',
    false,
  ],
  ['trial T { }', 'resolves(trial.aiVersion)', 'missing'],
  // isNumericLimit, in words as well
  ['usability U { acceptance: "at least 0.9 of tasks" }', 'isNumericLimit(usability.acceptance)', true],
  ['usability U { acceptance: "well enough" }', 'isNumericLimit(usability.acceptance)', false],
  [
    'model M version "1" { claim auroc >= 0.6 on D } dataset D { source: "d.csv" }',
    'performance.all(p, isNumericLimit(p.acceptance))',
    true,
  ],
  // samdTable: IMDRF N12, section 7.2
  ['', 'samdTable("critical", "treatOrDiagnose") == 4', true],
  ['', 'samdTable("critical", "drive") == 3', true],
  ['', 'samdTable("critical", "inform") == 2', true],
  ['', 'samdTable("serious", "treats") == 3', true],
  ['', 'samdTable("serious", "drives") == 2', true],
  ['', 'samdTable("serious", "informs") == 1', true],
  ['', 'samdTable("nonSerious", "treatOrDiagnose") == 2', true],
  ['', 'samdTable("nonSerious", "drive") == 1', true],
  ['', 'samdTable("nonSerious", "inform") == 1', true],
  ['', 'samdTable("serious", "guess") == 1', 'open'],
  // isPersonal, isSpecialCategory
  ['feature mrn { identifierClass: mrn }', 'isPersonal("mrn")', true],
  ['feature x { identifierClass: none }', 'isPersonal("x")', false],
  ['', 'isPersonal("user")', true],
  ['', 'isPersonal("action")', false],
  ['feature race { sensitiveAttribute: race }', 'features.all(f, isSpecialCategory(f))', true],
  ['feature age { sensitiveAttribute: age }', 'features.all(f, isSpecialCategory(f))', false],
  ['', 'isSpecialCategory("genetic")', true],
  // isSubsequence
  ['', 'isSubsequence(["a", "c"], ["a", "b", "c"])', true],
  ['', 'isSubsequence(["c", "a"], ["a", "b", "c"])', false],
  ['', 'isSubsequence(["a", "a"], ["a"])', false],
  ['auditPolicy { }', 'isSubsequence(["a"], auditPolicy.sequencing)', 'missing'],
  // durations: ten years are 3652.5 days
  ['retentionPolicy R { period: 10 years }', 'retentionPolicy.period >= years(10)', true],
  ['retentionPolicy R { period: 119 months }', 'retentionPolicy.period >= years(10)', false],
  ['retentionPolicy R { period: 120 months }', 'retentionPolicy.period >= years(10)', true],
  ['', 'months(12) == years(1)', true],
  ['', 'days(7) < months(1)', true],
  // max
  ['', 'max(2, 3) == 3', true],
  ['', 'max(years(1), months(11)) == years(1)', true],
  ['product P { }', 'max(product.lifetime, years(2)) == years(2)', 'missing'],
  ['product P { lifetime: "as long as it lasts" }', 'max(product.lifetime, years(2)) == years(2)', 'open'],
  // role: by name, or by words of name and title
  ['role PRRC { members: [A] } person A { }', 'present(role("prrc").members)', true],
  ['role QualityLead "Head of quality" { }', 'role("quality").name == "QualityLead"', true],
  ['role QualityLead { }', 'present(role("prrc").members)', false],
  // close: absolute or relative to the larger
  ['', 'close(100, 105, 0.05)', true],
  ['', 'close(100, 106, 0.05)', false],
  ['', 'close(0.001, 0.002, 0.001)', true],
  // hash and differs
  ['role A { } role B { }', 'hash(role("A")) == hash(role("A"))', true],
  ['role A { } role B { }', 'hash(role("A")) != hash(role("B"))', true],
  ['', 'differs([1, 2], [1, 2])', false],
  ['', 'differs([1, 2], [2, 1])', true],
  // previous, algorithmChanged, baseline: only the released spec tells
  ['release R { version: "1" }', 'releases.all(r, algorithmChanged(r, previous(r)))', 'open'],
  ['', 'differs([1], baseline.performance)', 'open'],
  // evidence and attestations are open as long as nothing is known
  ['', 'evidence("performance-run")', 'open'],
  ['', 'attested("house.one")', 'open'],
  // boundary is not computed
  ['', 'boundary(1, 0.5) == 2', 'open'],
  // literalSeed
  ['trial T { arm control A arm treatment B allocate 1:1 by id }', 'literalSeed(trial.randomisation)', false],
  [
    'trial T { arm control A arm treatment B allocate 1:1 by id seed: 42 }',
    'literalSeed(trial.randomisation)',
    true,
  ],
  ['trial T { }', 'literalSeed(trial.randomisation)', 'missing'],
  // waived, on the day of judgement
  ['role Q { } waive House.bias because "x" approved by Q until 2026-11-20', 'waived("bias")', true],
  ['role Q { } waive House.bias because "x" approved by Q until 2026-11-19', 'waived("bias")', false],
  ['role Q { } waive Other.bias because "x" approved by Q until 2027-01-01', 'waived("bias")', false],
  ['role Q { } waive Other.bias because "x" approved by Q until 2027-01-01', 'waived("other.bias")', true],
  // methods
  ['', '["a", "b"].size() == 2', true],
  ['', '"häß".size() == 3', true],
  ['', '["a", "b"].unique()', true],
  ['', '["a", "a"].unique()', false],
  ['', '["a", "b"].contains("b")', true],
  ['', '"abc".contains("bc")', true],
  ['', '"abc".startsWith("ab")', true],
  ['', '"abc".startsWith("b")', false],
  ['', '[1, 3, 2].max() == 3', true],
  ['', '[].max() == 3', 'open'],
  [
    'dataset D { specialCategoryBasis: "Article 9(2)(i)" source: "d.csv" }',
    "dataset.specialCategoryBasis.matches('9\\\\.2\\\\.[a-j]')",
    true,
  ],
  [
    'dataset D { specialCategoryBasis: "Article 6(1)(e)" source: "d.csv" }',
    "dataset.specialCategoryBasis.matches('9\\\\.2\\\\.[a-j]')",
    false,
  ],
  ['', '"a".matches("(")', 'open'],
  [
    'hazard H "x" { severity: minor probability: remote situation: "Denying follow-up to low scores happens" }',
    'risk.situation.refersTo("denying follow-up to LOW scores")',
    true,
  ],
  [
    'hazard H "x" { severity: minor probability: remote situation: "Nothing" }',
    'risk.situation.refersTo("denying follow-up")',
    false,
  ],
  [
    'supplier Cloud { } hazard H "Cloud is down" { severity: minor probability: remote }',
    'suppliers.all(s, risks.exists(r, r.refersTo(s)))',
    true,
  ],
  [
    'supplier Cloud { } hazard H "The cloudy day" { severity: minor probability: remote }',
    'suppliers.all(s, risks.exists(r, r.refersTo(s)))',
    false,
  ],
  [
    'riskPolicy { criteria: { severities: ["minor", "serious"], unacceptable: ["serious and frequent"] } }',
    'riskPolicy.criteria.lookup("serious", "frequent") == "unacceptable"',
    true,
  ],
  [
    'riskPolicy { criteria: { severities: ["minor", "serious"], unacceptable: ["serious and frequent"] } }',
    'riskPolicy.criteria.lookup("minor", "frequent") == "acceptable"',
    true,
  ],
  [
    'riskPolicy { criteria: "in RMP-4" }',
    'riskPolicy.criteria.lookup("minor", "frequent") == "acceptable"',
    'missing',
  ],
];

describe('functions and methods', () => {
  it.each(cases)('%s | %s', async (spec, condition, expected) => {
    expect(await answer(condition, spec)).toBe(expected);
  });

  it('have names of their own and a sentence for their readers', () => {
    for (const list of [functions, methods]) {
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
      for (const { documentation } of list) expect(documentation).toMatch(/^[A-Z].*\.$/s);
    }
  });
});

const monitored = (limits: string) => `
  model M version "1" { kind: locked input a : number output s : probability }
  log L of M { source: "l.csv" time: t id: i }
  monitor Watch on L { every 1 month check ${limits} }`;

describe('stricter', () => {
  it.each([
    ['psi of a warn > 0.1 fail > 0.2', true],
    ['psi of a warn > 0.2 fail > 0.2', false],
    ['psi of a warn > 0.3 fail > 0.2', false],
    ['auroc warn < 0.7 fail < 0.6', true],
    ['auroc warn < 0.5 fail < 0.6', false],
    ['observed_expected warn outside 0.9..1.1 fail outside 0.8..1.25', true],
    ['observed_expected warn outside 0.7..1.1 fail outside 0.8..1.25', false],
    ['ks of a warn p < 0.05 fail p < 0.01', true],
    ['ks of a warn p < 0.01 fail p < 0.05', false],
    ['ks of a warn > 0.1 fail p < 0.05', false],
  ])('%s: %s', async (check, expected) => {
    expect(await answer('monitors.all(m, stricter(m.warn, m.fail))', monitored(check))).toBe(expected);
  });

  it('is not known without a limit', async () => {
    expect(await answer('monitors.all(m, stricter(m.warn, m.fail))', monitored('psi of a fail > 0.2'))).toBe(
      'missing',
    );
  });
});

describe('noContradiction', () => {
  const claiming = (...claims: readonly string[]) =>
    `dataset D { source: "d.csv" } dataset E { source: "e.csv" } model M version "1" { ${claims.map((claim) => `claim ${claim}`).join(' ')} }`;
  it.each([
    [['auroc >= 0.6 on D', 'auroc <= 0.9 on D'], true],
    [['auroc >= 0.9 on D', 'auroc <= 0.6 on D'], false],
    [['auroc >= 0.9 on D', 'auroc <= 0.6 on E'], true],
    [['auroc >= 0.6 on D', 'auroc <= 0.6 on D'], true],
    [['auroc > 0.6 on D', 'auroc <= 0.6 on D'], false],
    [['auroc >= 0.9 on D', 'sensitivity <= 0.6 on D'], true],
  ] as const)('%s: %s', async (claims, expected) => {
    expect(await answer('noContradiction(performance)', claiming(...claims))).toBe(expected);
  });
});

describe('records', () => {
  const spec = 'role QualityLead { }';
  const made = async (changed: Partial<Records>): Promise<Records> => ({
    evidence: [],
    attestations: [],
    ...changed,
  });

  it('evidence counts for this very spec, and the last record decides', async () => {
    const id = protocolId(await protocolOf(spec));
    const run = (date: string, passed: boolean, protocol = id) => ({
      type: 'performance-run',
      protocolId: protocol,
      date,
      passed,
    });
    const ask = async (...evidence: ReturnType<typeof run>[]) =>
      answer('evidence("performance-run")', spec, await made({ evidence }));
    expect(await ask(run('2026-10-01', true))).toBe(true);
    expect(await ask(run('2026-10-01', true, 'sha256:0'))).toBe('open');
    expect(await ask(run('2026-10-02', false), run('2026-10-01', true))).toBe(false);
    expect(await ask(run('2026-10-01', false), run('2026-10-02', true))).toBe(true);
  });

  it('a statement counts for the named role until it lapses', async () => {
    const id = protocolId(await protocolOf(spec));
    const ask = async (date: string, role: string, item = 'one') => {
      const attestations = [{ pack: 'House', item, role, protocolId: id, date }];
      const records = await made({ attestations });
      const { value } = await judged('attested()', spec, {
        records,
        attestation: { role: 'quality', months: 12 },
      });
      return value ?? 'open';
    };
    expect(await ask('2026-01-01', 'QualityLead')).toBe(true);
    expect(await ask('2025-11-20', 'QualityLead')).toBe(true);
    expect(await ask('2025-11-19', 'QualityLead')).toBe(false);
    expect(await ask('2026-01-01', 'Engineer')).toBe('open');
    expect(await ask('2026-01-01', 'QualityLead', 'two')).toBe('open');
    expect(await ask('2026-12-01', 'QualityLead')).toBe('open');
  });

  it('the released spec tells what was before', async () => {
    const now = 'model M version "2" { sha256: "b" } release R { version: "2" model: M }';
    const before = 'model M version "1" { sha256: "a" } release R { version: "1" model: M }';
    const released = await protocolOf(before);
    const changed = 'releases.all(r, algorithmChanged(r, previous(r)))';
    expect(await answer(changed, now, await made({ released }))).toBe(true);
    expect(await answer(changed, before, await made({ released }))).toBe(false);
  });
});

describe('a trial', () => {
  const trial = (endpoint: string, more = '') => `trial T {
    arm control A arm treatment B allocate 1:1 by id
    endpoint primary e : ${endpoint}
    alpha 2.5% one-sided power 90% ${more} }`;

  // gsDesign::nBinomial(0.11, 0.09, alpha = 0.025, beta = 0.1) and power.prop.test: 4717 in each arm, rounded up.
  it('recomputes the size for two proportions', async () => {
    const value = await valueIn(
      'recompute(trial.sampleSize)',
      trial('proportion of x, lower is better, superiority, expect 11% against 9%'),
    );
    const z =
      (1.959963984540054 * Math.sqrt(2 * 0.1 * 0.9) +
        1.2815515655446004 * Math.sqrt(0.11 * 0.89 + 0.09 * 0.91)) /
      0.02;
    expect(value).toMatchObject({ kind: 'number', number: 2 * Math.ceil(z ** 2) });
  });

  it('is open where looks raise the size', async () => {
    const spec = trial(
      'proportion of x, lower is better, superiority, expect 11% against 9%',
      'look at 50% for efficacy stop for efficacy on e : spending lan_demets_obf',
    );
    expect(await answer('close(trial.sampleSize.n, recompute(trial.sampleSize), 0.05)', spec)).toBe('open');
  });

  it('compares the size that is written', async () => {
    const spec = (n: number) =>
      trial('proportion of x, lower is better, superiority, expect 11% against 9%', `sampleSize: ${n}`);
    const condition = 'close(trial.sampleSize.n, recompute(trial.sampleSize), 0.05)';
    const value = await valueIn('recompute(trial.sampleSize)', spec(1));
    const needed = value.kind === 'number' ? value.number : 0;
    expect(await answer(condition, spec(needed))).toBe(true);
    expect(await answer(condition, spec(Math.round(needed * 0.9)))).toBe(false);
  });
});
