import type { DataProblem } from './engine.js';

/**
 * Everything that can be wrong with the data, by stable code. A message names the source, the file and
 * the column, says what was found, what was expected and what to do; it never holds a cell's content.
 */
interface Facts {
  readonly file: string;
  readonly column: string;
  readonly rows: number;
  readonly total: number;
  readonly columns: readonly string[];
  readonly nearest: string | null;
  readonly expected: string;
  readonly found: string;
  readonly line: number | null;
  readonly limit: number;
}
interface Template {
  readonly code: string;
  readonly text: (facts: Facts) => string;
}

export const problemTemplates = {
  fileMissing: {
    code: 'VGR0001',
    text: (f) => `file '${f.file}' does not exist; check the path in the spec or pass --data NAME=PATH`,
  },
  noFiles: {
    code: 'VGR0002',
    text: (f) => `no file matches '${f.file}'; check the pattern and the folder`,
  },
  fileEmpty: {
    code: 'VGR0003',
    text: (f) => `file '${f.file}' is empty (0 bytes); export it again`,
  },
  notRegularFile: {
    code: 'VGR0004',
    text: (f) => `'${f.file}' is not a regular file; Vigil reads files only, no folders, devices or pipes`,
  },
  pathRefused: {
    code: 'VGR0005',
    text: (f) =>
      `the path '${f.file}' is refused: ${f.found}; give a plain file path, with * and ? in file names only`,
  },
  digestMismatch: {
    code: 'VGR0006',
    text: (f) =>
      `file '${f.file}' has sha256 ${f.found}, the spec demands ${f.expected}; the file was changed or the spec is out of date`,
  },
  digestOfSeveralFiles: {
    code: 'VGR0007',
    text: (f) => `the spec demands one sha256, but ${f.rows} files were found; name a single file`,
  },
  truncatedParquet: {
    code: 'VGR0008',
    text: (f) => `file '${f.file}' is not a complete Parquet file (truncated?); copy or export it again`,
  },
  unreadableFile: {
    code: 'VGR0009',
    text: (f) => `${place(f)} could not be read as ${f.expected} (damaged?); copy or export it again`,
  },
  malformedRow: {
    code: 'VGR0010',
    text: (f) =>
      `${place(f)}${f.line === null ? '' : ` line ${f.line}`} is not well-formed ${f.expected}; every row needs the header's columns, quoted as in RFC 4180`,
  },
  badHeader: {
    code: 'VGR0011',
    text: (f) => `file '${f.file}' has a header Vigil cannot use: ${f.found}`,
  },
  malformedJson: {
    code: 'VGR0012',
    text: (f) =>
      `${place(f)}${f.line === null ? '' : ` line ${f.line}`} is not JSON Lines; every line must be one JSON object`,
  },
  notUtf8: {
    code: 'VGR0013',
    text: (f) => `${place(f)} is not UTF-8 text; save it as UTF-8`,
  },
  missingColumn: {
    code: 'VGR0014',
    text: (f) =>
      `there is no column '${f.column}'${f.nearest === null ? '' : `; did you mean '${f.nearest}'?`} Columns found: ${listed(f.columns)}`,
  },
  wrongType: {
    code: 'VGR0015',
    text: (f) =>
      `column '${f.column}' is declared ${f.expected}, but ${counted(f.rows, 'row holds a value', 'rows hold values')} that cannot be read as such; correct the data, the declared type, or declare the value that means missing`,
  },
  notFinite: {
    code: 'VGR0016',
    text: (f) =>
      `column '${f.column}' holds NaN or Infinity in ${counted(f.rows, 'row', 'rows')}; write missing values as NULL or an empty field`,
  },
  outsideProbability: {
    code: 'VGR0017',
    text: (f) =>
      `column '${f.column}' must lie between 0 and 1, but does not in ${counted(f.rows, 'row', 'rows')}`,
  },
  unreadableTime: {
    code: 'VGR0018',
    text: (f) =>
      `column '${f.column}' holds no readable time in ${counted(f.rows, 'row', 'rows')}; ISO 8601 is read as it is ('2024-01-31 00:04:29'), any other form needs a declaration such as timeFormat: "%d/%m/%Y %H:%M"`,
  },
  missingTime: {
    code: 'VGR0019',
    text: (f) =>
      `column '${f.column}' is empty in ${counted(f.rows, 'row', 'rows')}; a row without a time belongs to no window`,
  },
  duplicateIds: {
    code: 'VGR0020',
    text: (f) =>
      `column '${f.column}' must be unique, but ${counted(f.rows, 'value occurs', 'values occur')} more than once; remove the repeated rows`,
  },
  duplicateOutcomeIds: {
    code: 'VGR0021',
    text: (f) =>
      `the outcomes table must have one row per '${f.column}', but ${counted(f.rows, 'value occurs', 'values occur')} more than once; remove the repeated rows`,
  },
  unknownVersion: {
    code: 'VGR0022',
    text: (f) =>
      `column '${f.column}' names a version no model of the spec has, in ${counted(f.rows, 'row', 'rows')}; declared: ${listed(f.columns)}. Declare the model or correct the log`,
  },
  badLabel: {
    code: 'VGR0023',
    text: (f) =>
      `label column '${f.column}' must hold 0, 1, true, false or nothing, but does not in ${counted(f.rows, 'row', 'rows')}`,
  },
  tooManyColumns: {
    code: 'VGR0024',
    text: (f) => `file '${f.file}' has ${f.rows} columns, more than the ${f.limit} Vigil reads`,
  },
  unsupportedType: {
    code: 'VGR0025',
    text: (f) =>
      `column '${f.column}' holds nested or binary values, which cannot be read as ${f.expected}; export it as a plain column`,
  },
  noTime: {
    code: 'VGR0026',
    text: () => 'has no time column, but windows of time were asked for; declare `time:`',
  },
  undeclaredColumn: {
    code: 'VGR0027',
    text: (f) => `column '${f.column}' was asked for but its type is not declared`,
  },
  badName: {
    code: 'VGR0028',
    text: (f) =>
      `${f.expected} cannot be used: it is empty, longer than 255 bytes, or holds control or text-direction characters; rename it`,
  },
  tooManyCategories: {
    code: 'VGR0029',
    text: (f) =>
      `column '${f.column}' has more than ${f.limit} different values; that is no category: declare it as text or leave it out`,
  },
  fileChanged: {
    code: 'VGR0030',
    text: (f) => `file '${f.file}' changed while it was being read; run again`,
  },
  engineStopped: {
    code: 'VGR0031',
    text: () =>
      'the analytic engine stopped unexpectedly while reading it; run again with less data or more memory',
  },
  engineTimeout: {
    code: 'VGR0032',
    text: (f) => `the analytic engine did not finish within ${f.limit} seconds and was stopped`,
  },
  outOfMemory: {
    code: 'VGR0033',
    text: () =>
      'the analytic engine ran out of memory or temporary disk space while reading it; give it a higher limit or less data',
  },
  engineFailed: {
    code: 'VGR0034',
    text: () =>
      'the analytic engine could not answer; this is a fault of Vigil, not of the data: please report it with the spec',
  },
  engineMissing: {
    code: 'VGR0035',
    text: () =>
      'the analytic engine could not be started; run `npm run build` in the repository, or install Vigil again',
  },
  unreadableTimeFormat: {
    code: 'VGR0036',
    text: (f) =>
      `the declared time format of column '${f.column}' is not understood; use strptime letters such as "%d/%m/%Y %H:%M"`,
  },
} as const satisfies Record<string, Template>;
export type ProblemKind = keyof typeof problemTemplates;

/**
 * Makes one problem. `source` is the name in the spec; it starts the message, so that a message stands on its own.
 * @param facts what the template of this kind mentions; what is not given is said neutrally
 */
export function dataProblem(kind: ProblemKind, source: string, facts: Partial<Facts> = {}): DataProblem {
  const template: Template = problemTemplates[kind];
  const filled: Facts = {
    file: '',
    column: '',
    rows: 0,
    total: 0,
    columns: [],
    nearest: null,
    expected: '',
    found: '',
    line: null,
    limit: 0,
    ...facts,
  };
  return {
    code: template.code,
    source,
    column: facts.column ?? null,
    message: `'${source}': ${template.text(filled)}.`,
    rows: facts.rows ?? null,
  };
}

function place(facts: Facts): string {
  return facts.file === '' ? 'the file' : `file '${facts.file}'`;
}

function counted(rows: number, one: string, many: string): string {
  return rows === 1 ? `1 ${one}` : `${rows.toLocaleString('en-US')} ${many}`;
}

const LISTED = 20;
function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).map((name) => `'${name}'`);
  return names.length > LISTED ? `${shown.join(', ')} and ${names.length - LISTED} more` : shown.join(', ');
}
