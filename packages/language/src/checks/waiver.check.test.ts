import { EmptyFileSystem, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { checkFiles, textChecker } from '../../test-kit/check-text.js';
import { packs } from '../checklists/packs.js';
import { createVigilServices } from '../services.js';

const check = textChecker();
const findings = async (text: string) =>
  (await check(`role Lead\n${text}`)).map(({ code, severity, message }) => `${code} ${severity} ${message}`);
const waive = (item: string, until = '2027-06-30') =>
  `waive ${item} because "reason" approved by Lead until ${until}`;

describe('an item that is waived', () => {
  it('is known when a shipped checklist has it', async () => {
    expect(await findings(waive('GMLP.principle_2_engineering'))).toEqual([]);
    expect(await findings(waive('EU_AI_Act.article_10_3'))).toEqual([]);
  });

  it('every item of every shipped checklist can be waived', async () => {
    const all = packs().flatMap(({ name, items }) => items.map((item) => waive(`${name}.${item.name}`)));
    expect(all).toHaveLength(770);
    expect(await findings(all.join('\n'))).toEqual([]);
  });

  it.each([
    ['GMLP.principle_2_enginering', "; did you mean 'principle_2_engineering'?"],
    ['EU_AI_Act.article_10_4', "; did you mean 'article_10_4_setting'?"],
    ['GMLP.nothing_like_it', ''],
  ])('%s is not known%s', async (item, hint) => {
    const [pack, name] = item.split('.');
    expect(await findings(waive(item))).toEqual([
      `VGL0807 error checklist '${pack}' has no item '${name}'${hint}`,
    ]);
  });

  it('may be a part that an item asks about by itself', async () => {
    expect(await findings(waive('EU_AI_Act.fundamentalRights'))).toEqual([]);
    expect(await findings(waive('ISO_14971.literature'))).toEqual([]);
    expect(await findings(waive('ISO_13485.literature'))).toHaveLength(1);
    const hazard = 'hazard Late "A late score" { severity: minor probability: remote }';
    expect(await findings(`${hazard}\n${waive('ISO_14971.Late')}`)).toEqual([]);
    expect(await findings(waive('ISO_14971.Late'))).toHaveLength(1);
  });

  it('of a checklist in an imported file is known', async () => {
    const files = (item: string) => ({
      'main.vigil': `import "./house.vigil"\nrole Lead\n${waive(`House.${item}`)}`,
      'house.vigil': 'checklist House { item leads requires true }',
    });
    expect(await checkFiles(files('leads'))).toEqual([]);
    expect((await checkFiles(files('leds'))).map(({ message }) => message)).toEqual([
      "checklist 'House' has no item 'leds'; did you mean 'leads'?",
    ]);
  });

  it('of a declared checklist comes before one that is shipped', async () => {
    const own = 'checklist GMLP { item ours requires true }';
    expect(await findings(`${own}\n${waive('GMLP.ours')}`)).toEqual([]);
    expect(await findings(`${own}\n${waive('GMLP.principle_2_engineering')}`)).toHaveLength(1);
  });

  it('half typed has no finding of its own', async () => {
    for (const text of ['waive', 'waive GMLP', 'waive GMLP.', 'waive GMLP. because "x"']) {
      expect((await findings(text)).join()).not.toMatch(/VGL08/);
    }
  });
});

describe('the end of a waiver', () => {
  const ended = /VGL0810 warning the waiver of 'GMLP.principle_2_engineering' ended on 2026-11-19/;
  it('the last day counts, the day after does not', async () => {
    expect(await findings(waive('GMLP.principle_2_engineering', '2026-11-20'))).toEqual([]);
    expect((await findings(waive('GMLP.principle_2_engineering', '2026-11-19'))).join()).toMatch(ended);
  });

  it('is never over where nobody says what day it is', async () => {
    const { vigil } = createVigilServices(EmptyFileSystem);
    const { LangiumDocumentFactory, DocumentBuilder } = vigil.shared.workspace;
    const text = `role Lead\n${waive('GMLP.principle_2_engineering', '1999-01-01')}`;
    const document = LangiumDocumentFactory.fromString(text, URI.parse('file:///spec/main.vigil'));
    await DocumentBuilder.build([document], { validation: true });
    expect(document.diagnostics).toEqual([]);
  });
});

describe('the edition of a checklist', () => {
  const comply = (packs: string) => `product Guard { isDevice: true comply with ${packs} }`;

  it('may be left out, or be the one there is', async () => {
    expect(
      await findings(comply('FDA_PCCP, GMLP@2025.01, TRIPOD_AI@2024, FDA_PCCP@"2024.12"')),
    ).not.toContain('VGL080');
    for (const { name, facts } of packs())
      expect(await findings(comply(`${name}@${facts.edition}`)), name).toEqual([]);
  });

  it('that nobody has is an error that names the one there is', async () => {
    expect(await findings(comply('FDA_PCCP@2024.13'))).toEqual([
      "VGL0808 error 'FDA_PCCP' has no edition '2024.13': there is 2024.12",
    ]);
  });

  it('is read as written: October is not January', async () => {
    const own = 'checklist House { edition: "2024.10" item a requires true }';
    expect(await findings(`${own}\n${comply('House@2024.10')}`)).toEqual([]);
    expect(await findings(`${own}\n${comply('House@2024.1')}`)).toEqual([
      "VGL0808 error 'House' has no edition '2024.1': there is 2024.10",
    ]);
  });

  it('that was replaced is worth a hint', async () => {
    expect(await findings(comply('GMLP@2021.10'))).toEqual([
      "VGL0809 information edition 2021.10 of 'GMLP' was replaced by 2025.01, against which the spec is held",
    ]);
    const own = 'checklist House { edition: "b" replaces: "a" item a requires true }';
    expect((await findings(`${own}\n${comply('House@"a"')}`)).join()).toContain('VGL0809');
  });

  it('of a checklist without editions is unknown', async () => {
    const own = 'checklist House { item a requires true }';
    expect(await findings(`${own}\n${comply('House@1')}`)).toEqual([
      "VGL0808 error 'House' has no edition '1': it has no editions",
    ]);
  });
});

describe('who attests', () => {
  const item = (kind: string) => `checklist House { item trained "Trained" kind attestation ${kind} }`;
  it.each([
    '',
    'by training',
    'by Lead for 12 months',
    'by quality for 1 month',
  ])('%s is fine', async (kind) => {
    expect(await findings(item(kind))).toEqual([]);
  });
  it.each([
    ['by trainig', /^VGL0812 warning 'trainig' is neither .* did you mean 'training'\?$/],
    ['by training for 0 months', /^VGL0811 error .* found 0$/],
    ['by training for 1.5 months', /^VGL0811 error .* found 1.5$/],
  ])('%s is not', async (kind, message) => {
    expect(await findings(item(kind))).toEqual([expect.stringMatching(message)]);
  });
});
