import { askRoles } from './ask-roles.js';
import { operatingPoint } from './detect/operating-point.js';
import { fewestRows } from './detect/privacy.js';
import { roleNames } from './detect/role-names.js';
import { type FoundRoles, findRoles, type Roles } from './detect/roles.js';
import { wordsOf } from './detect/words.js';
import { InitError } from './init-error.js';
import { withColumnAsText } from './profile/as-text.js';
import type { ModelInput } from './profile/read-model.js';
import type { Table } from './profile/table.js';
import { uniqueColumns } from './profile/unique-columns.js';
import type { InitRequest, Material } from './request.js';
import { canBeNamed } from './spelling.js';

export const noRoles: FoundRoles = {
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
export function inputsOf(
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

/** The roles of a table's columns, and the table with its versions read as they are written. */
export async function rolesIn(
  request: InitRequest,
  table: Table,
  inputs: readonly ModelInput[] | null,
): Promise<FoundRoles & { readonly table: Table }> {
  const found = await rolesOf(request, table, inputs);
  let read = table;
  for (const column of [found.roles.version, found.roles.shadowVersion])
    if (column !== null) read = await withColumnAsText(read, column, request.engines);
  return { ...found, roles: withUsableVersion(found.roles, read), table: read };
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

/** The score from which a patient counts as flagged: as it is given, found or answered; null where nobody knows. */
export async function thresholdOf(
  request: InitRequest,
  data: Table | null,
  roles: Roles,
): Promise<number | null> {
  if (request.threshold !== null) return request.threshold;
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
