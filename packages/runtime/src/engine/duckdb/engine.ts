import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type {
  Answer,
  DataProblem,
  Engine,
  FeatureBatch,
  FeatureRequest,
  Measurement,
  SourceDescription,
  TableSource,
} from '../engine.js';
import { fingerprint, isCompleteParquet, sha256, unusable } from '../files.js';
import { dataProblem } from '../problems.js';
import { answer } from './answer.js';
import { build } from './build.js';
import { failureProblem, ProblemError } from './failures.js';
import { features } from './features.js';
import { inspect } from './inspect.js';
import type { Query } from './query.js';
import { isPlainPath } from './quote.js';
import { Session } from './session.js';
import type { Table } from './table.js';

export interface DuckDbOptions {
  /** Memory DuckDB may use before it spills to disk, e.g. '1GB'. The process itself needs some more. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Longest time for one query; then it is interrupted and, if that does not help, its process killed. */
  readonly timeoutMs?: number;
  /** Folder for spilled data; one of its own is made inside and removed at the end. */
  readonly temporaryFolder?: string;
  readonly temporarySize?: string;
}

const DEFAULTS = {
  memoryLimit: '640MB',
  timeoutMs: 600_000,
  temporarySize: '20GB',
} as const;

/**
 * The engine over DuckDB, embedded but in a process of its own: declared files → checked tables → one
 * scan per (source, windows, groups) → sufficient statistics.
 */
export function createDuckDbEngine(options: DuckDbOptions = {}): DuckDbEngine {
  return new DuckDbEngine(options);
}

class DuckDbEngine implements Engine {
  readonly #options: DuckDbOptions;
  readonly #timeoutMs: number;
  readonly #tables = new Map<string, Table>();
  /** What spoils whole sources. */
  readonly #spoilt = new Map<string, DataProblem>();
  #session: Session | null = null;
  #folder: string | null = null;

  constructor(options: DuckDbOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? DEFAULTS.timeoutMs;
  }

  /** Process id of the engine's process once opened, so that its memory can be watched. */
  get processId(): number | undefined {
    return this.#session?.processId;
  }

  async open(sources: readonly TableSource[]) {
    const problems: DataProblem[] = [];
    const readable: TableSource[] = [];
    for (const source of sources) {
      const problem = await filesProblem(source);
      if (problem === null) readable.push(source);
      else this.#spoil(source, problem, problems);
    }
    const files = [...new Set(readable.flatMap(allFiles))].sort();
    if (readable.length > 0 && this.#session === null) this.#session = await this.#start(files);
    for (const [index, source] of readable.entries()) {
      if (this.#session === null) this.#spoil(source, dataProblem('engineMissing', source.name), problems);
      else await this.#load(source, index, problems);
    }
    const descriptions = new Map<string, SourceDescription>();
    for (const [name, table] of this.#tables) descriptions.set(name, table.description);
    return { descriptions, problems };
  }

  async run(
    measurements: readonly Measurement[],
    progress?: (done: number, total: number) => void,
  ): Promise<readonly Answer[]> {
    const answers = await answer(
      { tables: this.#tables, spoilt: this.#spoilt, query: (source) => this.#query(source) },
      measurements,
      progress,
    );
    const changed = await this.#changedSources();
    return answers.map((found, index) => {
      const problem = changed.get(measurements[index]!.scope.source);
      return problem === undefined ? found : { problem };
    });
  }

  /** @throws ProblemError when the source is spoilt or cannot be read. */
  async *features(request: FeatureRequest): AsyncIterable<FeatureBatch> {
    const spoilt = this.#spoilt.get(request.source);
    if (spoilt !== undefined) throw new ProblemError(spoilt);
    const table = this.#tables.get(request.source);
    if (table === undefined) throw new ProblemError(dataProblem('engineFailed', request.source));
    for (const column of [...request.columns, request.score]) {
      const problem =
        table.columnProblems.get(column) ??
        (table.columns.has(column) ? null : dataProblem('undeclaredColumn', request.source, { column }));
      if (problem !== null) throw new ProblemError(problem);
    }
    yield* features(this.#query(table.source), table, request);
  }

  async close(): Promise<void> {
    this.#session?.close();
    this.#session = null;
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  async #start(files: readonly string[]): Promise<Session | null> {
    this.#folder = await mkdtemp(path.join(this.#options.temporaryFolder ?? tmpdir(), 'vigil-'));
    return Session.open(
      {
        memoryLimit: this.#options.memoryLimit ?? DEFAULTS.memoryLimit,
        threads: this.#options.threads ?? availableParallelism(),
        temporaryDirectory: this.#folder,
        temporarySize: this.#options.temporarySize ?? DEFAULTS.temporarySize,
        files,
      },
      this.#timeoutMs,
    );
  }

  async #load(source: TableSource, index: number, problems: DataProblem[]): Promise<void> {
    try {
      const query = this.#query(source);
      const fingerprints = new Map<string, string>();
      for (const file of allFiles(source)) fingerprints.set(file, await fingerprint(file));
      const built = await build(query, source, index);
      const inspected = await inspect(query, source, built);
      problems.push(...inspected.columnProblems.values(), ...inspected.notes);
      this.#tables.set(source.name, {
        source,
        sql: built.kept,
        columns: inspected.columns,
        description: inspected.description,
        columnProblems: inspected.columnProblems,
        fingerprints,
      });
      if (inspected.spoilt !== null) this.#spoil(source, inspected.spoilt, problems);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#spoil(source, error.problem, problems);
    }
  }

  #spoil(source: TableSource, problem: DataProblem, problems: DataProblem[]): void {
    this.#spoilt.set(source.name, problem);
    problems.push(problem);
  }

  #query(source: TableSource): Query {
    return async (sql) => {
      const outcome = (await this.#session?.query(sql)) ?? {
        ok: false as const,
        failure: { kind: 'stopped' as const, line: null },
      };
      if (outcome.ok) return outcome.result;
      const files = allFiles(source);
      throw new ProblemError(
        failureProblem(outcome.failure, source.name, {
          format: source.format,
          file: files.length === 1 ? path.basename(files[0]!) : '',
          timeoutMs: this.#timeoutMs,
        }),
      );
    };
  }

  async #changedSources(): Promise<ReadonlyMap<string, DataProblem>> {
    const changed = new Map<string, DataProblem>();
    for (const [name, table] of this.#tables)
      for (const [file, before] of table.fingerprints)
        if ((await fingerprint(file).catch(() => null)) !== before)
          changed.set(name, dataProblem('fileChanged', name, { file: path.basename(file) }));
    return changed;
  }
}

function allFiles(source: TableSource): string[] {
  return [...source.files, ...(source.outcomes?.files ?? [])];
}

/** The first thing wrong with the files themselves, before the engine sees them. */
async function filesProblem(source: TableSource): Promise<DataProblem | null> {
  if (source.files.length === 0) return dataProblem('noFiles', source.name, { file: '' });
  const parts = [
    { format: source.format, files: source.files },
    ...(source.outcomes === null ? [] : [source.outcomes]),
  ];
  for (const { format, files } of parts)
    for (const file of files) {
      if (!isPlainPath(file)) return patternProblem(source, file);
      const problem = await unusable(file, source.name);
      if (problem !== null) return problem;
      if (format === 'parquet' && !(await isCompleteParquet(file)))
        return dataProblem('truncatedParquet', source.name, { file: path.basename(file) });
    }
  return source.sha256 === null ? null : digestProblem(source, source.sha256);
}

function patternProblem(source: TableSource, file: string): DataProblem {
  const found = 'its name or folder holds one of * ? [ ] { }, which the engine would take for a pattern';
  return dataProblem('pathRefused', source.name, { file: path.basename(file), found });
}

async function digestProblem(source: TableSource, expected: string): Promise<DataProblem | null> {
  const [file, ...others] = source.files;
  if (file === undefined || others.length > 0)
    return dataProblem('digestOfSeveralFiles', source.name, { rows: source.files.length });
  const found = await sha256(file);
  const wanted = expected.toLowerCase().replace(/^sha256:/, '');
  return found === wanted
    ? null
    : dataProblem('digestMismatch', source.name, { file: path.basename(file), found, expected: wanted });
}
