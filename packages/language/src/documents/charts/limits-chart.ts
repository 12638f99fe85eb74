import type { MetricDescriptor } from '@vigil/statistics';
import type { Check, Limit, Monitor } from '../../protocol/protocol.js';
import type { MaybeBlock, VegaLite } from '../content/block.js';
import { visibleText } from '../content/visible-text.js';
import type { SpecReader } from '../spec-reader.js';
import { brokenWords, termText, thresholdOf } from '../wording/metric-term.js';
import { documentTheme, schema } from './theme.js';

type Zone = 'pass' | 'warn' | 'fail';
interface Strip {
  readonly name: string;
  readonly domain: readonly [number, number];
  readonly zones: readonly { readonly from: number; readonly to: number; readonly zone: Zone }[];
  readonly percent: boolean;
  readonly words: string;
}

/** Where the limits of a monitor lie on the range of each metric: at a glance, how much room a value has. */
export function limitsChart(monitor: Monitor, reader: SpecReader): MaybeBlock {
  const strips = monitor.checks.flatMap((check) => stripOf(check, monitor, reader));
  if (strips.length === 0) return null;
  return {
    kind: 'chart',
    title: `Limits of ${monitor.name}`,
    description: strips.map(({ name, words }) => `${name}: ${words}`).join('. '),
    spec: {
      $schema: schema,
      config: documentTheme,
      spacing: 14,
      vconcat: strips.map(stripSpec),
      resolve: { legend: { color: 'shared' } },
    },
  };
}

/** Limits on the value; a limit on a p-value has no place on the metric's range. */
function stripOf(check: Check, monitor: Monitor, reader: SpecReader): readonly Strip[] {
  const { term } = check;
  const metric = reader.metric(term.metric);
  const limits = check.limits.filter(({ subject }) => subject === 'value');
  const domain = domainOf(limits, rangeOf(term, metric));
  if (domain === null) return [];
  const target = term.of.length === 0 ? '' : ` of ${columnsWords(term.of)}`;
  const broken = (severity: Limit['severity'], word: string) => {
    const when = brokenWords({ ...check, limits }, severity, metric);
    return when === '' ? [] : [`${word} ${when}`];
  };
  return [
    {
      name: visibleText(termText(term, thresholdOf(term, monitor, reader), reader) + target),
      domain,
      zones: zonesOf(limits, domain),
      percent: metric?.unit === 'proportion' && term.aggregate !== 'ratio',
      words: [...broken('warn', 'warns'), ...broken('fail', 'fails')].join(', '),
    },
  ];
}

function columnsWords(columns: readonly string[]): string {
  return columns.length > 3
    ? `${columns.slice(0, 2).join(', ')} and ${columns.length - 2} others`
    : columns.join(', ');
}

/** A ratio of groups lies between 0 and 1, a gap between 0 and the width of the metric's range. */
function rangeOf(
  { aggregate }: Check['term'],
  metric: MetricDescriptor | undefined,
): MetricDescriptor['range'] | undefined {
  if (aggregate === 'ratio') return { minimum: 0, maximum: 1 };
  if (aggregate === null) return metric?.range;
  const { minimum = null, maximum = null } = metric?.range ?? {};
  return { minimum: 0, maximum: minimum === null || maximum === null ? null : maximum - minimum };
}

/**
 * The stretch of the range that is shown: all of it where it is finite and the limits are not crowded at its
 * lower end, else up to twice the largest limit.
 */
function domainOf(
  limits: readonly Limit[],
  range: MetricDescriptor['range'] | undefined,
): readonly [number, number] | null {
  const values = limits.flatMap((limit) =>
    limit.operator === 'outside' ? [limit.low, limit.high] : [limit.value],
  );
  if (values.length === 0) return null;
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  const minimum = range?.minimum ?? Math.min(0, 2 * least);
  const maximum = range?.maximum ?? null;
  const shown = largest > 0 ? 2 * largest : largest + 1;
  if (maximum === null) return [minimum, shown];
  return [minimum, largest < 0.3 * maximum ? Math.min(shown, maximum) : maximum];
}

function zonesOf(limits: readonly Limit[], [low, high]: readonly [number, number]): Strip['zones'] {
  const cuts = limits.flatMap((limit) =>
    limit.operator === 'outside' ? [limit.low, limit.high] : [limit.value],
  );
  const inside = cuts.filter((cut) => cut > low && cut < high);
  const edges = [...new Set([low, ...inside, high])].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => {
    const from = edges[index] ?? low;
    return { from, to, zone: zoneAt((from + to) / 2, limits) };
  });
}

function zoneAt(value: number, limits: readonly Limit[]): Zone {
  const broken = limits.filter((limit) => breaks(value, limit)).map(({ severity }) => severity);
  if (broken.includes('fail')) return 'fail';
  return broken.includes('warn') ? 'warn' : 'pass';
}

function breaks(value: number, limit: Limit): boolean {
  switch (limit.operator) {
    case 'outside':
      return value < limit.low || value > limit.high;
    case '<':
    case '<=':
      return value < limit.value;
    case '>':
    case '>=':
      return value > limit.value;
    case '==':
      return value === limit.value;
  }
}

function stripSpec({ name, domain, zones, percent }: Strip): VegaLite {
  return {
    title: name,
    width: 640,
    height: 16,
    data: { values: zones },
    // What the zones are stands in the chart's description.
    mark: { type: 'bar', height: 16, aria: false },
    encoding: {
      x: {
        field: 'from',
        type: 'quantitative',
        scale: { domain, nice: false, zero: false },
        axis: {
          title: null,
          grid: false,
          values: [domain[0], ...zones.map(({ to }) => to)],
          format: percent ? '.1~%' : '.3~g',
          labelOverlap: 'greedy',
        },
      },
      x2: { field: 'to' },
      color: {
        field: 'zone',
        type: 'nominal',
        scale: {
          domain: ['pass', 'warn', 'fail'],
          range: ['var(--zone-pass)', 'var(--zone-warn)', 'var(--zone-fail)'],
        },
        legend: { title: null },
      },
    },
  };
}
