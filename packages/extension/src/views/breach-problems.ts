import type { Report } from '@vigil/runtime';
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  Uri,
  type Uri as UriType,
} from 'vscode';
import { latest, type Results } from '../results/results.js';
import { ruleFile } from '../results/rule-file.js';

/** Broken limits and spoilt data of the last run, in the Problems view at the line of the limit. */
export function reportBreaches(results: Results): Disposable[] {
  const collection = languages.createDiagnosticCollection('vigil-run');
  /** Files with findings, by spec: they go when the spec's next run says otherwise. */
  const files = new Map<string, readonly UriType[]>();
  return [
    collection,
    results.onDidChange((spec) => {
      const state = results.get(spec);
      if (state?.kind === 'running') return;
      for (const file of files.get(spec.toString()) ?? []) collection.delete(file);
      const found = state?.kind === 'done' ? breaches(state.report, spec) : new Map<string, Diagnostic[]>();
      files.set(
        spec.toString(),
        [...found.keys()].map((file) => Uri.parse(file)),
      );
      for (const [file, diagnostics] of found) collection.set(Uri.parse(file), diagnostics);
    }),
  ];
}

function breaches(report: Report, spec: UriType): Map<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>();
  const add = (place: { file: string; line: number }, message: string, severity: DiagnosticSeverity) => {
    const file = ruleFile(spec, place.file).toString();
    const line = Math.max(0, place.line - 1);
    const diagnostic = new Diagnostic(new Range(line, 0, line, 1000), message, severity);
    diagnostic.source = 'vigil run';
    byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
  };
  for (const { verdict, reason, source } of latest(report.results)) {
    if (verdict === 'fail') add(source, reason, DiagnosticSeverity.Error);
    if (verdict === 'warn') add(source, reason, DiagnosticSeverity.Warning);
    if (verdict === 'insufficient') add(source, `Not enough data: ${reason}`, DiagnosticSeverity.Information);
  }
  for (const { message, source } of report.problems)
    if (source !== null) add(source, message, DiagnosticSeverity.Error);
  return byFile;
}
