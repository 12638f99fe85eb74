import { type Diagnostic, explained, type Severity } from '@vigil/language';
import type { Finding, Findings, Level, Place, Rule } from './finding.js';
import type { TestSuite } from './test-suite.js';

/** A diagnostic together with how its file is called from where the command was started. */
export interface LocatedDiagnostic {
  readonly file: string;
  readonly diagnostic: Diagnostic;
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

const levels: { readonly [S in Severity]: Level } = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

/** What `vigil check` found. */
export function checkFindings(
  diagnostics: readonly LocatedDiagnostic[],
  { version, summary }: { readonly version: string; readonly summary: string },
): Findings {
  const findings = diagnostics.map(finding);
  return { command: 'check', version, findings, rules: rulesOf(diagnostics), summary };
}

function finding({ file, diagnostic, related }: LocatedDiagnostic): Finding {
  const { code, severity, message, location, fix } = diagnostic;
  return {
    rule: ruleId(code),
    level: levels[severity],
    message,
    place: placeOf(file, location),
    identity: [file, message],
    related: related.map((one) => ({
      message: one.message,
      place: { file: one.file, line: one.line, column: one.column },
    })),
    fix,
  };
}

function placeOf(file: string, { line, column, endLine, endColumn }: Diagnostic['location']): Place {
  return { file, line, column, endLine, endColumn };
}

/** Not every finding has a code of the table; a house rule has its own. */
function ruleId(code: string): string {
  return code === '' ? 'vigil' : code;
}

function rulesOf(diagnostics: readonly LocatedDiagnostic[]): readonly Rule[] {
  const rules = new Map<string, Rule>();
  for (const { diagnostic } of diagnostics) {
    const id = ruleId(diagnostic.code);
    if (!rules.has(id)) rules.set(id, rule(id, diagnostic));
  }
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function rule(id: string, { severity }: Diagnostic): Rule {
  const known = explained(id);
  return {
    id,
    title: known?.title ?? id,
    meaning: known?.meaning ?? 'The message says what was found.',
    mend: known?.mend ?? 'The message says what to do.',
    level: levels[known?.severity ?? severity],
  };
}

/** The same as a test report: a suite for every file that was checked or has a finding, a failure for every error. */
export function checkSuites(
  files: readonly string[],
  diagnostics: readonly LocatedDiagnostic[],
  version: string,
): readonly TestSuite[] {
  const names = [...new Set([...files, ...diagnostics.map(({ file }) => file)])];
  return names.map((name) => {
    const own = diagnostics.filter(({ file }) => file === name);
    const errors = own.filter(({ diagnostic }) => diagnostic.severity === 'error');
    const remarks = own.filter(({ diagnostic }) => diagnostic.severity !== 'error');
    return {
      name,
      properties: { command: 'vigil check', version },
      cases:
        errors.length === 0
          ? [{ name: 'no errors', group: name, outcome: { kind: 'passed' } }]
          : errors.map(({ diagnostic }) => ({
              name: `${at(diagnostic)} ${diagnostic.code}`,
              group: name,
              outcome: {
                kind: 'failed',
                type: ruleId(diagnostic.code),
                message: diagnostic.message,
                details: `${name}:${at(diagnostic)}: ${diagnostic.message}`,
              },
            })),
      remarks: remarks.map(
        ({ diagnostic }) =>
          `${name}:${at(diagnostic)}: ${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`,
      ),
    };
  });
}

function at({ location }: Diagnostic): string {
  return `${location.line}:${location.column}`;
}
