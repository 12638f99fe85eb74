import { AstUtils } from 'langium';
import type { DeclaredData } from '../../data-files/declared-data.js';
import type { Report } from '../../diagnostics/reporter.js';
import type { Dataset, Log } from '../../generated/ast.js';
import { titleOf } from '../declaration-noun.js';
import type { SpecData } from './spec-data.js';
import { sourcesOf } from './spec-data.js';

/** Files that are there and cannot be read, with the reason; the first one of each source. */
export async function checkReadable(
  node: Log | Dataset,
  tables: SpecData,
  data: DeclaredData,
  report: Report,
): Promise<void> {
  for (const source of sourcesOf(node)) {
    const { path, engine } = source;
    // What could be read in full needs no second look.
    if (path === undefined || tables.of(source)?.isWhole) continue;
    const unread = await data.unreadableIn(AstUtils.getDocument(source).uri, path, engine);
    const [first] = unread;
    if (first === undefined) continue;
    const others = unread.length - 1;
    const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'file' : 'files'})`;
    const values = { file: first.file, owner: titleOf(node), problem: first.problem, more };
    report('unreadableData', values, { node: source, property: 'path' });
  }
}
