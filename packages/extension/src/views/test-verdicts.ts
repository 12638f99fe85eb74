import type { Report, ReportResult } from '@vigil/runtime';
import { demandWords, valueWords } from '@vigil/runtime/values';
import { Location, Range, type TestItem, TestMessage, type TestRun, type Uri } from 'vscode';
import { ruleFile } from '../results/rule-file.js';
import { standingOf } from '../results/standing.js';

/** More messages of one check than anybody reads. */
const MOST_MESSAGES = 20;

/** Which check of a spec a test stands for. */
export interface TestedCheck {
  readonly spec: Uri;
  readonly monitor: string;
  /** Position in its monitor. */
  readonly check: number;
}

/** Says in a test run what a report says of a check. */
export function conclude(
  run: TestRun,
  item: TestItem,
  report: Report,
  { spec, monitor, check }: TestedCheck,
): void {
  const own = report.results.filter((result) => result.monitor === monitor && result.check === check);
  for (const result of own)
    run.appendOutput(
      `${result.verdict.padEnd(12)} ${result.window?.label ?? ''} ${result.reason}\r\n`,
      // With a place, each line would be written into the text of the editor.
      undefined,
      item,
    );
  switch (standingOf(own)?.verdict) {
    case undefined:
      run.errored(item, new TestMessage('The run says nothing of this check.'));
      break;
    case 'insufficient':
      // Not enough data is no pass: it is shown as a test that was not answered.
      run.skipped(item);
      break;
    case 'fail':
      run.failed(item, failures(own, spec));
      break;
    default:
      run.passed(item);
  }
}

/** One message for each broken window, the last one first. */
function failures(results: readonly ReportResult[], spec: Uri): TestMessage[] {
  const broken = results
    .filter(({ verdict }) => verdict === 'fail')
    .sort((a, b) => ((a.window?.start ?? '') < (b.window?.start ?? '') ? 1 : -1));
  const messages = broken.slice(0, MOST_MESSAGES).map((result) => breach(result, spec));
  const left = broken.length - messages.length;
  if (left > 0)
    messages.push(new TestMessage(`${left} more windows or groups failed; the dashboard shows all.`));
  return messages;
}

function breach(result: ReportResult, spec: Uri): TestMessage {
  const limits = result.limits.filter(({ severity }) => severity === 'fail');
  const when = result.window === null ? '' : `${result.window.label}: `;
  const message = TestMessage.diff(
    `${when}${result.reason}`,
    limits.map((limit) => demandWords(limit, result.unit)).join(', '),
    valueWords(result),
  );
  message.location = locationOf(result, spec);
  return message;
}

/** Files in a report are relative to the folder of the spec. */
function locationOf({ source }: ReportResult, spec: Uri): Location {
  const line = Math.max(0, source.line - 1);
  return new Location(ruleFile(spec, source.file), new Range(line, 0, line, 0));
}
