import { type LangiumDocument, URI, UriUtils } from 'langium';
import type { Diagnostic as EditorDiagnostic, Range } from 'vscode-languageserver';
import type { Diagnostic } from './diagnostic.js';
import type { Severity } from './message.js';
import { plainText } from './plain-text.js';
import type { DiagnosticData } from './reporter.js';
import type { SourceLocation } from './source-location.js';

const severities: Readonly<Record<number, Severity>> = { 1: 'error', 2: 'warning' };

/**
 * The diagnostics of validated documents in plain form, sorted by file, line, column and code, each once.
 * @param folder the entry spec's folder: files are named relative to it
 */
export function plainDiagnostics(documents: readonly LangiumDocument[], folder: URI): Diagnostic[] {
  const found = documents.flatMap((document) =>
    (document.diagnostics ?? []).map((diagnostic) => plain(diagnostic, document.uri, folder)),
  );
  const distinct = new Map(found.map((diagnostic) => [sortKey(diagnostic), diagnostic]));
  return [...distinct.values()].sort(compareDiagnostics);
}

function plain(diagnostic: EditorDiagnostic, uri: URI, folder: URI): Diagnostic {
  const data = diagnostic.data as Partial<DiagnosticData> | undefined;
  const related = (diagnostic.relatedInformation ?? []).map(({ message, location }) => ({
    message: plainText(message),
    location: locationOf(location.range, URI.parse(location.uri), folder),
  }));
  return {
    code: String(diagnostic.code ?? ''),
    severity: severities[diagnostic.severity ?? 1] ?? 'information',
    message: plainText(diagnostic.message),
    location: locationOf(diagnostic.range, uri, folder),
    ...(related.length > 0 ? { related } : {}),
    ...(data?.fix ? { fix: data.fix } : {}),
  };
}

/** Editors count lines and columns from 0, people from 1. */
export function locationOf(range: Range, uri: URI, folder: URI): SourceLocation {
  return {
    file: UriUtils.relative(folder, uri),
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.location.file, b.location.file) ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortKey({ location, code, message }: Diagnostic): string {
  return JSON.stringify([location.file, location.line, location.column, code, message]);
}
