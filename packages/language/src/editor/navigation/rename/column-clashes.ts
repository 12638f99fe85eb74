import { AstUtils, type LangiumDocument } from 'langium';
import { DataTable } from '../../../checks/data/data-table.js';
import { sourcesOf } from '../../../checks/data/spec-data.js';
import { titleOf } from '../../../checks/declaration-noun.js';
import type { DeclaredData } from '../../../data-files/declared-data.js';
import { type Dataset, isWordValue, type Log } from '../../../generated/ast.js';
import { type ColumnUse, endpointOf } from '../column-use.js';
import type { Navigator } from '../navigator.js';
import { placeOfNode, refuse } from './refusal.js';

/**
 * Refuses a new name of a column that the same data has already, or that its files do not have.
 *
 * @param from the file the rename began in
 * @throws ResponseError with the sentence that says so
 */
export async function refuseColumnClash(
  use: ColumnUse,
  name: string,
  navigator: Navigator,
  data: DeclaredData | undefined,
  from: LangiumDocument,
): Promise<void> {
  const [other] = navigator.columns.beside(use, name);
  if (other !== undefined) {
    const { node } = navigator.columns.declaration(other) ?? other;
    refuse(`'${name}' is another column of the same data already (${placeOfNode(node, from)}).`);
  }
  const uses = navigator.columns.same(use);
  for (const { node } of uses) {
    if (isWordValue(node) && endpointOf(node, name) !== undefined)
      refuse(`'${name}' would mean the endpoint of that name in ${placeOfNode(node, from)}.`);
  }
  if (data === undefined) return;
  for (const owner of new Set(uses.flatMap((each) => navigator.columns.dataRead(each))))
    await refuseUnknownInData(owner, use.column, name, data);
}

/** The spec names columns as the files do: a name that only the spec changes is not found there any more. */
async function refuseUnknownInData(
  owner: Log | Dataset,
  before: string,
  after: string,
  data: DeclaredData,
): Promise<void> {
  const { uri } = AstUtils.getDocument(owner);
  for (const { path, engine } of sourcesOf(owner)) {
    const columns = path === undefined ? undefined : await data.columnsOf(uri, path, engine);
    if (columns === undefined || path === undefined) continue;
    const table = new DataTable(path, columns);
    const has = (name: string) => ['column', 'nested'].includes(table.find(name).kind);
    if (!has(before) || has(after)) continue;
    refuse(
      `'${before}' is the name of the column in '${path}' of ${titleOf(owner)}, which has no column '${after}': the spec would not find it any more. Rename it in the data first.`,
    );
  }
}
