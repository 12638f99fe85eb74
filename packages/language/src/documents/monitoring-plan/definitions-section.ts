import type { ArgumentValue, MetricDescriptor } from '@vigil/statistics';
import type { MetricTerm, Protocol } from '../../protocol/protocol.js';
import { heading, section, table } from '../markdown/blocks.js';
import { code, comma, join, type Markdown, md, nothing } from '../markdown/markdown.js';
import type { PlanReader } from './plan-reader.js';

/** Every metric the plan uses, in order of name: what it is, how it is computed, whose definition it is. */
export function definitionsSection({ protocol, metric }: PlanReader): Markdown {
  const names = [...new Set(termsOf(protocol).map((term) => term.metric))].sort();
  const definitions = names.flatMap((name) => {
    const descriptor = metric(name);
    return descriptor ? [definition(descriptor)] : [];
  });
  return definitions.length === 0 ? nothing : section(heading(2, md`Definitions`), ...definitions);
}

function termsOf({ monitors }: Protocol): readonly MetricTerm[] {
  return monitors.flatMap(({ checks, charts }) => [...checks, ...charts].map(({ term }) => term));
}

function definition(metric: MetricDescriptor): Markdown {
  return section(
    heading(3, md`Metric ${metric.name}`),
    md`**${metric.title}.** ${metric.summary}`,
    table(
      ['Item', 'Content'],
      [
        [md`Formula`, md`${metric.formula}`],
        [md`Better is`, betterWords(metric)],
        ...(metric.parameters.length > 0
          ? [[md`Settings unless a check says otherwise`, settings(metric)]]
          : []),
        [md`Source`, md`${metric.source}`],
      ],
    ),
  );
}

function betterWords({ better, targetValue }: MetricDescriptor): Markdown {
  if (better !== 'target') return md`${better}`;
  return targetValue === undefined
    ? md`neither more nor less: it should stay as expected`
    : md`nearer ${targetValue}`;
}

function settings({ parameters }: MetricDescriptor): Markdown {
  return join(
    parameters.map((parameter) => md`${code(parameter.name)} ${settingWords(parameter.default)}`),
    comma,
  );
}

function settingWords(value: ArgumentValue | null): string {
  if (value === null) return 'none';
  return Array.isArray(value) ? value.join(' ') : String(value);
}
