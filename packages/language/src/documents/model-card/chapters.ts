/** A chapter of a card, with the identifiers its items begin with, in the order they are shown. */
export interface CardChapter {
  readonly title: string;
  readonly items: readonly string[];
}

/** The categories of 45 CFR 170.315(b)(11)(iv)(B)(1) to (9), in their order. */
export const sourceAttributeChapters: readonly CardChapter[] = [
  { title: 'Details and output of the intervention', items: ['onc-hti1.b.1'] },
  { title: 'Purpose of the intervention', items: ['onc-hti1.b.2'] },
  { title: 'Cautioned out-of-scope use', items: ['onc-hti1.b.3'] },
  { title: 'Development and input features', items: ['onc-hti1.b.4'] },
  { title: 'Fairness in development', items: ['onc-hti1.b.5'] },
  { title: 'External validation', items: ['onc-hti1.b.6'] },
  { title: 'Quantitative measures of performance', items: ['onc-hti1.b.7'] },
  { title: 'Ongoing maintenance and monitoring', items: ['onc-hti1.b.8'] },
  { title: 'Updates and continued validation', items: ['onc-hti1.b.9'] },
  { title: 'Intervention risk management', items: ['onc-hti1.vi.'] },
  { title: 'Attributes, access and feedback', items: ['onc-hti1.iv.', 'onc-hti1.v.', 'onc-hti1.ii.'] },
];

/** The elements of the card’s schema (coalition-for-health-ai/mc-schema), in their order. */
export const chaiChapters: readonly CardChapter[] = [
  { title: 'Basic information and release', items: ['chai-model-card.basic', 'chai-model-card.release'] },
  { title: 'Model summary', items: ['chai-model-card.summary'] },
  {
    title: 'Uses and directions',
    items: [
      'chai-model-card.use',
      'chai-model-card.users',
      'chai-model-card.how',
      'chai-model-card.population',
      'chai-model-card.out-of-scope',
    ],
  },
  {
    title: 'Warnings',
    items: ['chai-model-card.risks', 'chai-model-card.bias', 'chai-model-card.risk-level'],
  },
  {
    title: 'Trust ingredients',
    items: [
      'chai-model-card.facts',
      'chai-model-card.bias-mitigation',
      'chai-model-card.maintenance',
      'chai-model-card.security',
      'chai-model-card.funding',
    ],
  },
  { title: 'Key metrics', items: ['chai-model-card.metrics-'] },
  { title: 'Resources', items: ['chai-model-card.resources', 'chai-model-card.signature'] },
];
