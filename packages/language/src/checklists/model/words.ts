/**
 * Words of the checklists for words of the language, where a regulation calls the same by another name. A fact with
 * the word of the language equals both.
 */
const words: { readonly [concept: string]: { readonly [word: string]: readonly string[] } } = {
  'product.fdaPathway': { fda510k: ['510k'], deNovo: ['de-novo'] },
  'product.samdSignificance': { treats: ['treatOrDiagnose'], drives: ['drive'], informs: ['inform'] },
  'model.kind': { batchRetrained: ['batch-retrained'] },
  'dataset.role': { training: ['train'], tuning: ['tune'] },
  'dataset.identifiability': { limitedDataSet: ['limited'] },
  // FDA's guidance sorts modifications by what they touch: performance, inputs, compatibility, use and performance.
  'modification.category': {
    weights: ['performance'],
    threshold: ['performance'],
    calibration: ['performance'],
    architecture: ['performance'],
    inputs: ['input'],
    population: ['use-performance'],
    interface: ['use-performance'],
  },
  'approval.meaning': { approval: ['approve'] },
  'incidentPolicy.criteria': {
    personalDataBreach: ['personal-data-breach'],
    phiBreach: ['phi-breach'],
  },
  // IEEE 7000: direct stakeholders use the system, indirect ones are affected by its use.
  'stakeholder.kind': {
    users: ['direct'],
    clinicians: ['direct'],
    operators: ['direct'],
    patients: ['indirect'],
    relatives: ['indirect'],
    management: ['indirect'],
    regulators: ['indirect'],
    public: ['indirect'],
  },
};

/** Other words for a word of the language, in the field of this concept. */
export function otherWords(concept: string, word: string): readonly string[] {
  const known = Object.hasOwn(words, concept) ? words[concept] : undefined;
  return known !== undefined && Object.hasOwn(known, word) ? (known[word] ?? []) : [];
}

/** All words the checklists have for those of a field, beside the language's. */
export function allOtherWords(concept: string): readonly string[] {
  return Object.hasOwn(words, concept) ? Object.values(words[concept] ?? {}).flat() : [];
}
