import type { Report } from '../../diagnostics/reporter.js';
import type { Dataset, Log } from '../../generated/ast.js';
import { titleOf } from '../declaration-noun.js';
import { type SpecData, sourcesOf } from './spec-data.js';

/** Files that are there and cannot be read, with the reason; the first one of each source. */
export function checkReadable(node: Log | Dataset, data: SpecData, report: Report): void {
  for (const source of sourcesOf(node)) {
    const [first, ...others] = data.unreadable(source);
    if (first === undefined) continue;
    const more =
      others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'file' : 'files'})`;
    const values = { file: first.file, owner: titleOf(node), problem: first.problem, more };
    report('unreadableData', values, { node: source, property: 'path' });
  }
}
