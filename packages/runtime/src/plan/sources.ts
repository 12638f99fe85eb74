import type { DataSource, Model, Protocol } from '@vigil/language';
import type { ColumnType, DataProblem, TableSource } from '../engine/engine.js';
import type { CheckPlan } from './check-plan.js';
import { modelNamed, typeForDimension, typeForMetric } from './columns.js';
import { planProblems } from './plan-problems.js';

/** Names the files that a path of the spec stands for, from the folder it starts in; `source` is for messages. */
export type FindFiles = (
  root: string,
  pattern: string,
  source: string,
) => Promise<{ readonly files: readonly string[] } | { readonly problem: DataProblem }>;

export interface SourceRequest {
  readonly protocol: Protocol;
  readonly plans: readonly CheckPlan[];
  /** Folder of the entry spec; relative paths start here. */
  readonly baseDirectory: string;
  /** `--data NAME=PATH`: a log, a dataset, or `LOG.outcomes`. */
  readonly overrides: ReadonlyMap<string, string>;
  readonly findFiles: FindFiles;
}

/** The tables that the checks need, and a problem for each that cannot be named. */
export async function sourcesOf(
  request: SourceRequest,
): Promise<{ readonly sources: readonly TableSource[]; readonly problems: readonly DataProblem[] }> {
  const { protocol, plans } = request;
  const problems: DataProblem[] = unknownOverrides(request);
  const sources: TableSource[] = [];
  for (const log of protocol.logs) {
    const own = plans.filter((plan) => plan.log === log);
    if (own.length === 0) continue;
    const files = await filesOf(request, log.name, log.source);
    const outcomes =
      log.outcomes && (await filesOf(request, `${log.name}.outcomes`, log.outcomes.source, log.name));
    if ('problem' in files) problems.push(files.problem);
    else if (outcomes !== null && 'problem' in outcomes) problems.push(outcomes.problem);
    else {
      const model = modelNamed(protocol, log.model);
      sources.push({
        name: log.name,
        ...files,
        outcomes: outcomes && { ...outcomes, by: log.outcomes!.by },
        time: log.time,
        timezone: log.timezone,
        id: log.id,
        label: log.label,
        version:
          log.version === null || model === null
            ? null
            : {
                column: log.version,
                keep: [model.version],
                known: [...new Set(protocol.models.map(({ version }) => version))].sort(),
              },
        missingValues: missingValues([model]),
        columns: columnsOf(own),
        sha256: null,
      });
    }
  }
  for (const dataset of protocol.datasets) {
    const own = plans.filter(
      (plan) => plan.reference?.kind === 'dataset' && plan.reference.dataset === dataset.name,
    );
    if (own.length === 0) continue;
    const files =
      dataset.source === null && !request.overrides.has(dataset.name)
        ? { problem: planProblems.noSource(dataset.name, {}) }
        : await filesOf(request, dataset.name, dataset.source);
    const models = [...new Set(own.map((plan) => modelNamed(protocol, plan.log?.model ?? null)))];
    const conflict = missingConflict(dataset.name, models, own);
    if (conflict !== null) problems.push(conflict);
    if ('problem' in files) problems.push(files.problem);
    else
      sources.push({
        name: dataset.name,
        ...files,
        outcomes: null,
        time: null,
        timezone: 'UTC',
        id: null,
        label: null,
        version: null,
        missingValues: missingValues(models),
        columns: columnsOf(own),
        sha256: dataset.sha256,
      });
  }
  return { sources, problems };
}

function unknownOverrides({ protocol, overrides }: SourceRequest): DataProblem[] {
  const known = [
    ...protocol.logs.flatMap((log) => [log.name, ...(log.outcomes === null ? [] : [`${log.name}.outcomes`])]),
    ...protocol.datasets.map((dataset) => dataset.name),
  ];
  return [...overrides.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => planProblems.unknownOverride(name, { known }));
}

/** Format and files of one table, as the spec or `--data` names it; a problem is told of `subject`. */
async function filesOf(
  { overrides, baseDirectory, findFiles }: SourceRequest,
  name: string,
  declared: DataSource | null,
  subject = name,
): Promise<{ format: TableSource['format']; files: readonly string[] } | { problem: DataProblem }> {
  const override = overrides.get(name);
  const path = override ?? declared?.path ?? '';
  const format = (override === undefined ? null : formatOf(override)) ?? declared?.engine ?? null;
  if (format === null) return { problem: planProblems.unknownFormat(subject, { path }) };
  if (format === 'trino' || format === 'fhir')
    return { problem: planProblems.engineNotSupported(subject, { engine: format }) };
  const found = await findFiles(baseDirectory, path, subject);
  return 'problem' in found ? found : { format, files: found.files };
}

function formatOf(path: string): TableSource['format'] | null {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  if (ending === 'parquet' || ending === 'csv' || ending === 'jsonl') return ending;
  return ending === 'ndjson' ? 'jsonl' : null;
}

function missingValues(models: readonly (Model | null)[]): Readonly<Record<string, string | number>> {
  const values: Record<string, string | number> = {};
  for (const feature of models.flatMap((model) => model?.features ?? []))
    if (feature.missing !== null) values[feature.name] ??= feature.missing;
  return values;
}

/** One dataset read for two models that do not agree on what "missing" looks like would give wrong counts. */
function missingConflict(
  dataset: string,
  models: readonly (Model | null)[],
  plans: readonly CheckPlan[],
): DataProblem | null {
  const columns = [...new Set(plans.flatMap((plan) => (plan.column === null ? [] : [plan.column])))].sort();
  for (const column of columns) {
    const declaring = models.filter((model) => model?.features.some(({ name }) => name === column));
    const values = new Set(
      declaring.map((model) => model!.features.find(({ name }) => name === column)!.missing),
    );
    if (values.size > 1) {
      const details = { column, models: declaring.map((model) => model!.name) };
      return planProblems.missingValuesDiffer(dataset, details, column);
    }
  }
  return null;
}

/** Of the types an undeclared column's uses ask for, the first one here is taken: every number has a text. */
const precedence: readonly ColumnType[] = ['number', 'category', 'text'];

/** Type of every column the checks read: the declared one, or else the one its uses ask for. */
function columnsOf(plans: readonly CheckPlan[]): Readonly<Record<string, ColumnType>> {
  const declared = new Map<string, ColumnType>();
  const used = new Map<string, ColumnType>();
  const use = (column: string, type: ColumnType) => {
    const known = used.get(column);
    if (known === undefined || precedence.indexOf(type) < precedence.indexOf(known)) used.set(column, type);
  };
  for (const plan of plans) {
    const { column } = plan;
    if (column !== null && plan.feature !== null) declared.set(column, plan.feature.type);
    else if (column !== null && plan.descriptor !== null) use(column, typeForMetric(plan.descriptor));
    // Re-scoring reads every input of the model.
    if (plan.descriptor?.needs === 'rescore')
      for (const feature of plan.model?.features ?? [])
        if (feature.direction === 'input') declared.set(feature.name, feature.type);
    for (const dimension of plan.crosses.flatMap((cross) => cross.dimensions)) {
      const feature = plan.model?.features.find(({ name }) => name === dimension.column);
      if (feature !== undefined) declared.set(dimension.column, feature.type);
      else use(dimension.column, typeForDimension(dimension));
    }
  }
  const all = [...used, ...declared].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(all);
}
