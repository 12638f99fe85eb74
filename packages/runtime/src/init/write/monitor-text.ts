import type { CheckDraft, MonitorDraft, RunbookName, SpecDraft } from '../draft.js';

/** The limits of a check as they are written, and how they were got; null: the check is left out. */
export interface WrittenLimits {
  /** `warn > 0.1 fail > 0.2` */
  readonly text: string;
  readonly comment: string;
}
export type LimitsOf = (monitor: MonitorDraft, check: CheckDraft) => WrittenLimits | null;

/** All monitors, and the runbooks that answer them. */
export function monitorsText(draft: SpecDraft, limitsOf: LimitsOf): string {
  const { log } = draft;
  if (log === null) return '';
  const needed = new Set<RunbookName>();
  const monitors = draft.monitors.map((monitor) => {
    const checks = monitor.checks.flatMap((check) => {
      const limits = limitsOf(monitor, check);
      return limits === null ? [] : [{ term: check.term, ...limits }];
    });
    if (checks.length === 0) return '';
    const fails = checks.some(({ text }) => /\bfail\b/.test(text));
    if (fails) needed.add(monitor.runbook);
    return [
      `monitor ${monitor.name} ${JSON.stringify(monitor.title)} on Predictions {`,
      `  ${scheduleText(monitor, draft)}`,
      ...checks.flatMap(({ term, text, comment }) => [
        ...(comment === '' ? [] : [`  // ${comment}`]),
        `  check ${term} ${text}`,
      ]),
      ...(fails ? [`  on fail run ${monitor.runbook}`] : []),
      '}\n',
    ].join('\n');
  });
  return [...monitors, ...[...needed].map((name) => runbooks[name])].filter((text) => text !== '').join('\n');
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
  // TODO: fit the times and the steps to your service.
  step "Compare the feed with its source: units, codes, missing fields, duplicates" by DataEngineer within 1 day
  step "Decide whether the model stays in use until the cause is known" by ClinicalLead within 2 days
}
`,
  ModelResponse: `runbook ModelResponse "When scores and outcomes, or groups of patients, drift apart" {
  // TODO: fit the times and the steps to your service.
  step "Rule out a fault of the data or of the outcomes" by DataEngineer within 2 days
  step "Review patients the score missed, and decide whether the model stays in use" by ClinicalLead within 5 days
}
`,
};
