import path from 'node:path';
import { sha256 } from '../engine/index.js';
import { askRoles } from './ask-roles.js';
import type { Decision } from './detect/decision.js';
import { findFeatures } from './detect/features.js';
import { operatingPoint } from './detect/operating-point.js';
import { fewestRows } from './detect/privacy.js';
import { roleNames } from './detect/role-names.js';
import { type FoundRoles, findRoles, type Roles, roleWords } from './detect/roles.js';
import { wordsOf } from './detect/words.js';
import type { LogDraft, ModelDraft, SpecDraft } from './draft.js';
import { InitError } from './init-error.js';
import { monitorDrafts } from './monitors/drafts.js';
import { findGroups } from './monitors/groups.js';
import { volumeOf, windowFor, windowForOutcomes } from './monitors/volume.js';
import type { ModelInput } from './profile/read-model.js';
import type { Table } from './profile/table.js';
import { uniqueColumns } from './profile/unique-columns.js';
import type { InitRequest, Material } from './request.js';
import { canBeNamed, identifierOf, titleOf } from './spelling.js';

export interface Drafted {
  readonly draft: SpecDraft;
  readonly decisions: readonly Decision[];
}

/** Groups with fewer rows are not judged. */
const MINIMUM_SIZE = 50;
/** Rows with an outcome that a rate needs in each group. */
const FEWEST_OUTCOMES = 30;

/** All that the spec will say but its limits: who plays which role, what the model takes, what is watched. */
export async function draftOf(request: InitRequest, material: Material): Promise<Drafted> {
  const decisions: Decision[] = [];
  const data = material.log ?? material.reference;
  const inputs = inputsOf(request, material);
  const found = data === null ? noRoles : await rolesOf(request, data, inputs);
  const roles = data === null ? found.roles : withUsableVersion(found.roles, data);
  for (const [role, why] of found.why)
    if (roles[role] !== null) decisions.push({ what: `${roleWords[role]}: column '${roles[role]}'`, why });

  const main = (material.reference ?? material.log)?.columns ?? new Map();
  const other = (material.reference === null ? null : material.log)?.columns ?? new Map();
  const taken = new Set(Object.values(roles).filter((column) => column !== null));
  const { features, left } = findFeatures({
    inputs: inputs?.filter(({ name }) => canBeNamed(name)) ?? null,
    roles: taken,
    main,
    other,
    logged: new Set([...(data?.columns.keys() ?? [])].filter(canBeNamed)),
  });

  const threshold = request.threshold ?? (await detectedThreshold(request, data, roles));
  if (threshold !== null && request.threshold === null)
    decisions.push({ what: `operating point ${threshold}`, why: 'it divides the logged decisions' });
  const volume = data === null ? null : volumeOf(data, roles.time);
  const log = data === null || volume === null ? null : logOf(material, data, roles);
  if (data !== null && log === null)
    decisions.push({
      what: 'no log and no monitors',
      why: 'no column holds the time of the prediction; name it with --time',
    });

  const every = volume === null ? 'month' : windowFor(volume);
  const prevalence = roles.label === null ? null : (data?.columns.get(roles.label)?.mean ?? null);
  const groups =
    data === null || volume === null
      ? { groups: [], every }
      : findGroups({
          features: features.filter(({ name }) => data.columns.has(name)),
          profiles: data.columns,
          volume,
          from: every,
          needed: Math.max(MINIMUM_SIZE, prevalence ? FEWEST_OUTCOMES / prevalence : 0),
        });
  const model = modelOf(request, material, features, inputs !== null, roles, threshold);
  const logged = new Set(data?.columns.keys() ?? []);
  const allInputs = features.filter(({ direction }) => direction === 'input');
  const monitors =
    log === null || volume === null
      ? []
      : monitorDrafts({
          features,
          score: roles.prediction,
          label: roles.label,
          operatingPoint: threshold,
          groups: groups.groups,
          canRescore:
            material.model !== null &&
            inputs !== null &&
            allInputs.length > 0 &&
            allInputs.every(({ name }) => logged.has(name)),
          logged,
          referenced: material.reference === null ? null : new Set(material.reference.columns.keys()),
          referenceRows: material.reference?.rows ?? 0,
          profiles: main,
          volume,
          every,
          everyForOutcomes: prevalence === null ? every : windowForOutcomes(volume, every, prevalence),
          everyForGroups: groups.every,
        });
  const shadow = roles.shadow === null || log === null ? null : shadowOf(roles, data, model);
  const draft: SpecDraft = {
    product: productOf(request, model),
    model,
    reference: material.reference === null ? null : await fileOf(material.reference),
    log: log === null ? null : { ...log, roles: shadow === null ? { ...roles, shadow: null } : roles },
    shadow,
    otherVersions: versionsOf(data, roles.version).filter(
      (version) => version !== model.version && version !== shadow?.version,
    ),
    groups: groups.groups,
    minimumSize: MINIMUM_SIZE,
    monitors,
    left: [...left, ...unnamed(data), ...withoutModel(roles, shadow)],
  };
  return { draft, decisions };
}

const noRoles: FoundRoles = {
  roles: {
    time: null,
    id: null,
    subject: null,
    prediction: null,
    decision: null,
    version: null,
    shadow: null,
    shadowVersion: null,
    label: null,
    labelAvailable: null,
  },
  why: new Map(),
};

/** What the model takes: as the user says, as its file says, or as many columns as its file asks for. */
function inputsOf(
  { inputs }: InitRequest,
  { model, log, reference }: Material,
): readonly ModelInput[] | null {
  if (inputs === null) return model?.inputs ?? null;
  const known = new Set([...(log?.columns.keys() ?? []), ...(reference?.columns.keys() ?? [])]);
  const absent = inputs.find((name) => known.size > 0 && !known.has(name));
  if (absent !== undefined)
    throw new InitError(`--inputs names '${absent}', and the data has no such column`);
  if (model?.width != null && model.width !== inputs.length)
    throw new InitError(`--inputs names ${inputs.length} columns, and the model takes ${model.width}`);
  return inputs.map((name) => ({ name, type: 'number' }));
}

async function rolesOf(
  request: InitRequest,
  data: Table,
  inputs: readonly ModelInput[] | null,
): Promise<FoundRoles> {
  const columns = new Map([...data.columns].filter(([name]) => canBeNamed(name)));
  const candidates = [...columns.keys()].filter(
    (name) => name === request.roles.id || roleNames.id.some((pattern) => pattern.test(wordsOf(name))),
  );
  const unique = await uniqueColumns(data, candidates, request.engines);
  const search = { columns, inputs: new Set(inputs?.map(({ name }) => name)), unique };
  const found = findRoles({ ...search, given: request.roles });
  if (request.ask === null) return found;
  const given = await askRoles(request.ask, found, request.roles, columns);
  return findRoles({ ...search, given });
}

async function detectedThreshold(
  request: InitRequest,
  data: Table | null,
  roles: Roles,
): Promise<number | null> {
  const { prediction, decision } = roles;
  const found =
    data === null || prediction === null || decision === null
      ? null
      : await operatingPoint(data, prediction, decision, request.engines);
  if (request.ask === null || prediction === null) return found;
  const answer = await request.ask(
    'Score from which a patient counts as flagged (empty: not known yet)',
    found === null ? '' : String(found),
  );
  if (answer === '') return found;
  const threshold = Number(answer);
  if (!(threshold >= 0 && threshold <= 1)) throw new InitError('the threshold must be a number from 0 to 1');
  return threshold;
}

const MICROSECONDS_PER_DAY = 86_400_000_000;

function logOf(material: Material, data: Table, roles: Roles): LogDraft {
  const lastTime = data.columns.get(roles.time ?? '')?.maximum ?? null;
  const lastLabel = data.columns.get(roles.labelAvailable ?? '')?.maximum ?? null;
  const days =
    lastTime === null || lastLabel === null ? null : Math.ceil((lastLabel - lastTime) / MICROSECONDS_PER_DAY);
  return {
    path: data.path,
    roles,
    provisional: material.log === null,
    matureDays: days === null || days < 1 ? null : days,
  };
}

function modelOf(
  request: InitRequest,
  { model, log, reference }: Material,
  features: ModelDraft['features'],
  featuresAreCertain: boolean,
  roles: Roles,
  threshold: number | null,
): ModelDraft {
  const base = model?.name ?? request.name ?? path.basename(request.target, '.vigil');
  const logged = commonest(log ?? reference, roles.version);
  return {
    name: `${identifierOf(base).replace(/Model$/, '')}Model`,
    title: titleOf(base),
    version: logged ?? model?.version ?? '1.0.0',
    artifact: model?.path ?? null,
    sha256: model?.sha256 ?? null,
    architecture: model?.algorithm ?? null,
    operatingPoint: threshold,
    features,
    featuresAreCertain,
    output: roles.prediction ?? (log === null && reference === null ? 'score' : null),
  };
}

/** The version most rows of the log carry; null where no column tells. */
function commonest(table: Table | null, column: string | null): string | null {
  return versionsOf(table, column)[0] ?? null;
}

/** Versions in a log, the most frequent first. */
function versionsOf(table: Table | null, column: string | null): readonly string[] {
  const counts = column === null ? null : (table?.columns.get(column)?.counts ?? null);
  if (counts === null) return [];
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([version]) => version);
}

/** More versions, or versions of a few rows, are no versions of a model in use. */
const MOST_VERSIONS = 20;

/** The roles without a column of versions that cannot be versions a spec declares. */
function withUsableVersion(roles: Roles, table: Table): Roles {
  const counts = roles.version === null ? null : (table.columns.get(roles.version)?.counts ?? null);
  const usable =
    counts !== null &&
    counts.size <= MOST_VERSIONS &&
    [...counts.values()].every((rows) => rows >= fewestRows);
  return usable ? roles : { ...roles, version: null };
}

function shadowOf(roles: Roles, data: Table | null, model: ModelDraft): SpecDraft['shadow'] {
  const version = commonest(data, roles.shadowVersion);
  return version === null || version === model.version ? null : { name: 'ShadowModel', version };
}

function productOf({ name, target }: InitRequest, model: ModelDraft): SpecDraft['product'] {
  if (name !== null) return { name: identifierOf(name), title: titleOf(name) };
  const base = model.artifact === null ? path.basename(target, '.vigil') : model.title;
  return { name: identifierOf(base), title: titleOf(base) };
}

async function fileOf({ path: written, files }: Table): Promise<SpecDraft['reference']> {
  const [only] = files;
  return { path: written, sha256: only === undefined || files.length > 1 ? null : await sha256(only) };
}

function withoutModel({ shadow: column }: Roles, shadow: SpecDraft['shadow']): SpecDraft['left'] {
  if (column === null || shadow !== null) return [];
  return [{ column, why: 'the score of another model, and no column tells its version' }];
}

function unnamed(data: Table | null): SpecDraft['left'] {
  return [...(data?.columns.keys() ?? [])]
    .filter((name) => !canBeNamed(name))
    .map((column) => ({ column, why: 'the language cannot write this name; rename the column' }));
}
