import { describe, expect, it } from 'vitest';
import { completer } from '../../../test-kit/complete-text.js';
import { exampleDeclarations } from '../../diagnostics/example-declarations.js';

const types = { seen_at: 'timestamp', age: 'number', 'Heart Rate': 'number', ward: 'text' } as const;
const columns = Object.entries(types).map(([name, type]) => ({ name, type }));
const { complete } = completer({
  data: {
    columnsOf: async () => ({ columns, nested: [], rows: 10, files: ['visits.parquet'] }),
    unreadableIn: async () => [],
  },
});

const spec = (marked: string) => `${exampleDeclarations}${marked}`;
const monitor = (marked: string) =>
  spec(`monitor M on Visits {\n  every 1 week against Training by sex\n  ${marked}\n}`);
const model = (marked: string) => spec(`model N version "2" {\n  trainedOn: Training\n  ${marked}\n}`);
const log = (marked: string) => spec(`log L {\n  source: "l.parquet"\n  ${marked}\n}`);
const product = (marked: string) => spec(`product P {\n  ${marked}\n}`);
const trial = (marked: string) =>
  spec(`trial T {\n  log Visits\n  endpoint primary death : proportion of died\n  ${marked}\n}`);
const modification = (marked: string) =>
  spec(
    `monitor M on Visits { every 1 week }\nchangePlan C for Risk {\n  modification Q {\n    ${marked}\n  }\n}`,
  );
const item = (marked: string) => spec(`checklist House {\n  item one ${marked}\n}`);
const scenario = (marked: string) =>
  spec(`monitor M on Visits { every 1 week }\nscenario S {\n  from Training\n  ${marked}\n}`);

type Row = [where: string, marked: string, labels: readonly string[]];

/** These labels, in any order, and no other. */
async function expectOnly(marked: string, labels: readonly string[]): Promise<void> {
  expect((await complete(marked)).labels.toSorted()).toEqual([...labels].toSorted());
}

describe('in a monitor', () => {
  it.each<Row>([
    ['an example of how often', 'every <|>', ['1 month']],
    ['how often', 'every 1 <|>', ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']],
    ['several', 'every 2 w<|>', ['weeks']],
    [
      'the schedule goes on',
      'every 1 week <|>',
      ['against', 'over last', 'after labels mature', 'confidence', 'by'],
    ],
    [
      'what is said is not said again',
      'every 1 week by sex over last 30 days <|>',
      ['against', 'after labels mature', 'confidence'],
    ],
    ['a reference', 'every 1 week against <|>', ['Training', 'previous window']],
    ['groups', 'every 1 week by <|>', ['sex', 'band']],
    ['groups of one declaration', 'every 1 week by Groups.<|>', ['Groups.sex', 'Groups.band']],
    ['a phrase goes on', 'every 1 week after <|>', ['labels mature']],
    ['a budget', 'alarm <|>', ['budget']],
    [
      'a unit of time',
      'alarm budget 1 per <|>',
      ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'],
    ],
    ['a reaction', 'on <|>', ['warn', 'fail']],
    ['what it does', 'on fail <|>', ['run', 'notify']],
    ['channels, no pipeline', 'on fail notify <|>', ['Oncall']],
  ])('%s', (_, statement, labels) =>
    expectOnly(
      spec(`pipeline Nightly: github { repository: "a/b" }\nmonitor M on Visits {\n  ${statement}\n}`),
      labels,
    ));

  it('statements that can stand there, and fields that do not yet', async () => {
    const { labels } = await complete(
      spec(
        'monitor M on Visits {\n  every 1 week\n  owner: Lead\n  alarm budget 1 per year\n  check psi of age fail > 0.2\n  <|>\n}',
      ),
    );
    expect(labels.toSorted()).toEqual(
      ['warn', 'check', 'chart', 'on', 'kind', 'rationale', 'method', 'version', 'runbook'].toSorted(),
    );
  });
});

describe('in a check', () => {
  it.each<Row>([
    ['a metric of columns first of all wants columns', 'check psi <|>', ['of']],
    [
      'columns it can be measured on',
      'check ks of <|>',
      ['age', 'score', 'Heart Rate', 'all inputs', 'all outputs'],
    ],
    ['columns that are not named yet', 'check ks of age, <|>', ['score', 'Heart Rate']],
    ['half a column', 'check psi of se<|>', ['score', 'seen_at', 'sex']],
    ['all of them', 'check psi of all <|>', ['inputs', 'outputs']],
    ['in backticks', 'check missing of `He<|>', ['Heart Rate']],
    ['limits and groups', 'check psi of age <|>', ['warn', 'fail', 'by']],
    ['no second limit of a kind', 'check psi of age warn > 0.1 <|>', ['fail']],
    ['the worse direction', 'check psi of age warn <|>', ['>', '>=']],
    ['the worse direction of a metric that should be high', 'check auroc fail <|>', ['<', '<=']],
    ['a ratio should be high', 'check selection_rate ratio fail <|>', ['<', '<=']],
    ['both directions', 'check observed_expected fail <|>', ['outside', '<', '<=', '>', '>=']],
    ['a p-value', 'check ks of age fail <|>', ['>', '>=', 'p']],
    ['small p-values', 'check ks of age fail p <|>', ['<']],
    ['an adjustment goes with p-values', 'check ks of age fail p < 0.01 <|>', ['warn', 'adjust']],
    ['adjustments', 'check ks of age fail p < 0.01 adjust <|>', ['holm', 'bonferroni', 'benjamini_hochberg']],
    [
      'a threshold where there is one',
      'check sensitivity <|>',
      ['gap', 'ratio', 'of', 'by', 'at', 'warn', 'fail'],
    ],
    ['arguments', 'check ece(<|>) fail > 0.1', ['bins', 'binning']],
    ['arguments that are not given yet', 'check ece(bins: 10, <|>) fail > 0.1', ['binning']],
    ['values of an argument', 'check ece(binning: <|>) fail > 0.1', ['count', 'width']],
    ['rules of a chart', 'chart mean of age rules <|>', ['nelson', 'western_electric']],
    ['what a chart is told', 'chart mean of age cusum target 0.2 <|>', ['shift']],
  ])('%s', (_, statement, labels) => expectOnly(monitor(statement), labels));

  it('metrics alone, each with its formula and source', async () => {
    const { items, item: found } = await complete(monitor('check <|>'));
    expect(found('auroc')).toBeDefined();
    for (const { documentation, detail } of items) {
      expect(JSON.stringify(documentation)).toContain('Source:');
      expect(detail).toMatch(/: ./);
    }
  });

  it('no metric of outcomes or scores where the log has none', async () => {
    const { labels } = await complete(
      'log L { source: "l.csv" time: t }\nmonitor M on L {\n  every 1 week\n  check <|>\n}',
    );
    expect(labels).toContain('psi');
    expect(labels).not.toContain('auroc');
    expect(labels).not.toContain('alert_rate');
  });
});

describe('in models, logs and groups', () => {
  it.each<Row>([
    [
      'columns no input is named after yet',
      model('input age : number\n  input <|>'),
      ['seen_at', 'Heart Rate', 'ward'],
    ],
    [
      'types',
      model('input x : <|>'),
      ['number', 'integer', 'probability', 'boolean', 'category', 'timestamp'],
    ],
    ['what a number has', model('input x : number <|>'), ['unit', 'optional', 'missing']],
    ['a category has no unit', model('input x : category ["a"] <|>'), ['optional', 'missing']],
    ['the better direction', model('claim auroc <|>'), ['>=', '>', 'of']],
    ['its own features', model('input x : number\n  claim mean of <|>'), ['x', 'all inputs']],
    ['datasets', model('claim auroc >= 0.7 <|>'), ['on']],
    ['words of a fact', model('kind: <|>'), ['locked', 'adaptive', 'batchRetrained', 'rule']],
    ['half a word', model('kind: lo<|>'), ['locked']],
    ['members of a record', model('code: { repository: "x", <|> }'), ['commit', 'license']],
    ['datasets in a fact', model('tunedOn: <|>'), ['Training']],
    ['columns for a role', log('id: <|>'), ['age', 'seen_at', 'Heart Rate', 'ward']],
    ['when a label is known', log('label: died <|>'), ['available']],
    ['the model in the shadow', log('shadow: score <|>'), ['of']],
    ['formats', spec('log L {\n  source: <|>\n}'), ['parquet', 'csv', 'jsonl', 'ndjson', 'trino', 'fhir']],
    ['categories are listed', spec('subgroups S {\n  g = sex <|>\n}'), ['in']],
    ['numbers are cut', spec('subgroups S {\n  g = age <|>\n}'), ['cut at']],
    ['labels of the category', spec('subgroups S {\n  g = sex in ["Male", <|>]\n}'), ['Female']],
    ['truth', spec('dataset D { synthetic: <|> }'), ['true', 'false']],
    ['the only way to a secret', spec('channel C: slack { url: <|> }'), ['env']],
    ['services', spec('channel C: <|>'), ['slack', 'teams', 'pagerduty', 'email', 'webhook']],
  ])('%s', (_, marked, labels) => expectOnly(marked, labels));

  it('time zones, the universal one first', async () => {
    const { labels } = await complete(log('timezone: "<|>"'));
    expect(labels[0]).toBe('UTC');
    expect(labels.toSorted()).toEqual(
      [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted(),
    );
  });

  it('units in UCUM, those of the spec first', async () => {
    const { labels, accept } = await complete(model('input x : number unit <|>'));
    expect(labels[0]).toBe('a');
    expect(labels).toEqual(expect.arrayContaining(['mm[Hg]', 'mmol/L', '/min', '1']));
    expect(accept('mmol/L')).toContain('unit "mmol/L"');
  });

  it('fields that are not there yet, required ones first', async () => {
    const { labels } = await complete(spec('dataset D { role: test\n  <|>\n}'));
    expect(labels).not.toContain('role');
    expect(labels[0]).toBe('source');
    expect(labels.indexOf('sha256')).toBeLessThan(labels.indexOf('sites'));
  });
});

describe('in trials, change plans, scenarios and checklists', () => {
  it.each<Row>([
    ['arms', trial('arm <|>'), ['control', 'treatment']],
    [
      'how patients are allotted',
      trial('allocate 1:1 by age <|>'),
      ['stratified by', 'using permuted blocks of'],
    ],
    ['what is measured', trial('endpoint safety e : <|>'), ['proportion', 'mean', 'hazard']],
    [
      'what an endpoint says once',
      trial('endpoint safety e : mean of age, lower is better, superiority, <|>'),
      ['expect', 'sd'],
    ],
    ['sides', trial('alpha 2.5% <|>'), ['one-sided', 'two-sided']],
    ['purposes', trial('look at 50% for harm, <|>'), ['efficacy', 'futility']],
    ['its own endpoints', trial('stop for harm on <|>'), ['death']],
    [
      'spending functions',
      trial('stop for efficacy on death : spending <|>'),
      ['lan_demets_obf', 'lan_demets_pocock', 'power', 'hsd', 'haybittle_peto'],
    ],
    ['a rule begins', modification('rollback <|>'), ['when']],
    ['a verdict', modification('trigger when M <|>'), ['fails', 'warns']],
    ['and then', modification('trigger when M fails <|>'), ['and', 'or']],
    ['the better direction', modification('accept when brier <|>'), ['<=', '<', 'of', 'by', 'gap', 'ratio']],
    ['the worse direction', modification('rollback when brier <|>'), ['>=', '>', 'of', 'by', 'gap', 'ratio']],
    [
      'inputs and outputs of the model',
      modification('accept when mean of <|>'),
      ['age', 'score', 'all inputs', 'all outputs'],
    ],
    ['stages', modification('rollout shadow for 2 weeks then <|>'), ['shadow', 'canary', 'full']],
    ['columns of the data', scenario('set <|>'), ['age', 'sex', 'score', 'seen_at', 'Heart Rate', 'ward']],
    ['monitors', scenario('expect <|>'), ['M', 'all monitors to']],
    ['verdicts', scenario('expect M to <|>'), ['fail', 'warn', 'pass']],
    ['signers', product('require signature of <|>'), ['Lead']],
    [
      'meanings',
      product('require signature of Lead as <|>'),
      ['approval', 'review', 'authorship', 'responsibility'],
    ],
    ['severities', item('severity <|>'), ['error', 'warning', 'info']],
    ['own items', `${item('kind attestation')}waive House.<|>`, ['one']],
    ['who approves', `${item('kind attestation')}waive House.one because "x" approved by <|>`, ['Lead']],
  ])('%s', (_, marked, labels) => expectOnly(marked, labels));

  it('checklists that are not named yet, the house’s own first', async () => {
    const { labels } = await complete(
      `${product('comply with GMLP, <|>')}\nchecklist House { item a kind attestation }`,
    );
    expect(labels[0]).toBe('House');
    expect(labels).toContain('FDA_PCCP');
    expect(labels).not.toContain('GMLP');
  });

  it('items of a checklist that ships with Vigil', async () => {
    const { labels, item: found } = await complete(spec('waive GMLP.<|>'));
    expect(labels).toContain('principle_1_intended_use');
    expect(found('principle_1_intended_use')?.detail).toMatch(/Principle 1/);
  });

  it('concepts in the condition of an item, part by part', async () => {
    const { labels } = await complete(item('requires <|>'));
    expect(labels).toEqual(expect.arrayContaining(['product', 'intendedUse', 'risk', 'not', 'true']));
    expect(labels).not.toContain('auroc');
    const inProduct = await complete(item('requires product.<|>'));
    expect(inProduct.labels).toContain('isDevice');
    expect(inProduct.labels).not.toContain('product');
  });

  it('metrics, monitors and words of conditions', async () => {
    const { labels } = await complete(modification('trigger when <|>'));
    expect(labels).toEqual(expect.arrayContaining(['M', 'auroc', 'every', 'not', 'champion']));
    expect((await complete(modification('accept when <|>'))).labels).not.toContain('every');
  });
});

describe('in a file', () => {
  it('an empty one: every declaration, what has a shape of its own first', async () => {
    const { labels } = await complete('<|>');
    for (const word of ['product', 'model', 'log', 'monitor', 'runbook', 'oversight', 'import', 'waive'])
      expect(labels).toContain(word);
    expect(labels.indexOf('oversight')).toBeGreaterThan(labels.indexOf('checklist'));
    expect(labels).not.toContain('modification');
    expect(labels).not.toContain('check');
  });

  it.each([
    ['a comment to the end of the line', spec('// che<|>')],
    ['a comment', spec('/* <|> */')],
    ['a comment that is not closed', spec('/* <|>')],
    ['text', spec('runbook R { step "Ver<|>" }')],
    ['several lines of text', spec('product P { purpose: """a\n<|>\n""" }')],
    ['a number', monitor('check psi of age fail > 0.<|>')],
    ['a name that is made up', spec('monitor <|>')],
    ['behind a declaration on its line', spec('role X <|>')],
  ])('nothing in %s', async (_, marked) => {
    expect((await complete(marked)).labels).toEqual([]);
  });
});
