import type { LogDraft, MonitorDraft, RunbookName, SpecDraft } from '../draft.js';
import { quoted } from '../spelling.js';
import { checkLines } from './check-lines.js';
import type { LimitsOf } from './limits.js';

/** All monitors, and the runbooks that answer them. */
export function monitorsText(draft: SpecDraft, limitsOf: LimitsOf): string {
  const { log } = draft;
  if (log === null) return '';
  const needed = new Set<RunbookName>();
  const monitors = draft.monitors.map((monitor) => {
    const judged = monitor.checks.flatMap((check) => {
      const limits = limitsOf(monitor, check);
      return limits === null ? [] : [{ check, limits }];
    });
    if (judged.length === 0) return '';
    const fails = judged.some(({ limits }) => /\bfail\b/.test(limits.text));
    if (fails) needed.add(monitor.runbook);
    return [
      `monitor ${monitor.name} ${quoted(monitor.title)} on Predictions {`,
      ...openQuestions(monitor, log),
      `  ${scheduleText(monitor, draft)}`,
      ...checkLines(judged, draft.model.features),
      ...(fails ? [`  on fail run ${monitor.runbook}`] : []),
      '}\n',
    ].join('\n');
  });
  return [...monitors, ...[...needed].map((name) => runbooks[name])].filter((text) => text !== '').join('\n');
}

/** What only people can say of performance, and thereby of fairness. */
function openQuestions({ name }: MonitorDraft, log: LogDraft): string[] {
  if (name !== 'Performance') return [];
  return [
    '  // TODO: limits here and below say what is unusual; put in their place what the clinic can accept.',
    ...(log.matureDays === null
      ? ['  // TODO: say how long it takes until outcomes are known, e.g. after labels mature 30 days']
      : []),
  ];
}

function scheduleText({ every, against, usesLabels, confidence }: MonitorDraft, draft: SpecDraft): string {
  const mature = usesLabels ? (draft.log?.matureDays ?? null) : null;
  return [
    `every 1 ${every}`,
    against ? (draft.reference === null ? 'against previous window' : 'against Reference') : '',
    mature === null ? '' : `after labels mature ${mature} ${mature === 1 ? 'day' : 'days'}`,
    confidence ? 'confidence 95%' : '',
  ]
    .filter((clause) => clause !== '')
    .join(' ');
}

const runbooks: Readonly<Record<RunbookName, string>> = {
  FeedResponse: `runbook FeedResponse "When the data is not what the model was built on" {
  step "Compare the feed with its source: units, codes, missing fields, duplicates" by DataEngineer within 1 day
  step "Decide whether the model stays in use until the cause is known" by ClinicalLead within 2 days
}
`,
  ModelResponse: `runbook ModelResponse "When scores and outcomes, or groups of patients, drift apart" {
  step "Rule out a fault of the data or of the outcomes" by DataEngineer within 2 days
  step "Review patients the score missed, and decide whether the model stays in use" by ClinicalLead within 5 days
}
`,
};
