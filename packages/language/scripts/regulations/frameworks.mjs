/**
 * What the collected checklists do not say in a word: the name a spec uses, the edition it can pin, editions it replaces,
 * and what the numbers in their identifiers count.
 *
 * Editions are year, or year and month, of the text that was read. The Code of Federal Regulations has no editions of
 * its own where a part is amended piece by piece: HIPAA bears the month in which it was read.
 */
export const frameworks = {
  'cfr21-part11': { name: 'Part11', edition: '1997', digits: 'section_11_' },
  'chai-model-card': { name: 'CHAI_Model_Card', edition: '2025.10' },
  'consort-ai': { name: 'CONSORT_AI', edition: '2020', digits: 'item_' },
  'decide-ai': { name: 'DECIDE_AI', edition: '2022', digits: 'item_' },
  'eu-ai-act': { name: 'EU_AI_Act', edition: '2026.07', replaces: ['2024.07'], digits: 'article_' },
  'eu-mdr': { name: 'EU_MDR', edition: '2017.05' },
  'fda-adaptive': { name: 'FDA_Adaptive', edition: '2019.11' },
  'fda-ai-lifecycle': { name: 'FDA_AI_Lifecycle', edition: '2025.01' },
  'fda-mlmd-transparency': { name: 'FDA_MLMD_Transparency', edition: '2024.06' },
  'fda-pccp': { name: 'FDA_PCCP', edition: '2024.12' },
  gdpr: { name: 'GDPR', edition: '2016.05', digits: 'article_' },
  gmlp: { name: 'GMLP', edition: '2025.01', replaces: ['2021.10'] },
  hipaa: { name: 'HIPAA', edition: '2026.11', digits: 'section_164_' },
  'ich-e20': { name: 'ICH_E20', edition: '2025.06' },
  'ich-e6r3': { name: 'ICH_E6R3', edition: '2025.01', digits: 'section_' },
  'ich-e9r1': { name: 'ICH_E9R1', edition: '2019.11' },
  'iec-62304': { name: 'IEC_62304', edition: '2015', replaces: ['2006'], digits: 'clause_' },
  'ieee-7000': { name: 'IEEE_7000', edition: '2021', digits: 'clause_' },
  'imdrf-samd': { name: 'IMDRF_SaMD', edition: '2014' },
  'iso-13485': { name: 'ISO_13485', edition: '2016', digits: 'clause_' },
  'iso-14971': { name: 'ISO_14971', edition: '2019', replaces: ['2007'], digits: 'clause_' },
  'nist-ai-rmf': { name: 'NIST_AI_RMF', edition: '2023.01' },
  'onc-hti1': { name: 'ONC_HTI1', edition: '2024.01' },
  qmsr: { name: 'QMSR', edition: '2024.02', digits: 'section_820_' },
  'spirit-ai': { name: 'SPIRIT_AI', edition: '2020', digits: 'item_' },
  'tripod-ai': { name: 'TRIPOD_AI', edition: '2024', replaces: ['2015'], digits: 'item_' },
};

/** Names specs already used when the checklists were written down. */
const namesInUse = { 'eu-ai-act.10.3.quality': 'article_10_3' };

/** The name of an item in its checklist, from its identifier: `gmlp.p1.intended-use` is `principle_1_intended_use`. */
export function itemName(id) {
  if (Object.hasOwn(namesInUse, id)) return namesInUse[id];
  const framework = id.slice(0, id.indexOf('.'));
  const { digits = '' } = frameworks[framework];
  return id
    .slice(framework.length + 1)
    .replace(/^(?=\d)/, digits)
    .replace(/^art(?=\d)/, 'article_')
    .replace(/^p(?=\d)/, 'principle_')
    .replace(/^b\.(?=\d)/, 'attribute_')
    .replace(/^attr\./, 'attribute_')
    .replaceAll(/[.-]/g, '_');
}

/** The role that attests, as a word: `clinical-lead` is `clinicalLead`. */
export function roleWord(role) {
  return role.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
