import type { Compilation, Protocol } from '@vigil/language';
import type { DataProblem } from '../engine/engine.js';
import type { Report, ReportProblem, ReportResult } from './report.js';

export interface Findings {
  readonly compilation: Compilation;
  readonly toolVersion: string;
  /** RFC 3339 UTC. */
  readonly asOf: string | null;
  /** In the order of the report: monitor, check, target, group, window. */
  readonly results: readonly ReportResult[];
  readonly problems: readonly DataProblem[];
  readonly notes: readonly string[];
}

/** The report of one run: results as they come, problems once each and in a fixed order. */
export function assemble(findings: Findings): Report {
  const { compilation, toolVersion, asOf, results, notes } = findings;
  const count = (verdict: ReportResult['verdict']) =>
    results.filter((result) => result.verdict === verdict).length;
  return {
    schema: 'vigil/report/1',
    protocolId: compilation.protocolId,
    tool: { name: 'vigil', version: toolVersion },
    asOf,
    results,
    problems: reportProblems(findings.problems, compilation),
    notes,
    summary: {
      pass: count('pass'),
      warn: count('warn'),
      fail: count('fail'),
      insufficient: count('insufficient'),
    },
  };
}

function reportProblems(
  problems: readonly DataProblem[],
  { protocol, locations }: Compilation,
): readonly ReportProblem[] {
  const unique = new Map<string, ReportProblem>();
  for (const { code, source: subject, column, message } of problems) {
    const place = locations.get(pointerOf(subject, protocol) ?? '');
    const source = place === undefined ? null : { file: place.file, line: place.line };
    unique.set(JSON.stringify([subject, code, column ?? '', message]), {
      code,
      subject,
      column,
      message,
      source,
    });
  }
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem);
}

/** JSON pointer of the log, dataset, model or monitor of this name. */
function pointerOf(name: string, protocol: Protocol): string | null {
  for (const list of ['logs', 'datasets', 'models', 'monitors'] as const) {
    const index = protocol[list].findIndex((declared) => declared.name === name);
    if (index >= 0) return `/${list}/${index}`;
  }
  return null;
}
