import { metricNamed } from '@vigil/statistics';
import { problemCodes } from '../problem-codes.js';
import { checkWords, groupLabels } from '../report/check-words.js';
import { conclusion } from '../report/conclusion.js';
import type { Report, ReportProblem, ReportResult, Verdict } from '../report/report.js';
import type { Finding, Findings, Level, Rule } from './finding.js';
import type { TestCase, TestSuite } from './test-suite.js';

export interface RunOptions {
  /** Insufficient data counts as a failure. */
  readonly strict: boolean;
  /** A file of the spec as it is called from where the command was started. */
  readonly file: (file: string) => string;
  /** The spec itself: where findings stand that belong to no line. Code scanning takes none without a place. */
  readonly entry: string;
}

/** What `vigil run` found: broken limits, checks without enough data, problems; what passed is no finding. */
export function runFindings(report: Report, options: RunOptions): Findings {
  const broken = report.results.flatMap((result) => resultFinding(result, options));
  const problems = report.problems.map((problem) => problemFinding(problem, options));
  const metrics = [...new Set(broken.map(({ metric }) => metric))];
  const codes = [...new Set(report.problems.map(({ code }) => code))];
  return {
    command: 'run',
    version: report.tool.version,
    findings: [...problems, ...broken.map(({ finding }) => finding)],
    rules: [...metrics.map(metricRule), ...codes.map(problemRule)].sort((a, b) => (a.id < b.id ? -1 : 1)),
    summary: conclusion(report, options),
  };
}

function levelOf(verdict: Verdict, { strict }: RunOptions): Level | null {
  switch (verdict) {
    case 'pass':
      return null;
    case 'fail':
      return 'error';
    case 'warn':
      return 'warning';
    case 'insufficient':
      return strict ? 'error' : 'note';
  }
}

function resultFinding(
  result: ReportResult,
  options: RunOptions,
): readonly { readonly metric: string; readonly finding: Finding }[] {
  const level = levelOf(result.verdict, options);
  if (level === null) return [];
  const { metric, monitor, window, reason, source } = result;
  const name = nameOf(result);
  const when = window?.label ?? 'no window';
  return [
    {
      metric,
      finding: {
        rule: metricId(metric),
        level,
        message: `${monitor}: ${name}, ${when}: ${reason}`,
        place: { file: options.file(source.file), line: source.line },
        identity: [options.file(source.file), monitor, name, when],
      },
    },
  ];
}

function problemFinding(
  { code, subject, column, message, source }: ReportProblem,
  { file, entry }: RunOptions,
): Finding {
  return {
    rule: code,
    level: 'error',
    message,
    place: source ? { file: file(source.file), line: source.line } : { file: entry, line: 1 },
    identity: [subject, column ?? '', message],
  };
}

function metricId(metric: string): string {
  return `limit/${metric}`;
}

function metricRule(name: string): Rule {
  const metric = metricNamed(name);
  return {
    id: metricId(name),
    title: `Limit of ${metric?.title ?? name}`,
    meaning: metric?.summary ?? 'A limit of the spec.',
    mend: metric ? `${metric.formula} (${metric.source})` : 'The message says what was measured.',
    level: 'error',
  };
}

function problemRule(code: string): Rule {
  const known = problemCodes.find((one) => one.code === code);
  return {
    id: code,
    title: known?.title ?? code,
    meaning: known?.meaning ?? 'The message says what was found.',
    mend: known?.mend ?? 'The message says what to do.',
    level: 'error',
  };
}

/** The same as a test report: a suite for every monitor, a test for every window of a check and group. */
export function runSuites(report: Report, options: RunOptions): readonly TestSuite[] {
  const properties = {
    command: 'vigil run',
    version: report.tool.version,
    protocol: report.protocolId,
    asOf: report.asOf ?? 'no readable data',
  };
  const monitors = [...new Set(report.results.map(({ monitor }) => monitor))];
  const suites: TestSuite[] = monitors.map((monitor) => {
    const own = report.results.filter((result) => result.monitor === monitor);
    return {
      name: monitor,
      properties,
      cases: own.map((result) => resultCase(result, options)),
      remarks: own
        .filter(({ verdict }) => verdict === 'warn')
        .map((result) => `warning: ${caseName(result)}: ${result.reason}`),
    };
  });
  if (report.problems.length === 0) return suites;
  const cases = report.problems.map((problem) => problemCase(problem, options));
  return [...suites, { name: 'Data, models and engine', properties, cases, remarks: [] }];
}

function resultCase(result: ReportResult, options: RunOptions): TestCase {
  const { verdict, metric, reason, source } = result;
  const own = { name: caseName(result), group: result.monitor };
  const level = levelOf(verdict, options);
  if (level === 'error') {
    const details = `${options.file(source.file)}:${source.line}: ${reason}`;
    return { ...own, outcome: { kind: 'failed', type: metricId(metric), message: reason, details } };
  }
  return { ...own, outcome: level === 'note' ? { kind: 'skipped', reason } : { kind: 'passed' } };
}

function problemCase(
  { code, subject, column, message, source }: ReportProblem,
  { file }: RunOptions,
): TestCase {
  const place = source === null ? '' : `${file(source.file)}:${source.line}: `;
  return {
    name: `${code} ${subject}${column === null ? '' : `.${column}`}`,
    group: subject,
    outcome: { kind: 'error', type: code, message, details: `${place}${message}` },
  };
}

function caseName(result: ReportResult): string {
  return `${nameOf(result)}, ${result.window?.label ?? 'no window'}`;
}

function nameOf(result: ReportResult): string {
  return result.group === null ? checkWords(result) : `${checkWords(result)}, ${groupLabels(result.group)}`;
}
