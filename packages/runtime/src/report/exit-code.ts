import type { Report } from './report.js';

/** 0 pass (also with warnings), 1 a limit failed, 3 data, model or engine error, 4 insufficient data only. */
export type ExitCode = 0 | 1 | 3 | 4;

/**
 * What a run ends with. A problem wins over everything, because the report is then incomplete; `strict`
 * makes insufficient data count as a failed limit.
 */
export function exitCode(report: Report, options: { readonly strict?: boolean } = {}): ExitCode {
  if (report.problems.length > 0) return 3;
  if (report.summary.fail > 0) return 1;
  if (report.summary.insufficient === 0) return 0;
  return options.strict ? 1 : 4;
}
