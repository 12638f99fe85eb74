import {
  type ArgumentValue,
  leastRows,
  type MetricDescriptor,
  type MetricParameter,
} from '@vigil/statistics';

const directions: Readonly<Record<MetricDescriptor['better'], string>> = {
  lower: 'lower is better',
  higher: 'higher is better',
  target: 'best at its target',
};

/** All the catalogue says about a metric, as Markdown: what it measures, formula, range, arguments, source. */
export function metricWords(metric: MetricDescriptor): string {
  const { name, title, summary, formula, better, targetValue, parameters, source } = metric;
  const direction = better === 'target' ? `best at ${targetValue ?? 'its target'}` : directions[better];
  const facts = [
    rangeWords(metric),
    direction,
    metric.needsReference ? 'compares with a reference' : '',
    metric.needsLabels ? 'needs outcomes' : '',
    metric.threshold === 'required' ? 'needs a decision threshold (`at`)' : '',
    metric.givesPValue ? 'gives a p-value' : '',
    metric.givesInterval ? 'gives an interval' : '',
    metric.byGroup ? 'takes `gap` and `ratio`' : '',
  ].filter((fact) => fact !== '');
  const list = parameters.map((parameter) => `- ${parameterWords(parameter)}`);
  return [
    `**${name}**: ${title}`,
    summary,
    `\`\`\`text\n${formula}\n\`\`\``,
    facts.join(' · '),
    ...(list.length > 0 ? [`Arguments:\n\n${list.join('\n')}`] : []),
    `Source: ${source}`,
  ].join('\n\n');
}

/** With how many rows a metric begins to say something; undefined where a single one is enough. */
export function leastRowsWords(
  metric: MetricDescriptor,
  asked: Readonly<Record<string, ArgumentValue | null>>,
): string | undefined {
  const rows = leastRows(metric, asked);
  return rows === null || rows < 2
    ? undefined
    : `Windows and groups of fewer than ${rows} rows are insufficient, and many of more may be.`;
}

/** One argument of a metric: its name, its values, what it does when it is not given. */
export function parameterWords({
  name,
  summary,
  values,
  minimum,
  maximum,
  ...rest
}: MetricParameter): string {
  const range = minimum === undefined && maximum === undefined ? '' : ` (${minimum ?? ''}..${maximum ?? ''})`;
  const words = values === undefined ? '' : ` (${values.map((value) => `\`${value}\``).join(', ')})`;
  const standard = rest.default === null ? '' : `; \`${String(rest.default)}\` when not given`;
  return `\`${name}\`${range}${words}: ${summary}${standard}`;
}

function rangeWords({ range: { minimum, maximum }, unit }: MetricDescriptor): string {
  const of =
    unit === 'none' || unit === 'proportion' ? '' : ` (${unit === 'column' ? "the column's unit" : unit})`;
  if (minimum === null && maximum === null) return `any number${of}`;
  if (maximum === null) return `from ${minimum}${of}`;
  return minimum === null ? `up to ${maximum}${of}` : `${minimum} to ${maximum}${of}`;
}
