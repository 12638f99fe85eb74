import type { Compilation } from '@vigil/language';
import type { DataProblem } from '../engine/engine.js';
import type { Report, ReportProblem } from '../report/report.js';

/**
 * Adds findings about model artifacts to a report, each once, in the report's order of problems
 * (subject, code, column, message).
 */
export function withArtifactProblems(
  report: Report,
  found: readonly DataProblem[],
  { protocol, locations }: Compilation,
): Report {
  const problems = new Map(report.problems.map((problem) => [key(problem), problem]));
  for (const { code, source: subject, column, message } of found) {
    const index = protocol.models.findIndex((model) => model.name === subject);
    const place = locations.get(`/models/${index}`);
    const source = place === undefined ? null : { file: place.file, line: place.line };
    const problem = { code, subject, column, message, source };
    problems.set(key(problem), problem);
  }
  const sorted = [...problems].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem);
  return { ...report, problems: sorted };
}

function key({ subject, code, column, message }: ReportProblem): string {
  return JSON.stringify([subject, code, column ?? '', message]);
}
