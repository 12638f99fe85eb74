import { describe, expect, it } from 'vitest';
import { protocolOf, today } from '../../../test-kit/judged-text.js';
import { IncrementalConformance } from '../incremental-conformance.js';
import { findingsOf } from './findings.js';
import { progressOf, progressText } from './progress.js';

async function judged(items: string, spec = '') {
  const protocol = await protocolOf(`${spec} checklist House { ${items} }`);
  const conformance = new IncrementalConformance(protocol.checklists, today);
  const result = conformance.update(protocol);
  return { findings: findingsOf(conformance.judgements), progress: result.packs.map(progressOf) };
}
const shown = ({ findings }: Awaited<ReturnType<typeof judged>>) =>
  findings.map(({ concept, kind, at, severity, items }) => [
    concept,
    kind,
    at.join(' '),
    severity,
    items.map(({ item }) => item).join(' '),
  ]);

describe('findings', () => {
  it('are one for each missing fact, with every clause it serves and the severity of the worst', async () => {
    const items = `
      item a requires present(product.purpose) severity info
      item b requires present(product.purpose) && present(product.platform) severity warning
      item c requires present(product.platform)
      item d requires present(product.platform) severity info`;
    expect(shown(await judged(items, 'product P { }'))).toEqual([
      ['product.platform', 'missing', '/product', 'error', 'c b d'],
      ['product.purpose', 'missing', '/product', 'warning', 'b a'],
    ]);
  });

  it('are one for a fact that many declarations lack', async () => {
    const spec =
      'dataset A { source: "a.csv" } dataset B { source: "b.csv" } dataset C { source: "c.csv" sites: "x" }';
    expect(shown(await judged('item a requires datasets.all(d, present(d.sites))', spec))).toEqual([
      ['dataset.sites', 'missing', '/datasets/0 /datasets/1', 'error', 'a'],
    ]);
  });

  it('say first what decides whether items apply, as a warning', async () => {
    const items = `
      item a applies when product.isDevice requires present(product.purpose)
      item b applies when product.isDevice requires present(product.platform)
      item c requires present(product.platform) severity info`;
    const result = await judged(items, 'product P { }');
    expect(shown(result)).toEqual([
      ['product.isDevice', 'missing', '/product', 'warning', 'a b'],
      ['product.platform', 'missing', '/product', 'info', 'c'],
    ]);
    expect(result.findings[0]?.undecided).toBe(2);
  });

  it('tell what is missing from what is wrong', async () => {
    const items = `
      item a requires ['x', 'y'].all(s, s in label.sections)
      item b requires present(label.version)`;
    const result = await judged(items, 'label L { sections: ["x"] }');
    expect(shown(result)).toEqual([
      ['label.sections', 'wrong', '/declarations/0/facts/sections', 'error', 'a'],
      ['label.version', 'missing', '/declarations/0', 'error', 'b'],
    ]);
    expect(result.findings[0]?.texts).toEqual(["'y' is not in label.sections"]);
  });

  it('leave out what is waived, met, or waits for a record', async () => {
    const items = `
      item a requires present(product.purpose)
      item b requires evidence("drift-run") kind evidence
      item c requires present(product.platform)`;
    const spec =
      'role Q { } product P { platform: "x" } waive House.a because "x" approved by Q until 2027-01-01';
    const { findings, progress } = await judged(items, spec);
    expect(findings).toEqual([]);
    expect(progress.map(progressText)).toEqual(['House: 1 of 3 met, 1 waived, 1 open']);
  });
});

it('progress counts what applies', async () => {
  const items = 'item a applies when has(trial) requires present(trial.title)';
  const { progress } = await judged(items);
  expect(progress.map(progressText)).toEqual(['House: no item applies']);
});
