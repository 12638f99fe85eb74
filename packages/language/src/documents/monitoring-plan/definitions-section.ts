import type { ArgumentValue, MetricDescriptor } from '@vigil/statistics';
import { definitions, type MaybeBlock, paragraph, section } from '../content/block.js';
import { code, type Inline, joined, strong, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';

/** Every metric the plan uses, in order of name: what it is, how it is computed, whose definition it is. */
export function definitionsSection({ protocol, metric }: SpecReader): MaybeBlock {
  const terms = protocol.monitors.flatMap(({ checks, charts }) =>
    [...checks, ...charts].map(({ term }) => term.metric),
  );
  const metrics = [...new Set(terms)].sort().map(metric);
  return section('Definitions', ...metrics.map((found) => (found === undefined ? null : definition(found))));
}

function definition(metric: MetricDescriptor): MaybeBlock {
  return section(
    `Metric ${metric.name}`,
    paragraph(words`${strong(`${metric.title}.`)} ${metric.summary}`),
    definitions([
      ['Formula', metric.formula],
      ['Better is', betterWords(metric)],
      ...(metric.parameters.length > 0
        ? [['Settings unless a check says otherwise', settings(metric)] as const]
        : []),
      ['Source', metric.source],
    ]),
  );
}

function betterWords({ better, targetValue }: MetricDescriptor): string {
  if (better !== 'target') return better;
  return targetValue === undefined
    ? 'neither more nor less: it should stay as expected'
    : `nearer ${targetValue}`;
}

function settings({ parameters }: MetricDescriptor): Inline {
  return joined(
    parameters.map((parameter) => words`${code(parameter.name)} ${settingWords(parameter.default)}`),
  );
}

function settingWords(value: ArgumentValue | null): string {
  if (value === null) return 'none';
  return Array.isArray(value) ? value.join(' ') : String(value);
}
