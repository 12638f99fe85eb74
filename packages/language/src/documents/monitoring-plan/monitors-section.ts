import type { Check, Monitor } from '../../protocol/protocol.js';
import { limitsChart } from '../charts/limits-chart.js';
import { bullets, definitions, type MaybeBlock, paragraph, prose, section, table } from '../content/block.js';
import { emphasis, type Inline, link, words } from '../content/inline.js';
import { statedEntries } from '../facts/fact-entries.js';
import type { SpecReader } from '../spec-reader.js';
import { brokenWords, methodWords, targetWords, termWords, thresholdOf } from '../wording/metric-term.js';
import { crossesWords, scheduleSentences } from '../wording/schedule.js';

/** What is watched, when, and where its limits are. */
export function monitorsSection(reader: SpecReader): MaybeBlock {
  return section(
    'Monitors',
    ...reader.protocol.monitors.map((monitor, index) =>
      section(
        `Monitor ${monitor.name}`,
        paragraph(monitor.title),
        prose(reader.documentation('monitors', index)),
        bullets(scheduleSentences(monitor, reader.logOf(monitor))),
        definitions(statedEntries(monitor.facts, reader, 'monitor')),
        table(
          `Checks of ${monitor.name}`,
          ['Check', 'Measured on', 'Groups', 'What it says', 'Warn when', 'Fail when', 'Adjusted by'],
          monitor.checks.map((check) => checkRow(check, monitor, reader)),
        ),
        limitsChart(monitor, reader),
        chartTable(monitor, reader),
        reactions(monitor, reader),
      ),
    ),
  );
}

function checkRow(check: Check, monitor: Monitor, reader: SpecReader): readonly Inline[] {
  const { term, adjust } = check;
  const metric = reader.metric(term.metric);
  return [
    termWords(term, thresholdOf(term, monitor, reader), reader),
    targetWords(term, monitor, reader),
    term.by.length === 0 ? 'all rows' : crossesWords(term.by),
    metric?.summary ?? '',
    brokenWords(check, 'warn', metric),
    brokenWords(check, 'fail', metric),
    adjust === null ? '' : adjust.replaceAll('_', '-'),
  ];
}

function chartTable(monitor: Monitor, reader: SpecReader): MaybeBlock {
  return table(
    `Control charts of ${monitor.name}`,
    ['Chart', 'Measured on', 'Groups', 'Signals'],
    monitor.charts.map(({ term, method }) => [
      termWords(term, thresholdOf(term, monitor, reader), reader),
      targetWords(term, monitor, reader),
      term.by.length === 0 ? 'all rows' : crossesWords(term.by),
      methodWords(method),
    ]),
  );
}

function reactions(monitor: Monitor, reader: SpecReader): MaybeBlock {
  return bullets(
    monitor.reactions.map(({ on, action }) =>
      action.kind === 'run'
        ? words`On ${emphasis(on)}: run ${link(action.runbook, `Runbook ${action.runbook}`)}.`
        : words`On ${emphasis(on)}: notify ${reader.service(action.channel)}.`,
    ),
  );
}
