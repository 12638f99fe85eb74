/** What a statement names by one word: a method of statistics, or a meaning. */
export interface Method {
  /** One sentence: what it does. */
  readonly documentation: string;
  readonly formula?: string;
  /** Its rules, one by one. */
  readonly rules?: readonly string[];
  /** Where it was published. */
  readonly source?: string;
}

/** What a spending function says of its parameter: none, or one within limits. */
type SpendingParameter = null | {
  readonly minimum: number;
  readonly maximum: number;
  readonly advice: string;
};

/** How much of alpha may be spent until a share t of the information is there. */
export const spendingFunctions: Readonly<
  Record<string, Method & { readonly formula: string; readonly parameter: SpendingParameter }>
> = {
  lan_demets_obf: {
    documentation:
      'Spends almost nothing early and nearly all at the end, like O’Brien and Fleming’s boundary.',
    formula: '2 − 2·Φ(z(α/2) / √t), α one-sided',
    source: 'Lan KKG, DeMets DL. Biometrika 1983;70:659–663',
    parameter: null,
  },
  lan_demets_pocock: {
    documentation: 'Spends nearly evenly over the looks, like Pocock’s boundary.',
    formula: 'α·ln(1 + (e − 1)·t)',
    source: 'Lan KKG, DeMets DL. Biometrika 1983;70:659–663',
    parameter: null,
  },
  power: {
    documentation: 'Spends by a power of the information; the larger ρ, the later.',
    formula: 'α·t^ρ',
    source: 'Kim K, DeMets DL. Biometrika 1987;74:149–154',
    parameter: { minimum: 0, maximum: 15, advice: 'a ρ above 0 and at most 15, e.g. power(3)' },
  },
  hsd: {
    documentation:
      'A family from late to early spending: γ = −4 is near O’Brien and Fleming, γ = 1 near Pocock.',
    formula: 'α·(1 − e^(−γt)) / (1 − e^(−γ)); α·t for γ = 0',
    source: 'Hwang IK, Shih WJ, DeCani JS. Stat Med 1990;9:1439–1445',
    parameter: { minimum: -40, maximum: 40, advice: 'a γ between -40 and 40, e.g. hsd(-4)' },
  },
  haybittle_peto: {
    documentation: 'Asks for the same extreme z at every interim look, and leaves the rest of α for the end.',
    formula: 'stop at an interim look where |Z| > z',
    source: 'Haybittle JL. Br J Radiol 1971;44:793–797; Peto R et al. Br J Cancer 1976;34:585–612',
    parameter: { minimum: 0, maximum: 8, advice: 'a z above 0 and at most 8, e.g. haybittle_peto(3)' },
  },
};

/** How p-values are adjusted when several tests are made at once. */
export const adjustments: Readonly<Record<string, Method>> = {
  bonferroni: {
    documentation:
      'Multiplies each p by the number of tests; one false alarm in any of them is as rare as p says.',
    formula: 'min(1, m·p)',
    source: 'Dunn OJ. J Am Stat Assoc 1961;56:52–64',
  },
  holm: {
    documentation:
      'Bonferroni’s guarantee with more power: from the smallest p on, for the tests that are left.',
    formula: 'max over j ≤ i of min(1, (m − j + 1)·p(j))',
    source: 'Holm S. Scand J Stat 1979;6:65–70',
  },
  benjamini_hochberg: {
    documentation: 'Keeps the expected share of false alarms among all alarms below the limit.',
    formula: 'min over j ≥ i of min(1, m·p(j) / j)',
    source: 'Benjamini Y, Hochberg Y. J R Stat Soc B 1995;57:289–300',
  },
};

/** Sets of rules by which a Shewhart chart is read; σ is the spread of the chart's points. */
export const chartRules: Readonly<Record<string, Method & { readonly rules: readonly string[] }>> = {
  nelson: {
    documentation: 'Eight patterns that a process in control shows rarely.',
    rules: [
      'one point beyond 3σ',
      'nine points in a row on one side of the centre',
      'six points in a row rising, or falling',
      'fourteen points in a row going up and down in turn',
      'two of three points in a row beyond 2σ on one side',
      'four of five points in a row beyond 1σ on one side',
      'fifteen points in a row within 1σ',
      'eight points in a row beyond 1σ, on both sides',
    ],
    source: 'Nelson LS. J Qual Technol 1984;16:237–239',
  },
  western_electric: {
    documentation: 'Four patterns that a process in control shows rarely.',
    rules: [
      'one point beyond 3σ',
      'two of three points in a row beyond 2σ on one side',
      'four of five points in a row beyond 1σ on one side',
      'eight points in a row on one side of the centre',
    ],
    source: 'Western Electric. Statistical Quality Control Handbook. 1956',
  },
};

/** The decisions a look of a trial can be for. */
export const lookPurposes: Readonly<Record<string, Method>> = {
  efficacy: { documentation: 'Stop because the treatment is shown to be better.' },
  futility: { documentation: 'Stop because the treatment can hardly be shown to be better any more.' },
  harm: { documentation: 'Stop because patients are harmed.' },
};

/** What a signature means. */
export const signatureMeanings: Readonly<Record<string, Method>> = {
  approval: { documentation: 'The signer approves the record.', source: '21 CFR 11.50(a)(3)' },
  review: { documentation: 'The signer has reviewed the record.', source: '21 CFR 11.50(a)(3)' },
  authorship: { documentation: 'The signer wrote the record.', source: '21 CFR 11.50(a)(3)' },
  responsibility: { documentation: 'The signer answers for the record.', source: '21 CFR 11.50(a)(3)' },
};
