import type { Diagnostic } from '@vigil/language';
import { type Colours, printable } from './terminal.js';

/** A diagnostic together with the line of text it is about. */
export interface ShownDiagnostic {
  /** Path as the reader can open it, relative to the working directory. */
  readonly file: string;
  readonly diagnostic: Diagnostic;
  /** The line the diagnostic starts in; null when the file cannot be read again. */
  readonly sourceLine: string | null;
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

/** Longer lines are cut around the place; a spec of one long line stays readable. */
const WIDTH = 110;

/**
 * One diagnostic as compilers print it:
 *
 *   readmission.vigil:12:9: error VGL0012: unknown metric 'auroq'; did you mean 'auroc'?
 *     12 |   check auroq fail < 0.6
 *        |         ^^^^^
 */
export function diagnosticText(shown: ShownDiagnostic, colours: Colours): string {
  const { diagnostic, file } = shown;
  const { line, column } = diagnostic.location;
  const severity = { error: colours.red, warning: colours.yellow, information: colours.cyan }[
    diagnostic.severity
  ];
  const lines = [
    `${colours.bold(`${printable(file)}:${line}:${column}:`)} ${severity(`${diagnostic.severity} ${diagnostic.code}`.trimEnd())}: ${printable(diagnostic.message)}`,
  ];
  if (shown.sourceLine !== null)
    lines.push(...excerpt(shown.sourceLine, diagnostic.location, severity, colours));
  for (const other of shown.related)
    lines.push(
      colours.dim(`  ${printable(other.file)}:${other.line}:${other.column}: ${printable(other.message)}`),
    );
  return `${lines.join('\n')}\n`;
}

function excerpt(
  sourceLine: string,
  location: Diagnostic['location'],
  severity: (text: string) => string,
  colours: Colours,
): string[] {
  const start = Math.min(location.column - 1, sourceLine.length);
  const last = location.endLine === location.line ? location.endColumn - 1 : sourceLine.length;
  const end = Math.min(last, sourceLine.length);
  const first = Math.max(0, Math.min(start - Math.floor(WIDTH / 2), sourceLine.length - WIDTH));
  const cut = sourceLine.slice(first, first + WIDTH);
  const before = first > 0 ? '…' : '';
  const after = first + WIDTH < sourceLine.length ? '…' : '';
  const number = String(location.line).padStart(5);
  // Tabs stay tabs in front of the caret, so that both lines are indented alike.
  const indent = before.replace(/./u, ' ') + printable(cut.slice(0, start - first)).replace(/[^\t]/gu, ' ');
  const length = Math.max(1, Math.min(end, first + WIDTH) - start);
  return [
    `${colours.dim(`${number} |`)} ${before}${printable(cut)}${after}`,
    `${colours.dim('      |')} ${indent}${severity('^'.repeat(length))}`,
  ];
}

/** `2 errors, 1 warning`; what is not there is not mentioned. */
export function countsText(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning'] as const)
    .map((severity) => ({ severity, n: diagnostics.filter((one) => one.severity === severity).length }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => `${n} ${severity}${n === 1 ? '' : 's'}`);
  return counts.length > 0 ? counts.join(', ') : 'no problems';
}
