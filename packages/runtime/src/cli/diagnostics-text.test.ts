import type { Diagnostic } from '@vigil/language';
import picocolors from 'picocolors';
import { expect, it } from 'vitest';
import { countsText, diagnosticText, type ShownDiagnostic } from './diagnostics-text.js';

const plain = picocolors.createColors(false);

/** The squiggle under `text` marks the place. */
function shown(line: string, squiggle: string, change: Partial<Diagnostic> = {}): ShownDiagnostic {
  const column = squiggle.indexOf('~') + 1;
  return {
    file: 'specs/readmission.vigil',
    sourceLine: line,
    related: [],
    diagnostic: {
      code: 'VGL0012',
      severity: 'error',
      message: "unknown metric 'auroq'; did you mean 'auroc'?",
      location: { file: 'readmission.vigil', line: 12, column, endLine: 12, endColumn: squiggle.length + 1 },
      ...change,
    },
  };
}

it('shows place, code, message, line and caret', () => {
  expect(
    diagnosticText(
      shown(
        '  check auroq fail < 0.6', //
        '        ~~~~~',
      ),
      plain,
    ),
  ).toBe(
    [
      "specs/readmission.vigil:12:9: error VGL0012: unknown metric 'auroq'; did you mean 'auroc'?",
      '   12 |   check auroq fail < 0.6',
      '      |         ^^^^^',
      '',
    ].join('\n'),
  );
});

it('indents the caret by the tabs of the line', () => {
  expect(diagnosticText(shown('\tcheck auroq', '       ~~~~~'), plain)).toContain(
    '\n      | \t      ^^^^^\n',
  );
});

it('a place of no width, or at the end of the file, still has a caret', () => {
  const at = (column: number) => ({ file: 'r.vigil', line: 12, column, endLine: 12, endColumn: column });
  expect(diagnosticText(shown('log L {', '~', { location: at(8) }), plain)).toContain('\n      |        ^\n');
  expect(diagnosticText(shown('', '~', { location: at(40) }), plain)).toContain('\n      | ^\n');
});

it('a place over several lines is marked to the end of its first', () => {
  const location = { file: 'r.vigil', line: 12, column: 5, endLine: 14, endColumn: 2 };
  expect(diagnosticText(shown('log L {', '~', { location }), plain)).toContain('\n      |     ^^^\n');
});

it('a line of a megabyte is cut around the place', () => {
  const line = `${'x'.repeat(500_000)}auroq${'y'.repeat(500_000)}`;
  const location = { file: 'r.vigil', line: 1, column: 500_001, endLine: 1, endColumn: 500_006 };
  const text = diagnosticText(shown(line, '~', { location }), plain);
  const [, source, caret] = text.split('\n');
  expect(source!.length).toBeLessThan(130);
  expect(source!.slice(caret!.indexOf('^'), caret!.lastIndexOf('^') + 1)).toBe('auroq');
});

it('never sends the escapes of a spec to the terminal', () => {
  const text = diagnosticText(shown('\u001b[2J auroq', '     ~~~~~', { message: 'bad \u001b[31m' }), plain);
  expect(text).not.toContain('\u001b');
});

it('names the other place of one mistake', () => {
  const related = [{ file: 'specs/people.vigil', line: 3, column: 6, message: 'first declared here' }];
  expect(diagnosticText({ ...shown('role A', '     ~'), related }, plain)).toContain(
    '\n  specs/people.vigil:3:6: first declared here\n',
  );
});

it('colours only when asked', () => {
  expect(diagnosticText(shown('auroq', '~~~~~'), picocolors.createColors(true))).toContain('\u001b[31m');
});

it.each([
  [[], 'no problems'],
  [['error'], '1 error'],
  [['warning', 'error', 'error', 'information'], '2 errors, 1 warning'],
] as const)('counts %j', (severities, text) => {
  const diagnostics = severities.map((severity) => shown('', '~', { severity }).diagnostic);
  expect(countsText(diagnostics)).toBe(text);
});
