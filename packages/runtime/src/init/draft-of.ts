import { sha256 } from '../engine/index.js';
import type { Decision } from './detect/decision.js';
import { findFeatures } from './detect/features.js';
import { type Roles, roleWords } from './detect/roles.js';
import type { FeatureDraft, LogDraft, SpecDraft } from './draft.js';
import { inputsOf, noRoles, rolesIn, thresholdOf } from './find-roles.js';
import { modelDraft, productOf, versionsOf } from './model-draft.js';
import { monitorDrafts } from './monitors/drafts.js';
import { findGroups } from './monitors/groups.js';
import { rowsPerWindow, type Volume, volumeOf, windowFor, windowForOutcomes } from './monitors/volume.js';
import type { Table } from './profile/table.js';
import type { InitRequest, Material } from './request.js';
import { canBeNamed } from './spelling.js';

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
  const given = material.log ?? material.reference;
  const inputs = inputsOf(request, material);
  const found = given === null ? { ...noRoles, table: null } : await rolesIn(request, given, inputs);
  const { roles, table } = found;
  const { features, left } = featuresOf(material, roles, inputs);
  const operatingPoint = await thresholdOf(request, table, roles);
  const versions = versionsOf(material, table, roles);
  const parts = { features, featuresAreCertain: inputs !== null, version: versions.own, operatingPoint };
  const model = modelDraft(request, material, parts, roles);
  const volume = table === null ? null : volumeOf(table, roles.time);
  const watched =
    table === null || volume === null
      ? { monitors: [], groups: [] }
      : watch({ material, table, volume, roles, features, operatingPoint, hasInputs: inputs !== null });
  const shadow = versions.shadow === null ? null : { name: 'ShadowModel', version: versions.shadow };
  const draft: SpecDraft = {
    product: productOf(request, model),
    model,
    reference: material.reference === null ? null : await fileOf(material.reference),
    log: table === null || volume === null ? null : logOf(material, table, roles, shadow !== null),
    shadow: volume === null ? null : shadow,
    otherVersions: volume === null ? [] : versions.others,
    ...watched,
    minimumSize: MINIMUM_SIZE,
    left: [...left, ...unnamed(table), ...withoutModel(roles, shadow)],
  };
  return {
    draft,
    decisions: [...decisionsOf(request, found, operatingPoint, volume), ...versions.decisions],
  };
}

function decisionsOf(
  request: InitRequest,
  { roles, why, table }: typeof noRoles & { readonly table: Table | null },
  operatingPoint: number | null,
  volume: Volume | null,
): Decision[] {
  const decisions = [...why].flatMap(([role, reason]): Decision[] =>
    roles[role] === null ? [] : [{ what: `${roleWords[role]}: column '${roles[role]}'`, why: reason }],
  );
  if (operatingPoint !== null && request.threshold === null && request.ask === null)
    decisions.push({ what: `operating point ${operatingPoint}`, why: 'it divides the logged decisions' });
  if (volume !== null) {
    const unit = windowFor(volume);
    decisions.push({ what: `windows of a ${unit}`, why: `about ${rowsPerWindow(volume, unit)} rows each` });
  } else if (table !== null)
    decisions.push({
      what: 'no log and no monitors',
      why: 'no column holds the time of the prediction; name it with --time',
    });
  return decisions;
}

function featuresOf(
  { log, reference }: Material,
  roles: Roles,
  inputs: ReturnType<typeof inputsOf>,
): ReturnType<typeof findFeatures> {
  const nothing = new Map();
  return findFeatures({
    inputs: inputs?.filter(({ name }) => canBeNamed(name)) ?? null,
    roles: new Set(Object.values(roles).filter((column) => column !== null)),
    main: (reference ?? log)?.columns ?? nothing,
    other: (reference === null ? null : log)?.columns ?? nothing,
    logged: new Set([...((log ?? reference)?.columns.keys() ?? [])].filter(canBeNamed)),
  });
}

interface Watched {
  readonly material: Material;
  /** The log, or the reference in its place. */
  readonly table: Table;
  readonly volume: Volume;
  readonly roles: Roles;
  readonly features: readonly FeatureDraft[];
  readonly operatingPoint: number | null;
  /** Whether it is known what the model takes. */
  readonly hasInputs: boolean;
}

function watch({
  material,
  table,
  volume,
  roles,
  features,
  operatingPoint,
  hasInputs,
}: Watched): Pick<SpecDraft, 'monitors' | 'groups'> {
  const { model, reference } = material;
  const every = windowFor(volume);
  const prevalence = roles.label === null ? null : (table.columns.get(roles.label)?.mean ?? null);
  const groups = findGroups({
    features: features.filter(({ name }) => table.columns.has(name)),
    profiles: table.columns,
    volume,
    from: every,
    needed: Math.max(MINIMUM_SIZE, prevalence ? FEWEST_OUTCOMES / prevalence : 0),
  });
  const inputs = features.filter(({ direction }) => direction === 'input');
  const monitors = monitorDrafts({
    features,
    score: roles.prediction,
    label: roles.label,
    operatingPoint,
    groups: groups.groups,
    canRescore:
      model !== null && hasInputs && inputs.length > 0 && inputs.every(({ name }) => table.columns.has(name)),
    logged: new Set(table.columns.keys()),
    referenced: reference === null ? null : new Set(reference.columns.keys()),
    referenceRows: reference?.rows ?? 0,
    profiles: (reference ?? table).columns,
    volume,
    every,
    everyForOutcomes: prevalence === null ? every : windowForOutcomes(volume, every, prevalence),
    everyForGroups: groups.every,
  });
  return { monitors, groups: groups.groups };
}

const MICROSECONDS_PER_DAY = 86_400_000_000;

function logOf(material: Material, data: Table, roles: Roles, hasShadow: boolean): LogDraft {
  const lastTime = data.columns.get(roles.time ?? '')?.maximum ?? null;
  const lastLabel = data.columns.get(roles.labelAvailable ?? '')?.maximum ?? null;
  const days =
    lastTime === null || lastLabel === null ? null : Math.ceil((lastLabel - lastTime) / MICROSECONDS_PER_DAY);
  return {
    path: data.path,
    roles: hasShadow ? roles : { ...roles, shadow: null },
    provisional: material.log === null,
    matureDays: days === null || days < 1 ? null : days,
  };
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
