import type { CheckOutline } from '@vigil/language/views';
import {
  type CancellationToken,
  type Disposable,
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
import type { RunOptions, RunSpecs } from '../runtime/run-specs.js';
import type { RunOutcome } from '../runtime/runtime.js';
import type { SpecIndex } from './spec-index.js';
import { conclude } from './test-verdicts.js';

/** What a test item stands for. */
interface Meaning {
  readonly spec: Uri;
  readonly monitor?: string;
  readonly check?: CheckOutline;
}

const runnable = new TestTag('runnable');

/** Specs, monitors and checks as tests: a run measures the data, and a check fails when a limit is broken in any window. */
export function testSpecs(index: SpecIndex, runs: RunSpecs, results: Results): Disposable[] {
  const controller = tests.createTestController('vigil', 'Vigil');
  const meanings = new WeakMap<TestItem, Meaning>();
  /** Runs that were asked for here. */
  const own = new WeakSet<RunOptions>();
  const outdate = (spec: Uri) => {
    const state = results.get(spec);
    const item = controller.items.get(spec.toString());
    if (item !== undefined && state?.kind === 'done' && state.freshness !== 'current')
      controller.invalidateTestResults(item);
  };
  controller.refreshHandler = () => index.refresh();
  const run = async (request: TestRunRequest, token: CancellationToken) => {
    const started = await runTests({ controller, meanings, runs, own }, request, token);
    for (const spec of started) outdate(spec);
  };
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
    results.onDidChange(outdate),
    runs.onDidEnd(({ spec, options }) => {
      // What the tests say is older than that run. Telling them would open their panel at every run.
      const item = controller.items.get(spec.toString());
      if (!own.has(options) && item !== undefined) controller.invalidateTestResults(item);
    }),
  ];
}

/** The items follow the text: a check is the same test as long as its place in its monitor is the same. */
function mirror(controller: TestController, meanings: WeakMap<TestItem, Meaning>, index: SpecIndex): void {
  const make = (
    parent: { id: string } | null,
    name: string,
    label: string,
    { file, line }: { readonly file: Uri; readonly line: number },
    meaning: Meaning,
  ) => {
    const item = controller.createTestItem(parent === null ? name : `${parent.id}/${name}`, label, file);
    item.range = new Range(line, 0, line, 0);
    item.tags = [runnable];
    meanings.set(item, meaning);
    return item;
  };
  controller.items.replace(
    index.specs
      .filter(({ monitors }) => monitors.length > 0)
      .map(({ uri: spec, monitors }) => {
        const top = make(
          null,
          spec.toString(),
          workspace.asRelativePath(spec),
          { file: spec, line: 0 },
          { spec },
        );
        monitors.forEach(({ name: monitor, checks, range, file }, position) => {
          const item = make(top, monitor, monitor, { file, line: range.start.line }, { spec, monitor });
          item.sortText = String(position).padStart(5, '0');
          for (const check of checks) {
            const name = String(check.index);
            // A screen reader says the description of an item in place of its label.
            const label = `${check.text}  ${check.limits}`.trim();
            const place = { file, line: check.range.start.line };
            const own = make(item, name, label, place, { spec, monitor, check });
            own.sortText = String(check.index).padStart(5, '0');
            item.children.add(own);
          }
          top.children.add(item);
        });
        return top;
      }),
  );
}

interface Conducted {
  readonly controller: TestController;
  readonly meanings: WeakMap<TestItem, Meaning>;
  readonly runs: RunSpecs;
  readonly own: WeakSet<RunOptions>;
}

/** @returns the specs that were run */
async function runTests(
  { controller, meanings, runs, own }: Conducted,
  request: TestRunRequest,
  token: CancellationToken,
): Promise<readonly Uri[]> {
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
  const started: Uri[] = [];
  try {
    for (const item of checks) run.enqueued(item);
    for (const [name, items] of bySpec) {
      if (token.isCancellationRequested) break;
      const { spec } = meanings.get(items[0]!)!;
      started.push(spec);
      for (const item of items) run.started(item);
      const whole = excluded.size === 0 && asked.some(({ id }) => id === name);
      const named = new Set(items.flatMap((item) => meanings.get(item)?.monitor ?? []));
      const options: RunOptions = { monitors: whole ? [] : [...named], token };
      own.add(options);
      const outcome = await runs.run(spec, options);
      for (const item of items) tell(run, item, outcome ?? { kind: 'cancelled' }, meanings);
    }
  } finally {
    run.end();
  }
  return started;
}

/** Says of a check what came of the run it was part of. */
function tell(run: TestRun, item: TestItem, outcome: RunOutcome, meanings: WeakMap<TestItem, Meaning>): void {
  const { spec, monitor, check } = meanings.get(item)!;
  if (outcome.kind === 'cancelled' || monitor === undefined || check === undefined) run.skipped(item);
  else if (outcome.kind === 'report')
    conclude(run, item, outcome.report, { spec, monitor, check: check.index });
  else run.errored(item, new TestMessage(outcome.message));
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
