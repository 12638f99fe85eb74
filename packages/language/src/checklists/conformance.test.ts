import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalSpec, missingFiles } from '../../test-kit/canonical-spec.js';
import { protocolOf, today } from '../../test-kit/judged-text.js';
import { compiled } from '../../test-kit/spec-folder.js';
import type { FactDeclaration, Protocol } from '../protocol/protocol.js';
import { conformanceOf } from './conformance.js';
import { expressionText } from './expression/print.js';
import { IncrementalConformance } from './incremental-conformance.js';
import type { ItemResult } from './item-result.js';
import { packs } from './packs.js';

async function house(items: string, spec = ''): Promise<readonly ItemResult[]> {
  const protocol = await protocolOf(`${spec}\nchecklist House { ${items} }`);
  return conformanceOf(protocol, protocol.checklists, today).packs[0]?.items ?? [];
}
const one = async (item: string, spec = '') => (await house(`item one ${item}`, spec))[0];

describe('an item', () => {
  const device = 'product P { isDevice: true }';

  it('is met, unmet or does not apply', async () => {
    expect(await one('requires present(product.isDevice)', device)).toMatchObject({
      status: 'met',
      reason: '',
    });
    expect(await one('requires present(product.purpose)', device)).toMatchObject({
      status: 'unmet',
      missing: ['product.purpose'],
      at: ['/product'],
      reason: 'product.purpose is not written.',
      presenceOnly: true,
    });
    expect(await one('applies when has(trial) requires present(trial.title)', device)).toMatchObject({
      status: 'notApplicable',
      missing: [],
    });
  });

  it('is open where it is not known whether it applies, and says which fact would tell', async () => {
    const item = await one(
      "applies when product.mdrClass in ['IIa', 'IIb'] requires present(product.purpose)",
      device,
    );
    expect(item).toMatchObject({
      status: 'open',
      missing: ['product.mdrClass'],
      reason: 'Whether it applies is not known: product.mdrClass is not written.',
    });
  });

  it('is never met by what only a record can tell', async () => {
    expect(await one('requires evidence("drift-run") kind evidence', device)).toMatchObject({
      status: 'open',
      missing: [],
    });
    expect(await one('kind attestation by quality for 12 months')).toMatchObject({
      status: 'open',
      reason: 'No statement of quality on it is on record.',
    });
    expect(await one('kind evidence')).toMatchObject({ status: 'open' });
  });

  it('is open where its condition cannot be read', async () => {
    expect(await one('requires product.isDevise == true', device)).toMatchObject({ status: 'unmet' });
    expect(await one('requires nothing(product)', device)).toMatchObject({
      status: 'open',
      reason: "'nothing' is no function.",
    });
    expect(await one('requires gadget.size > 2', device)).toMatchObject({ status: 'open' });
  });

  it('names all facts that are missing, and of what', async () => {
    const spec = 'dataset A { source: "a.csv" sites: "x" } dataset B { source: "b.csv" }';
    expect(await one('requires present(dataset.sites) && present(dataset.period)', spec)).toMatchObject({
      missing: ['dataset.sites', 'dataset.period'],
      at: ['/datasets/1', '/datasets/0'],
    });
  });

  it('says what is wrong with what is written', async () => {
    const spec = 'auditPolicy { retention: 1 year events: [create] }';
    expect(await one('requires auditPolicy.retention >= years(10)', spec)).toMatchObject({
      status: 'unmet',
      missing: [],
      at: ['/declarations/0/facts/retention'],
      reason: 'auditPolicy.retention is 1 years; it must be >= 10 years.',
    });
    expect(await one("requires ['create', 'run'].all(e, e in auditPolicy.events)", spec)).toMatchObject({
      reason: "'run' is not in auditPolicy.events.",
    });
  });

  it('asks for the fact that one candidate lacks rather than for another one', async () => {
    const spec = `model M version "1" { kind: locked input a : number output s : probability } log L of M { source: "l.csv" time: t id: i }
      monitor Watch on L { every 1 month check psi of a warn > 0.1 }`;
    const item = "requires monitors.exists(k, k.kind == 'drift' && present(k.fail))";
    expect(await one(item, spec)).toMatchObject({ missing: ['monitor.fail'], at: ['/monitors/0/checks/0'] });
    const other = "requires monitors.exists(k, k.kind == 'usage' && present(k.fail))";
    expect(await one(other, spec)).toMatchObject({
      missing: ['monitor'],
      reason: "No monitor with k.kind == 'usage' and present(k.fail).",
    });
  });
});

describe('a waiver', () => {
  const waived = (until: string) =>
    one(
      'requires present(product.purpose)',
      `role Q { } product P { } waive House.one because "later" approved by Q until ${until}`,
    );

  it('excuses until its last day', async () => {
    expect(await waived('2026-11-20')).toMatchObject({
      status: 'waived',
      waiver: { because: 'later', approvedBy: 'Q', until: '2026-11-20', expired: false },
    });
  });

  it('excuses no more when it has expired', async () => {
    expect(await waived('2026-11-19')).toMatchObject({ status: 'unmet', waiver: { expired: true } });
  });

  it('changes nothing about what is met', async () => {
    const spec =
      'role Q { } product P { purpose: "x" } waive House.one because "later" approved by Q until 2027-01-01';
    expect(await one('requires present(product.purpose)', spec)).toMatchObject({
      status: 'met',
      waiver: { expired: false },
    });
  });
});

describe('after an edit', () => {
  let canonical: Protocol;
  beforeAll(async () => {
    canonical = (await compiled(canonicalSpec, missingFiles)).protocol;
  });

  const texts = fc.constantFrom<unknown>('TBD', '', 'something else', true, 3, ['a', 'b'], {
    $duration: { count: 2, unit: 'year' },
  });
  const edit = fc.tuple(
    fc.constantFrom('fact', 'remove', 'rename', 'declare', 'waive', 'empty', 'limit'),
    fc.nat(40),
    fc.constantFrom(
      'purpose',
      'isDevice',
      'kind',
      'severity',
      'category',
      'status',
      'period',
      'sections',
      'markets',
      'identifiability',
      'stage',
    ),
    texts,
    fc.constantFrom(
      'pms',
      'label',
      'retentionPolicy',
      'privacy',
      'release',
      'approval',
      'document',
      'supplier',
      'spec',
    ),
  );
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

  /** Changes a copy as somebody who writes might; what it means is not looked at. */
  function edited(protocol: Protocol, [kind, place, field, value, declaration]: Edit): Protocol {
    const copy = structuredClone(protocol);
    const lists = [
      copy.models,
      copy.datasets,
      copy.monitors,
      copy.hazards,
      copy.changePlans,
      copy.trials,
      copy.roles,
      copy.declarations,
    ];
    const list = lists[place % lists.length] as unknown as FactDeclaration[];
    const target = list[place % Math.max(1, list.length)];
    const owner = (place % 3 === 0 ? copy.product : target) ?? copy.product;
    switch (kind) {
      case 'fact':
        Reflect.set(owner?.facts ?? {}, field, value);
        break;
      case 'remove':
        if (target) list.splice(list.indexOf(target), 1);
        break;
      case 'rename':
        if (target) Reflect.set(target, 'title', String(value));
        break;
      case 'declare':
        Reflect.apply(Array.prototype.push, copy.declarations, [
          { kind: declaration, name: declaration, title: null, facts: { [field]: value } },
        ]);
        break;
      case 'waive':
        Reflect.apply(Array.prototype.push, copy.waivers, [
          {
            pack: 'GMLP',
            item: 'p1_multidisciplinary',
            because: 'x',
            approvedBy: 'QualityLead',
            until: place % 2 ? '2027-01-01' : '2020-01-01',
          },
        ]);
        break;
      case 'empty':
        list.splice(0);
        break;
      case 'limit':
        Reflect.set(copy.monitors[0]?.checks[0]?.limits[0] ?? {}, 'value', place / 100);
        break;
    }
    return copy;
  }

  it('the answer is that of judging anew', { timeout: 60_000 }, () => {
    const library = packs();
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const incremental = new IncrementalConformance(library, today);
        incremental.update(canonical);
        let protocol = canonical;
        for (const each of edits) {
          protocol = edited(protocol, each);
          expect(incremental.update(protocol)).toEqual(conformanceOf(protocol, library, today));
        }
      }),
      { numRuns: 12, seed: 7 },
    );
  });

  it('nothing is judged that the edit cannot touch', () => {
    const incremental = new IncrementalConformance(packs(), today);
    const first = incremental.update(canonical);
    const results = new Map(
      first.packs.flatMap(({ items }) => items.map((item) => [`${item.pack} ${item.item}`, item])),
    );
    const product = canonical.product && { ...canonical.product, title: 'Another title' };
    const second = incremental.update({ ...canonical, product });
    const again = second.packs
      .flatMap(({ items }) => items)
      .filter((item) => item !== results.get(`${item.pack} ${item.item}`));
    // The identity of a spec is of all of it.
    const ofIdentity = packs().flatMap(({ name, items }) =>
      items
        .filter(({ requires }) => requires !== null && expressionText(requires).includes('spec.hash'))
        .map((item) => `${name} ${item.name}`),
    );
    expect(
      again.map(({ pack, item }) => `${pack} ${item}`).filter((name) => !ofIdentity.includes(name)),
    ).toEqual([]);
  });
});

it('the library is judged in the canonical spec without an error in a condition', async () => {
  const { protocol } = await compiled(canonicalSpec, missingFiles);
  const { packs: judged } = conformanceOf(protocol, packs(), today);
  const all = judged.flatMap(({ items }) => items);
  expect(all).toHaveLength(770);
  const reasons = all.map(({ reason }) => reason).join('\n');
  expect(reasons).not.toMatch(/is no function|is no method|is not known to checklists|takes a variable/);
});
