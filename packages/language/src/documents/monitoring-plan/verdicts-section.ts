import type { Adjustment, Check } from '../../protocol/protocol.js';
import { bullets, type MaybeBlock, paragraph, section, table } from '../content/block.js';
import { emphasis, type Inline, strong, words } from '../content/inline.js';
import type { SpecReader } from '../spec-reader.js';

const verdicts: readonly (readonly Inline[])[] = [
  [strong('pass'), 'There was enough data and no limit is broken.'],
  [strong('warn'), 'The warning limit is broken.'],
  [strong('fail'), 'The failure limit is broken.'],
  [
    strong('insufficient'),
    'There is not enough to judge by: too few rows or outcomes, a group below its minimum size, outcomes that are not mature yet, or a problem with data, model or engine. The reason is given. It is never a pass.',
  ],
];

const adjustments: { readonly [Method in Adjustment]: Inline } = {
  holm: words`${strong('holm')}: p-values are adjusted by Holm’s method, so that the chance of any false alarm among all results of the check in one window keeps to the limit (Holm 1979).`,
  bonferroni: words`${strong('bonferroni')}: p-values are multiplied by the number of results of the check in one window, so that the chance of any false alarm among them keeps to the limit (Bonferroni).`,
  benjamini_hochberg: words`${strong('benjamini-hochberg')}: p-values are adjusted so that the expected share of false alarms among the alarms of the check in one window keeps to the limit (Benjamini and Hochberg 1995).`,
};

/** How a number becomes a verdict; only what this Protocol makes use of. */
export function verdictsSection({ protocol, metric }: SpecReader): MaybeBlock {
  const { monitors } = protocol;
  const checks = monitors.flatMap((monitor) => monitor.checks);
  if (checks.length === 0) return null;
  return section(
    'How a verdict is reached',
    paragraph('Each check is made once per window, column and group, and gives one of four verdicts:'),
    table('Verdicts', ['Verdict', 'Meaning'], verdicts),
    intervals(monitors.some(({ confidence }) => confidence !== null)),
    maturity(
      monitors.some(({ labelsMatureAfter }) => labelsMatureAfter !== null),
      checks.some(({ term }) => metric(term.metric)?.needsLabels),
    ),
    groups(checks),
    ...multiplicity(checks),
  );
}

function intervals(asserted: boolean): MaybeBlock {
  const general = words`${strong('Intervals')} are two-sided and, unless a monitor names another confidence, at 95%.`;
  return paragraph(
    asserted
      ? words`${general} In a monitor that names a confidence, a failure is asserted only when the whole interval lies beyond the limit; a value beyond it whose interval is not wholly beyond is a warning. In the others, and for warning limits, the value itself decides. Where a metric has no interval, the value decides.`
      : words`${general} They are reported; the value itself decides.`,
  );
}

function maturity(delayed: boolean, labelled: boolean | undefined): MaybeBlock {
  if (!labelled) return null;
  const known = words`${strong('Outcomes')} count from the moment they were known, so that a report made again for the same day gives the same numbers.`;
  return paragraph(
    delayed
      ? words`${known} Where a monitor waits for outcomes to mature, a window is judged when all its events are old enough; before that its value is shown with the share that is mature, and the verdict is ${emphasis('insufficient')}.`
      : known,
  );
}

function groups(checks: readonly Check[]): MaybeBlock {
  const aggregates = checks.flatMap(({ term }) => (term.aggregate === null ? [] : [term.aggregate]));
  if (aggregates.length === 0) return null;
  return paragraph(
    words`${strong('Groups')} are compared among those large enough to judge: the difference is the highest value minus the lowest, the ratio the lowest divided by the highest. With fewer than two such groups the verdict is ${emphasis('insufficient')}. Every group’s own value is listed as well.`,
  );
}

function multiplicity(checks: readonly Check[]): readonly MaybeBlock[] {
  const used = new Set(checks.flatMap(({ adjust }) => (adjust === null ? [] : [adjust])));
  if (used.size === 0) return [];
  const methods = Object.entries(adjustments).filter(([method]) => used.has(method as Adjustment));
  return [
    paragraph(
      words`${strong('Many tests')} raise false alarms by chance alone. Where a check says by which method, its p-values are adjusted before they are compared with the limit:`,
    ),
    bullets(methods.map(([, text]) => text)),
  ];
}
