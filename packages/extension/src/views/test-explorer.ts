import type { CheckOutline } from '@vigil/language/views';
import type { Report, ReportLimit, ReportResult } from '@vigil/runtime';
import {
  type CancellationToken,
  type Disposable,
  Location,
  Range,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  TestRunProfileKind,
  type TestRunRequest,
  TestTag,
  tests,
  type Uri,
  workspace,
} from 'vscode';
import type { Results } from '../results/results.js';
import { ruleFile } from '../results/rule-file.js';
import { standingOf } from '../results/standing.js';
import type { RunSpecs } from '../runtime/run-specs.js';
import type { SpecIndex } from './spec-index.js';
import { shownValue } from './verdict-lenses.js';

/** What a test item stands for. */
interface Meaning {
  readonly spec: Uri;
  readonly monitor?: string;
  readonly check?: CheckOutline;
}

const runnable = new TestTag('runnable');
/** More messages of one check than anybody reads. */
const MOST_MESSAGES = 20;

/** Specs, monitors and checks as tests: a run measures the data, and a check fails when a limit is broken in any window. */
export function testSpecs(index: SpecIndex, runs: RunSpecs, results: Results): Disposable[] {
  const controller = tests.createTestController('vigil', 'Vigil');
  const meanings = new WeakMap<TestItem, Meaning>();
  controller.refreshHandler = () => index.refresh();
  const run = (request: TestRunRequest, token: CancellationToken) =>
    runTests(controller, meanings, runs, request, token);
  const profile = controller.createRunProfile('Run', TestRunProfileKind.Run, run, true, runnable, true);
  profile.runHandler = async (request, token) => {
    if (!request.continuous) return await run(request, token);
    const saves = workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'vigil') void run(request, token);
    });
    token.onCancellationRequested(() => saves.dispose());
  };
  return [
    controller,
    index.onDidChange(() => mirror(controller, meanings, index)),
    results.onDidChange((spec) => {
      const state = results.get(spec);
      if (state?.kind === 'done' && state.stale)
        controller.invalidateTestResults(controller.items.get(spec.toString()));
    }),
  ];
}

/** The items follow the text: a check is the same test as long as its place in its monitor is the same. */
function mirror(controller: TestController, meanings: WeakMap<TestItem, Meaning>, index: SpecIndex): void {
  const make = (
    parent: { id: string } | null,
    name: string,
    label: string,
    line: number,
    meaning: Meaning,
  ) => {
    const item = controller.createTestItem(
      parent === null ? name : `${parent.id}/${name}`,
      label,
      meaning.spec,
    );
    item.range = new Range(line, 0, line, 0);
    item.tags = [runnable];
    meanings.set(item, meaning);
    return item;
  };
  controller.items.replace(
    index.specs
      .filter(({ outline }) => outline.monitors.length > 0)
      .map(({ uri: spec, outline }) => {
        const file = make(null, spec.toString(), workspace.asRelativePath(spec), 0, { spec });
        outline.monitors.forEach(({ name: monitor, checks, range }, position) => {
          const item = make(file, monitor, monitor, range.start.line, { spec, monitor });
          item.sortText = String(position).padStart(5, '0');
          for (const check of checks) {
            const name = String(check.index);
            // A screen reader says the description of an item in place of its label.
            const label = `${check.text}  ${check.limits}`.trim();
            const own = make(item, name, label, check.range.start.line, { spec, monitor, check });
            own.sortText = String(check.index).padStart(5, '0');
            item.children.add(own);
          }
          file.children.add(item);
        });
        return file;
      }),
  );
}

async function runTests(
  controller: TestController,
  meanings: WeakMap<TestItem, Meaning>,
  runs: RunSpecs,
  request: TestRunRequest,
  token: CancellationToken,
): Promise<void> {
  const asked = request.include ?? all(controller.items);
  const excluded = new Set(request.exclude ?? []);
  // “Run Test at Cursor” may name an item more than once.
  const checks = [...new Set(asked.flatMap(checksBelow))].filter((item) => !excluded.has(item));
  const bySpec = new Map<string, TestItem[]>();
  for (const item of checks) {
    const spec = meanings.get(item)?.spec.toString() ?? '';
    bySpec.set(spec, [...(bySpec.get(spec) ?? []), item]);
  }
  const run = controller.createTestRun(request);
  try {
    for (const item of checks) run.enqueued(item);
    for (const items of bySpec.values()) {
      if (token.isCancellationRequested) break;
      const { spec } = meanings.get(items[0]!)!;
      for (const item of items) run.started(item);
      const monitors = [...new Set(items.map((item) => meanings.get(item)!.monitor!))];
      const outcome = await runs.run(spec, { monitors, token });
      for (const item of items) {
        const { monitor, check } = meanings.get(item)!;
        if (outcome?.kind === 'report') conclude(run, item, spec, outcome.report, monitor!, check!.index);
        else if (outcome === null || outcome.kind === 'cancelled') run.skipped(item);
        else run.errored(item, new TestMessage(outcome.message));
      }
    }
  } finally {
    run.end();
  }
}

function all(items: TestController['items']): TestItem[] {
  const found: TestItem[] = [];
  items.forEach((item) => void found.push(item));
  return found;
}

function checksBelow(item: TestItem): TestItem[] {
  const children = all(item.children);
  return children.length === 0 ? [item] : children.flatMap(checksBelow);
}

function conclude(
  run: TestRun,
  item: TestItem,
  spec: Uri,
  report: Report,
  monitor: string,
  check: number,
): void {
  const own = report.results.filter((result) => result.monitor === monitor && result.check === check);
  for (const result of own)
    run.appendOutput(
      `${result.verdict.padEnd(12)} ${result.window?.label ?? ''} ${result.reason}\r\n`,
      locationOf(result, spec),
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
    limits.map(demanded).join(', '),
    shownValue(result),
  );
  message.location = locationOf(result, spec);
  return message;
}

/** Files in a report are relative to the folder of the spec. */
function locationOf({ source }: ReportResult, spec: Uri): Location {
  const line = Math.max(0, source.line - 1);
  return new Location(ruleFile(spec, source.file), new Range(line, 0, line, 0));
}

/** What a value has to be not to break a limit. */
function demanded(limit: ReportLimit): string {
  const subject = limit.subject === 'pValue' ? 'p ' : '';
  return limit.operator === 'outside'
    ? `${subject}within ${limit.low}..${limit.high}`
    : `${subject}${opposite[limit.operator]} ${limit.value}`;
}

const opposite = { '<': '≥', '<=': '>', '>': '≤', '>=': '<', '==': '≠' } as const;
