import type { Hazard } from '../../protocol/protocol.js';
import { alternatives } from '../../schema/index.js';
import type { MaybeBlock } from '../content/block.js';
import { schemaFields } from '../facts/fact-entries.js';
import { documentTheme, schema } from './theme.js';

/** Hazards by severity and probability before control, on the scales of the language. */
export function riskChart(hazards: readonly Hazard[]): MaybeBlock {
  const estimated = hazards.filter(
    ({ facts }) => facts.severity !== undefined && facts.probability !== undefined,
  );
  if (estimated.length === 0) return null;
  const severities = scale('severity');
  const probabilities = scale('probability');
  const cells = severities.flatMap((severity) =>
    probabilities.map((probability) => ({
      severity,
      probability,
      hazards: estimated.filter(
        ({ facts }) => facts.severity === severity && facts.probability === probability,
      ).length,
    })),
  );
  return {
    kind: 'chart',
    title: 'Hazards by severity and probability, before control',
    description: cells
      .filter(({ hazards: count }) => count > 0)
      .map(({ severity, probability, hazards: count }) => `${severity} and ${probability}: ${count}`)
      .join('; '),
    spec: {
      $schema: schema,
      config: documentTheme,
      width: 480,
      height: 180,
      data: { values: cells },
      encoding: {
        x: {
          field: 'probability',
          type: 'ordinal',
          sort: probabilities,
          axis: { title: 'Probability', labelAngle: 0 },
        },
        y: {
          field: 'severity',
          type: 'ordinal',
          sort: [...severities].reverse(),
          axis: { title: 'Severity' },
        },
      },
      layer: [
        {
          mark: { type: 'rect', stroke: 'var(--paper)' },
          encoding: {
            color: {
              condition: { test: 'datum.hazards > 0', value: 'var(--zone-warn)' },
              value: 'var(--soft)',
            },
          },
        },
        {
          transform: [{ filter: 'datum.hazards > 0' }],
          mark: { type: 'text', color: 'var(--text)', fontSize: 13 },
          encoding: { text: { field: 'hazards', type: 'quantitative' } },
        },
      ],
    },
  };
}

/** The words of a field of a hazard, from low to high. */
function scale(field: string): readonly string[] {
  const type = schemaFields('hazard').find(({ name }) => name === field)?.type;
  return type === undefined
    ? []
    : alternatives(type).flatMap((each) => (each.kind === 'enum' ? Object.keys(each.words) : []));
}
