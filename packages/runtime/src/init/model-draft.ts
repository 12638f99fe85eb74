import path from 'node:path';
import type { Decision } from './detect/decision.js';
import type { Roles } from './detect/roles.js';
import type { ModelDraft, SpecDraft } from './draft.js';
import type { Table } from './profile/table.js';
import type { InitRequest, Material } from './request.js';
import { identifierOf, titleOf } from './spelling.js';

/** The versions of the models a log tells of. */
export interface Versions {
  /** Of the model itself. */
  readonly own: string;
  readonly shadow: string | null;
  /** Versions of the model that the log holds beside its own. */
  readonly others: readonly string[];
  readonly decisions: readonly Decision[];
}

/** The version of the model's file where the log holds it, or else the one that most rows of the log carry. */
export function versionsOf({ model }: Material, table: Table | null, roles: Roles): Versions {
  const logged = frequent(table, roles.version);
  const filed = model?.version ?? null;
  const known = filed !== null && (logged.length === 0 || logged.includes(filed));
  const own = (known ? filed : logged[0]) ?? '1.0.0';
  const decisions: Decision[] = [];
  if (filed !== null && !known)
    decisions.push({
      what: `version ${own}`,
      why: `the log does not hold ${filed}, which the model file says: is it the right file?`,
    });
  else if (logged.length > 1)
    decisions.push({ what: `version ${own}`, why: `the log holds ${logged.length} versions` });
  const silent = frequent(table, roles.shadowVersion)[0] ?? null;
  const shadow = roles.shadow === null || silent === own ? null : silent;
  return {
    own,
    shadow,
    others: logged.filter((version) => version !== own && version !== shadow),
    decisions,
  };
}

/** The values of a column of versions, the most frequent first. */
function frequent(table: Table | null, column: string | null): readonly string[] {
  const counts = column === null ? null : (table?.columns.get(column)?.counts ?? null);
  if (counts === null) return [];
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([version]) => version);
}

/** The model, with the features that were found. */
export function modelDraft(
  request: InitRequest,
  { model, log, reference }: Material,
  parts: Pick<ModelDraft, 'features' | 'featuresAreCertain' | 'version' | 'operatingPoint'>,
  roles: Roles,
): ModelDraft {
  const base = model?.name ?? request.name ?? path.basename(request.target, '.vigil');
  return {
    ...parts,
    name: `${identifierOf(base).replace(/Model$/, '')}Model`,
    title: titleOf(base),
    artifact: model?.path ?? null,
    sha256: model?.sha256 ?? null,
    architecture: model?.algorithm ?? null,
    output: roles.prediction ?? (log === null && reference === null ? 'score' : null),
  };
}

/** The product: named by the user, the model or the file. */
export function productOf({ name, target }: InitRequest, model: ModelDraft): SpecDraft['product'] {
  if (name !== null) return { name: identifierOf(name), title: titleOf(name) };
  const base = model.artifact === null ? path.basename(target, '.vigil') : model.title;
  return { name: identifierOf(base), title: titleOf(base) };
}
