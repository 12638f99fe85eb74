import type { AstNode } from 'langium';
import { hint, nearest } from '../../diagnostics/did-you-mean.js';
import type { Report } from '../../diagnostics/reporter.js';
import { unsuitable, type Wanted } from './column-types.js';
import type { DataTable } from './data-table.js';

/** A column that the data should have. */
export interface WantedColumn {
  readonly name: string | undefined;
  readonly wanted: Wanted;
  /** Why the spec thinks it is there, e.g. "the `time` of log 'Visits'". */
  readonly purpose: string;
  /** Where the spec names it. */
  readonly at: { readonly node: AstNode; readonly property?: string; readonly index?: number };
  /** Whether the place holds nothing but the name, so that a nearer name can be put there. */
  readonly replaceable: boolean;
}

/** Reports a column that the tables do not have, that is nested, or that cannot hold what it should. */
export function checkColumnInData(
  column: WantedColumn,
  tables: readonly (DataTable | undefined)[],
  report: Report,
): void {
  const { name, purpose, at } = column;
  const known = tables.filter((table) => table !== undefined);
  const [first] = known;
  if (name === undefined || first === undefined) return;
  const place = at as { node: AstNode };
  for (const table of known) {
    const found = table.find(name);
    if (found.kind === 'unknown') return;
    if (found.kind === 'nested') {
      const fields = found.fields.slice(0, 3).join(', ');
      const holds = fields === '' ? 'several values' : `${fields}${found.fields.length > 3 ? ', …' : ''}`;
      report('nestedColumn', { column: name, path: table.path, holds, purpose }, place);
      return;
    }
    if (found.kind === 'column') {
      const problem = unsuitable(found.type, column.wanted, table.typesAreDeclared);
      if (problem !== undefined)
        report('columnTypeInData', { column: name, path: table.path, purpose, ...problem }, place);
      return;
    }
  }
  // Where one of several tables is not known, the column may be in that one.
  if (known.length < tables.length) return;
  const near = nearest(
    name,
    known.flatMap(({ names }) => names),
  );
  const paths = known.map(({ path }) => `'${path}'`).join(' or ');
  const replacement = column.replaceable ? near : undefined;
  report('columnNotInData', { column: name, paths, purpose, hint: hint(near) }, place, { replacement });
}
