import { exitCode } from './exit-code.js';
import type { Report } from './report.js';

export interface ConclusionOptions {
  /** Insufficient data counts as a failed limit. */
  readonly strict?: boolean;
}

/** The last line: what the exit code is and why. */
export function conclusion(report: Report, options: ConclusionOptions): string {
  const { warn, insufficient } = report.summary;
  const code = exitCode(report, options);
  switch (code) {
    case 0:
      return warn === 0
        ? 'Exit code 0: all limits hold.'
        : `Exit code 0: no limit for failure is broken; ${counted(warn, 'warning')}.`;
    case 1:
      return report.summary.fail > 0
        ? 'Exit code 1: a limit for failure is broken.'
        : `Exit code 1: ${counted(insufficient, 'result')} without enough data, and --strict is set.`;
    case 3:
      return `Exit code 3: the report is incomplete, see ${report.problems.length === 1 ? 'the problem' : 'the problems'} above.`;
    case 4:
      return `Exit code 4: no limit is known to be broken, but ${counted(insufficient, 'result')} had not enough data.`;
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
