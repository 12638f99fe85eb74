import { problemTemplates } from './engine/problems.js';
import { modelProblems } from './models/model-problems.js';
import { planProblems } from './plan/plan-problems.js';

/** One code of `vigil run`, as docs/diagnostics.md explains it. */
export interface ProblemCode {
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  readonly mend: string;
}

/** Details to show each message with; a message takes those it names. */
const sample = {
  file: 'log.parquet',
  column: 'age',
  columns: ['age', 'sex'],
  rows: 3,
  total: 4967,
  nearest: 'agee',
  expected: 'a number',
  found: 'what was found',
  line: 7,
  limit: 10_000,
  models: ['Readmission', 'ReadmissionNext'],
  engine: 'trino',
  declared: '5b0c…',
  domains: ['com.example'],
  location: 'weights.bin',
  known: ['Discharges'],
  metric: 'auroc',
  aggregate: 'gap',
  needs: 'labels',
  monitor: 'Performance',
  most: 10_000,
  name: 'sex',
  path: 'export.txt',
  timezone: 'Europe/Nowhere',
};

function entry(key: string, code: string, message: string): ProblemCode {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return {
    code,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    meaning: `For example: ${message}`,
    mend: 'The message ends with what to do. Until then the checks that depend on it are insufficient and the exit code is 3.',
  };
}

/** Every code a run can report, in order. */
export const problemCodes: readonly ProblemCode[] = [
  ...Object.entries(problemTemplates).map(([key, { code, text }]) => entry(key, code, text(sample))),
  ...[...Object.entries(modelProblems), ...Object.entries(planProblems)].map(([key, report]) => {
    const { code, message } = report('Readmission', sample);
    return entry(key, code, message);
  }),
].sort((a, b) => (a.code < b.code ? -1 : 1));
