import { verdictWords } from '@vigil/runtime/verdicts';
import { Diagnostic, DiagnosticSeverity, type Disposable, languages, Range, Uri } from 'vscode';
import type { DoneRun, Results } from '../results/results.js';
import { ruleFile } from '../results/rule-file.js';
import { notPassed, reservation, type Standing } from '../results/standing.js';

type ByFile = ReadonlyMap<string, readonly Diagnostic[]>;

/** Broken limits and spoilt data of the last runs, in the Problems view at the line of the limit. */
export function reportBreaches(results: Results): Disposable[] {
  const collection = languages.createDiagnosticCollection('vigil-run');
  // Specs may import the same file: what one run says of it must not remove what another said.
  const bySpec = new Map<string, ByFile>();
  return [
    collection,
    results.onDidChange((spec) => {
      const state = results.get(spec);
      if (state?.kind === 'running') return;
      const before = bySpec.get(spec.toString()) ?? new Map();
      const now: ByFile = state?.kind === 'done' ? breaches(state, spec) : new Map();
      bySpec.set(spec.toString(), now);
      for (const file of new Set([...before.keys(), ...now.keys()]))
        collection.set(
          Uri.parse(file),
          [...bySpec.values()].flatMap((found) => found.get(file) ?? []),
        );
    }),
  ];
}

function breaches({ report, ...run }: DoneRun, spec: Uri): ByFile {
  const but = reservation({ ...run, only: null });
  const byFile = new Map<string, Diagnostic[]>();
  const add = (place: { file: string; line: number }, message: string, severity: DiagnosticSeverity) => {
    const file = ruleFile(spec, place.file).toString();
    const line = Math.max(0, place.line - 1);
    const diagnostic = new Diagnostic(new Range(line, 0, line, 1000), message, severity);
    diagnostic.source = 'vigil run';
    byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
  };
  for (const standing of notPassed(report.results))
    add(standing.decisive.source, `${messageOf(standing)}${but}`, severities[standing.verdict]);
  for (const { message, source } of report.problems)
    if (source !== null) add(source, message, DiagnosticSeverity.Error);
  return byFile;
}

const severities = {
  fail: DiagnosticSeverity.Error,
  warn: DiagnosticSeverity.Warning,
  insufficient: DiagnosticSeverity.Information,
  pass: DiagnosticSeverity.Hint,
};

function messageOf({ verdict, now, decisive }: Standing): string {
  const lack = verdict === 'insufficient' ? 'Not enough data: ' : '';
  const since = now === verdict ? '' : ` (${decisive.window?.label}; the last window: ${verdictWords[now]})`;
  return `${lack}${decisive.reason}${since}`;
}
