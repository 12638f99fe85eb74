/** JSON Schema (2020-12) of the report; closed: a property that is not named here is an error. */
const place = {
  type: 'object',
  additionalProperties: false,
  required: ['file', 'line'],
  properties: { file: { type: 'string' }, line: { type: 'integer', minimum: 1 } },
} as const;
const nullable = (type: string) => ({ type: [type, 'null'] }) as const;
const count = { type: 'integer', minimum: 0 } as const;
const share = { type: ['number', 'null'], minimum: 0, maximum: 1 } as const;

const limit = {
  type: 'object',
  required: ['severity', 'operator'],
  properties: { severity: { enum: ['warn', 'fail'] }, subject: { const: 'pValue' } },
  oneOf: [
    {
      properties: { operator: { enum: ['<', '<=', '>', '>=', '=='] }, value: { type: 'number' } },
      required: ['value'],
    },
    {
      properties: { operator: { const: 'outside' }, low: { type: 'number' }, high: { type: 'number' } },
      required: ['low', 'high'],
    },
  ],
  unevaluatedProperties: false,
} as const;

const figure = {
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'cells'],
      properties: {
        kind: { const: 'distribution' },
        cells: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['name', 'reference', 'current'],
            properties: { name: { type: 'string' }, reference: share, current: share },
          },
        },
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'bins'],
      properties: {
        kind: { const: 'reliability' },
        bins: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['predicted', 'observed', 'interval', 'n'],
            properties: {
              predicted: share,
              observed: share,
              interval: { type: 'array', items: share, minItems: 2, maxItems: 2 },
              n: count,
            },
          },
        },
      },
    },
  ],
} as const;

const result = {
  type: 'object',
  additionalProperties: false,
  required: [
    'monitor',
    'check',
    'metric',
    'parameters',
    'target',
    'group',
    'aggregate',
    'window',
    'value',
    'unit',
    'interval',
    'pValue',
    'adjustedPValue',
    'n',
    'nReference',
    'mature',
    'limits',
    'verdict',
    'reason',
    'source',
  ],
  properties: {
    monitor: { type: 'string' },
    check: count,
    figure,
    metric: { type: 'string' },
    parameters: {
      type: 'object',
      additionalProperties: {
        anyOf: [
          { type: ['number', 'string', 'boolean', 'null'] },
          { type: 'array', items: { type: 'number' } },
        ],
      },
    },
    target: nullable('string'),
    group: { type: ['object', 'null'], additionalProperties: { type: 'string' } },
    aggregate: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          additionalProperties: false,
          required: ['kind', 'over'],
          properties: {
            kind: { enum: ['gap', 'ratio'] },
            over: { type: 'array', items: { type: 'string' }, minItems: 1 },
          },
        },
      ],
    },
    window: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          additionalProperties: false,
          required: ['start', 'end', 'label'],
          properties: {
            start: { type: 'string', format: 'date-time' },
            end: { type: 'string', format: 'date-time' },
            label: { type: 'string' },
          },
        },
      ],
    },
    value: nullable('number'),
    unit: nullable('string'),
    interval: {
      anyOf: [
        { type: 'null' },
        { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], minItems: 2, maxItems: 2 },
      ],
    },
    pValue: share,
    adjustedPValue: share,
    n: count,
    nReference: { type: ['integer', 'null'], minimum: 0 },
    mature: share,
    limits: { type: 'array', items: limit },
    verdict: { enum: ['pass', 'warn', 'fail', 'insufficient'] },
    reason: { type: 'string', minLength: 1 },
    source: place,
  },
} as const;

const problem = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'subject', 'column', 'message', 'source'],
  properties: {
    code: { type: 'string', pattern: '^VGR[0-9]{4}$' },
    subject: { type: 'string' },
    column: nullable('string'),
    message: { type: 'string', minLength: 1 },
    source: { anyOf: [{ type: 'null' }, place] },
  },
} as const;

export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Vigil report',
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'protocolId', 'tool', 'asOf', 'results', 'problems', 'notes', 'summary'],
  properties: {
    schema: { const: 'vigil/report/1' },
    protocolId: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    tool: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'version'],
      properties: { name: { const: 'vigil' }, version: { type: 'string' } },
    },
    asOf: { type: ['string', 'null'], format: 'date-time' },
    results: { type: 'array', items: result },
    problems: { type: 'array', items: problem },
    notes: { type: 'array', items: { type: 'string' } },
    summary: {
      type: 'object',
      additionalProperties: false,
      required: ['pass', 'warn', 'fail', 'insufficient'],
      properties: { pass: count, warn: count, fail: count, insufficient: count },
    },
  },
} as const;
