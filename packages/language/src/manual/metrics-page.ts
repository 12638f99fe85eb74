import { catalogue, leastRows, type MetricDescriptor, type MetricParameter } from '@vigil/statistics';
import { code, link, type Page, paragraphs, plain, table } from './markdown.js';

const families: Readonly<Record<MetricDescriptor['family'], string>> = {
  drift: 'Drift',
  quality: 'Data quality',
  performance: 'Performance',
  calibration: 'Calibration',
  model: 'The model itself',
};

const targets: Readonly<Record<MetricDescriptor['appliesTo'], string>> = {
  numeric: 'a column of numbers, after `of`',
  categorical: 'a column of categories, after `of`',
  column: 'any column, after `of`',
  prediction: 'the logged score',
  outcome: 'the logged score and the label',
  rows: 'the rows of the log',
};

/** Every metric with formula, range, arguments and source. */
export function metricsPage(): Page {
  const sections = Object.entries(families).flatMap(([family, title]) => {
    const metrics = catalogue.filter((metric) => metric.family === family);
    return metrics.length === 0 ? [] : [`## ${title}`, ...metrics.flatMap(metricSection)];
  });
  const overview = table(
    ['Metric', 'Measures'],
    catalogue.map(({ name, summary }) => [link(code(name), `#${name.toLowerCase()}`), plain(summary)]),
  );
  const text = paragraphs([
    '# Metrics',
    `What a ${link(code('check'), 'monitor.md')} can measure. An argument stands in parentheses: ${code('psi(bins: 20)')}. "Fewest rows" is the smallest window that can be judged at all, with default arguments; unfavourable windows need more.`,
    overview,
    ...sections,
    link('All declarations', 'README.md'),
  ]);
  return { file: 'metrics.md', text };
}

function metricSection(metric: MetricDescriptor): string[] {
  const { name, title, summary, formula, parameters, source } = metric;
  return [
    `### ${name}`,
    `**${plain(title)}.** ${plain(summary)}`,
    code(formula),
    table(['', ''], properties(metric)),
    parameters.length === 0
      ? ''
      : table(['Argument', 'Value', 'Default', 'Says'], parameters.map(parameterRow)),
    `Source: ${plain(source)}`,
  ];
}

function properties(metric: MetricDescriptor): string[][] {
  const { range, unit, better, targetValue, threshold, byGroup } = metric;
  const needs = [
    metric.needsReference ? ['a reference'] : [],
    metric.needsLabels ? ['labels'] : [],
    threshold === 'required' ? ['a threshold: `at`, or the model’s operating point'] : [],
  ].flat();
  const gives = [metric.givesInterval ? ['an interval'] : [], metric.givesPValue ? ['a p-value'] : []].flat();
  const least = leastRows(
    metric,
    Object.fromEntries(metric.parameters.map((each) => [each.name, each.default])),
  );
  return [
    ['Measured on', targets[metric.appliesTo]],
    ['Range', `${range.minimum ?? 'unbounded'} to ${range.maximum ?? 'unbounded'}`],
    ['Unit', unit === 'column' ? 'that of the column' : unit],
    ['Better', better === 'target' ? `near ${targetValue ?? 'its target'}` : better],
    ['Needs', needs.join('; ') || 'nothing else'],
    ['Gives', ['a value', ...gives].join(', ')],
    ['By group', byGroup ? 'with `by`, `gap` and `ratio`' : 'no'],
    ['Fewest rows', least === null ? 'never enough' : String(least)],
  ];
}

function parameterRow({
  name,
  type,
  values,
  minimum,
  maximum,
  default: preset,
  summary,
}: MetricParameter): string[] {
  const bounds = minimum === undefined && maximum === undefined ? '' : ` ${minimum ?? ''}..${maximum ?? ''}`;
  const value = values === undefined ? `${type}${bounds}` : values.map(code).join(', ');
  return [code(name), value, preset === null ? 'none' : code(String(preset)), plain(summary)];
}
