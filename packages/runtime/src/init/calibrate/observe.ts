import path from 'node:path';
import { compileSpec, loadSpec } from '@vigil/language';
import { createDuckDbEngine } from '../../engine/index.js';
import { createRescorer } from '../../models/rescore.js';
import type { Report, ReportResult } from '../../report/report.js';
import { runProtocol } from '../../run.js';
import { fewestRows } from '../detect/privacy.js';
import type { CheckDraft, MonitorDraft, SpecDraft } from '../draft.js';
import { specText } from '../write/spec-text.js';

/** What a check measures in one window. */
export interface ObservedWindow {
  readonly value: number;
  readonly n: number;
  /** Standard error, from the 95 % interval; null for metrics without one. */
  readonly error: number | null;
}

/** One check on the data at hand, in each window that has a value. */
export interface Observation {
  /** "the reference" or "the log". */
  readonly of: string;
  /** At least one. */
  readonly windows: readonly ObservedWindow[];
}

export type Observations = (monitor: MonitorDraft, check: CheckDraft) => Observation | null;

export interface ObservationRequest {
  /** A spec whose log is the data to be measured. */
  readonly draft: SpecDraft;
  readonly of: string;
  /** Folder of the spec. */
  readonly folder: string;
  /** What must be closed when the user stops the command. */
  readonly engines: Set<{ close(): Promise<void> }>;
}

/**
 * Measures the checks of a draft, without limits, in its own windows: the same pipeline a run goes through, so that a
 * limit is held against the very number it was made from.
 */
export async function observe(request: ObservationRequest): Promise<Observations> {
  const { draft, of } = request;
  const report = await measure(request);
  return (monitor, check) => {
    const own = draft.monitors.find(({ name }) => name === monitor.name);
    const index = own?.checks.findIndex(({ term }) => term === check.term) ?? -1;
    if (index < 0) return null;
    const results = report.results.filter((one) => one.monitor === monitor.name && one.check === index);
    const aggregated = results.some(({ aggregate }) => aggregate !== null);
    const shown = results.filter(({ aggregate }) => (aggregate !== null) === aggregated);
    const windows = fullWindows(shown);
    // A check that most windows cannot answer has no usual value yet.
    return windows.length === 0 || 2 * windows.length < shown.length ? null : { of, windows };
  };
}

/** Each check alone, so that it is found again by its place. */
const unlimited = () => ({ text: '', comment: () => '', width: 0 });

async function measure({ draft, folder, engines }: ObservationRequest): Promise<Report> {
  const text = specText(draft, unlimited);
  const loaded = await loadSpec(path.join(folder, 'measured.vigil'), text);
  if (loaded.kind === 'unreadable') throw new Error(loaded.message);
  const error = loaded.diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined)
    throw new Error(`the spec to be measured is not valid: ${error.code} ${error.message}`);
  const engine = createDuckDbEngine();
  const rescorer = createRescorer(engine, folder);
  engines.add(engine).add(rescorer);
  try {
    return await runProtocol({
      compilation: compileSpec(loaded),
      engine,
      rescore: rescorer.rescore,
      baseDirectory: folder,
      asOf: null,
      toolVersion: '',
    });
  } finally {
    await rescorer.close();
    await engine.close();
    engines.delete(rescorer);
    engines.delete(engine);
  }
}

/** Width of a 95 % interval of a normal distribution, in standard errors. */
const WIDTH = 2 * 1.959963984540054;

/** Windows with a value that is not about a few people; the first and the last only when they are not much shorter than the others. */
function fullWindows(results: readonly ReportResult[]): readonly ObservedWindow[] {
  const windows = results.flatMap(({ value, n, interval, verdict }): ObservedWindow[] => {
    if (value === null || verdict === 'insufficient' || n < fewestRows) return [];
    const width = interval === null ? Number.NaN : interval[1] - interval[0];
    return [{ value, n, error: Number.isFinite(width) ? width / WIDTH : null }];
  });
  const sizes = windows.map(({ n }) => n).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return windows.filter(({ n }, index) => (index > 0 && index < windows.length - 1) || n >= usual / 2);
}
