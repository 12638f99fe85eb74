import { AstUtils } from 'langium';
import type { CheckContext } from '../../checks/check-context.js';
import { sourcesOf } from '../../checks/data/spec-data.js';
import { escaped } from '../../documents/markdown/escaped.js';
import type { Dataset, Log, Outcomes, Source } from '../../generated/ast.js';

/** More names than this are counted. */
const SHOWN = 12;

/** What is behind a source: rows and names of columns, never a value; undefined where it cannot be looked at. */
export async function sourceWords(
  source: Source | Outcomes,
  { data }: CheckContext,
): Promise<string | undefined> {
  const { path, engine } = source;
  if (path === undefined) return undefined;
  const found = await data?.columnsOf(AstUtils.getDocument(source).uri, path, engine);
  if (found === undefined) return undefined;
  const { columns, rows, files } = found;
  const names = columns.slice(0, SHOWN).map(({ name }) => escaped(name));
  const more = columns.length > SHOWN ? `, and ${columns.length - SHOWN} more` : '';
  const counts = [
    ...(rows === null ? [] : [`${rows} ${rows === 1 ? 'row' : 'rows'}`]),
    `${columns.length} ${columns.length === 1 ? 'column' : 'columns'}`,
    ...(files.length > 1 ? [`${files.length} files`] : []),
  ];
  return `${escaped(path)}: ${counts.join(', ')} (${names.join(', ')}${more})`;
}

/** The same for all sources of a log or dataset. */
export async function dataWords(node: Log | Dataset, context: CheckContext): Promise<string[]> {
  const found = await Promise.all(sourcesOf(node).map((source) => sourceWords(source, context)));
  return found.filter((words) => words !== undefined);
}
