import type { MetricDescriptor } from '@vigil/statistics';
import type { Chart, Check, Limit, MetricTerm, Monitor } from '../../protocol/protocol.js';
import { bullets, heading, link, section, table } from '../markdown/blocks.js';
import { code, comma, join, type Markdown, md, nothing } from '../markdown/markdown.js';
import { factRows } from '../wording/facts.js';
import { limitWords } from '../wording/limit.js';
import { crossesWords, scheduleSentences } from '../wording/schedule.js';
import type { PlanReader } from './plan-reader.js';

export function monitorsSection(reader: PlanReader): Markdown {
  const monitors = reader.protocol.monitors.map((monitor, index) =>
    section(
      heading(3, md`Monitor ${monitor.name}`),
      monitor.title === null ? nothing : md`${monitor.title}`,
      reader.documentation('monitors', index),
      bullets(scheduleSentences(monitor, reader.logOf(monitor))),
      table(['Item', 'Content'], factRows(monitor.facts, 'monitor')),
      checkTable(monitor, reader),
      chartTable(monitor, reader),
      reactions(monitor, reader),
    ),
  );
  return monitors.length === 0 ? nothing : section(heading(2, md`Monitors`), ...monitors);
}

function checkTable(monitor: Monitor, reader: PlanReader): Markdown {
  return table(
    ['Check', 'Measured on', 'Groups', 'What it says', 'Warn when', 'Fail when', 'Adjusted by'],
    monitor.checks.map((check) => checkRow(check, monitor, reader)),
  );
}

function checkRow(
  { term, limits, adjust }: Check,
  monitor: Monitor,
  reader: PlanReader,
): readonly Markdown[] {
  const metric = reader.metric(term.metric);
  const broken = (severity: Limit['severity']) =>
    join(
      limits
        .filter((limit) => limit.severity === severity)
        .map((limit) => md`${limitWords(limit, term, metric)}`),
      md` or `,
    );
  return [
    termWords(term, metric, monitor, reader),
    targetWords(term, metric, monitor, reader),
    term.by.length === 0 ? md`all rows` : crossesWords(term.by),
    md`${metric?.summary ?? ''}`,
    broken('warn'),
    broken('fail'),
    adjust === null ? nothing : md`${adjust.replaceAll('_', '-')}`,
  ];
}

/** "Sensitivity at 0.15, largest difference between groups", linked to its definition. */
function termWords(
  term: MetricTerm,
  metric: MetricDescriptor | undefined,
  monitor: Monitor,
  reader: PlanReader,
): Markdown {
  const given = Object.entries(term.arguments).map(([name, value]) => `${name}: ${argumentWords(value)}`);
  const settings = given.length === 0 ? nothing : md` (${given.join(', ')})`;
  const threshold =
    term.at ??
    (metric?.threshold === 'required' ? reader.modelOf(reader.logOf(monitor))?.operatingPoint : undefined);
  const at = threshold === null || threshold === undefined ? nothing : md` at a score of ${threshold}`;
  const aggregate = {
    gap: md`, largest difference between groups`,
    ratio: md`, ratio of the lowest to the highest group`,
  };
  const name = link(metric?.title ?? term.metric, `Metric ${term.metric}`);
  return md`${name}${settings}${at}${term.aggregate === null ? nothing : aggregate[term.aggregate]}`;
}

function argumentWords(value: MetricTerm['arguments'][string]): string {
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** What stands after `of`, or what the metric is measured on by itself. */
function targetWords(
  term: MetricTerm,
  metric: MetricDescriptor | undefined,
  monitor: Monitor,
  reader: PlanReader,
): Markdown {
  if (term.of.length > 0) return join(term.of.map(code), comma);
  const log = reader.logOf(monitor);
  const prediction = log?.prediction ? code(log.prediction) : md`the prediction`;
  if (metric?.appliesTo === 'prediction') return prediction;
  if (metric?.appliesTo !== 'outcome') return md`all rows`;
  return md`${prediction} and outcome ${log?.label ? code(log.label.column) : nothing}`;
}

function chartTable(monitor: Monitor, reader: PlanReader): Markdown {
  return table(
    ['Chart', 'Measured on', 'Groups', 'Signals'],
    monitor.charts.map((chart) => {
      const metric = reader.metric(chart.term.metric);
      return [
        termWords(chart.term, metric, monitor, reader),
        targetWords(chart.term, metric, monitor, reader),
        chart.term.by.length === 0 ? md`all rows` : crossesWords(chart.term.by),
        methodWords(chart.method),
      ];
    }),
  );
}

function methodWords(method: Chart['method']): Markdown {
  switch (method.kind) {
    case 'shewhart':
      return method.rules === null ? md`Shewhart chart` : md`Shewhart chart with the ${method.rules} rules`;
    case 'cusum':
      return md`CUSUM for a shift of ${method.shift} from ${method.target}; on average one false signal in ${method.arl} windows`;
    case 'ewma':
      return md`EWMA chart`;
  }
}

function reactions(monitor: Monitor, reader: PlanReader): Markdown {
  return bullets(
    monitor.reactions.map(({ on, action }) =>
      action.kind === 'run'
        ? md`On *${on}*: run ${link(action.runbook, `Runbook ${action.runbook}`)}.`
        : md`On *${on}*: notify ${reader.service(action.channel)}.`,
    ),
  );
}
